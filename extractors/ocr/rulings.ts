import type { Bitmap } from './bitmap.ts';
import type { Ink } from './ink.ts';

/** A drawn line as it lies on the picture, in pixels: `at` across it, `from` to `to` along it. */
export interface DrawnLine {
  horizontal: boolean;
  at: number;
  from: number;
  to: number;
  /** The pixels of the line, row by row (column by column when upright). */
  runs: Run[];
}

interface Run {
  at: number;
  from: number;
  to: number;
}

/** Shorter lines (inches) are dashes and the strokes of large letters. */
const MIN_LENGTH = 0.45;
/** Lines are at most this thick (inches); thicker ones are bars, seals, the dark edge of the glass. */
const MAX_THICKNESS = 0.06;
/** A border that goes on past the last one that it meets by less than this (inches) ends there. */
const MAX_OVERHANG = 0.2;
/** Breaks in a line (inches) that noise makes. */
const MAX_BREAK = 0.02;
/** A line is ink nearly all along; the feet of letters in a row leave more gaps than this. */
const MIN_FILLED = 0.88;
/** Beside a line there is paper; rows of letters whose feet touch have more ink than this above them. */
const MAX_BESIDE = 0.25;

/** The straight lines of a page that lies straight. A line may lean a little: its pieces in neighbouring rows are one. */
export function drawnLines(ink: Ink, dpi: number): DrawnLine[] {
  const across = linesAlong(ink, dpi).map((line) => ({ ...line, horizontal: true }));
  const down = linesAlong(transposed(ink), dpi).map((line) => ({ ...line, horizontal: false }));
  const overhang = MAX_OVERHANG * dpi;
  return [
    ...across.map((line) => trimmed(line, down, overhang)),
    ...down.map((line) => trimmed(line, across, overhang)),
  ];
}

/**
 * A border ends at another one. Where it seems to go a little further, the stroke of a letter stands above its end:
 * the stroke is given back to the letter.
 */
function trimmed(line: DrawnLine, crossing: readonly DrawnLine[], overhang: number): DrawnLine {
  const places = crossing
    .filter(({ at, from, to }) => at >= line.from - 3 && at <= line.to + 3 && line.at >= from - 4 && line.at <= to + 4)
    .map(({ at }) => at);
  if (places.length < 2) return line;
  const first = Math.min(...places) - 2;
  const last = Math.max(...places) + 3;
  const from = first > line.from && first - line.from < overhang ? Math.floor(first) : line.from;
  const to = last < line.to && line.to - last < overhang ? Math.ceil(last) : line.to;
  const runs = line.runs
    .map((run) => ({ at: run.at, from: Math.max(from, run.from), to: Math.min(to, run.to) }))
    .filter((run) => run.to > run.from);
  return { ...line, from, to, runs };
}

/** The picture without the lines: letters that touch a border are read better. */
export function withoutLines(bitmap: Bitmap, lines: readonly DrawnLine[]): Bitmap {
  const { width, height } = bitmap;
  const data = bitmap.data.slice();
  // With its grey rim.
  erase({ width, height, data }, lines, 255);
  return { width, height, data };
}

/** The same for ink. */
export function inkWithoutLines(ink: Ink, lines: readonly DrawnLine[]): Ink {
  const { width, height } = ink;
  const data = ink.data.slice();
  erase({ width, height, data }, lines, 0);
  return { width, height, data };
}

function erase({ width, height, data }: Ink, lines: readonly DrawnLine[], paper: number): void {
  // With its grey rim.
  for (const { horizontal, runs } of lines)
    for (const { at, from, to } of runs)
      for (let across = at - 1; across <= at + 1; across++)
        for (let along = from; along < to; along++) {
          const [x, y] = horizontal ? [along, across] : [across, along];
          if (x >= 0 && x < width && y >= 0 && y < height) data[y * width + x] = paper;
        }
}

function transposed({ width, height, data }: Ink): Ink {
  const result = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) result[x * height + y] = data[y * width + x]!;
  return { width: height, height: width, data: result };
}

interface Growing {
  runs: Run[];
  /** The pieces in the last row that added any. */
  last: Run[];
}

function linesAlong(ink: Ink, dpi: number): Omit<DrawnLine, 'horizontal'>[] {
  let open: Growing[] = [];
  const closed: Growing[] = [];
  for (let y = 0; y < ink.height; y++) {
    const runs = longRuns(ink, y, MIN_LENGTH * dpi, Math.ceil(MAX_BREAK * dpi));
    const next: Growing[] = [];
    for (const run of runs) {
      const home = open.find(({ last }) => last.some((piece) => piece.from < run.to && run.from < piece.to));
      if (!home) {
        next.push({ runs: [run], last: [run] });
        continue;
      }
      home.runs.push(run);
      if (next.includes(home)) home.last.push(run);
      else {
        home.last = [run];
        next.push(home);
      }
    }
    for (const line of open) if (!next.includes(line)) closed.push(line);
    open = next;
  }
  return [...closed, ...open].flatMap(({ runs }) => lineOf(runs, ink, dpi) ?? []);
}

/** Runs of ink along one row, the rows above and below taken in, so that a line leaning by a hair stays whole. */
function longRuns({ width, height, data }: Ink, y: number, least: number, bridge: number): Run[] {
  const runs: Run[] = [];
  const above = Math.max(0, y - 1) * width;
  const own = y * width;
  const below = Math.min(height - 1, y + 1) * width;
  let from = -1;
  let to = -1;
  const close = () => {
    if (from >= 0 && to - from >= least) runs.push({ at: y, from, to });
  };
  for (let x = 0; x < width; x++) {
    if (!(data[own + x] || data[above + x] || data[below + x])) continue;
    if (from < 0 || x - to > bridge) {
      close();
      from = x;
    }
    to = x + 1;
  }
  close();
  return runs;
}

function lineOf(runs: Run[], ink: Ink, dpi: number): Omit<DrawnLine, 'horizontal'> | null {
  const from = runs.reduce((least, run) => Math.min(least, run.from), Number.POSITIVE_INFINITY);
  const to = runs.reduce((most, run) => Math.max(most, run.to), 0);
  const area = runs.reduce((sum, run) => sum + run.to - run.from, 0);
  const thickness = area / (to - from) - 2;
  if (thickness > MAX_THICKNESS * dpi) return null;
  const along = middles(runs);
  if (share(along, ink, -1, 1) < MIN_FILLED) return null;
  const near = Math.ceil(thickness / 2) + 3;
  if (Math.max(share(along, ink, -near - 1, -near), share(along, ink, near, near + 1)) > MAX_BESIDE) return null;
  const at = runs.reduce((sum, run) => sum + run.at * (run.to - run.from), 0) / area;
  return { at, from, to, runs };
}

/** The share of the places along a line that have ink between two distances from its middle. */
function share(along: readonly [number, number][], ink: Ink, from: number, to: number): number {
  let inked = 0;
  for (const [x, middle] of along)
    for (let y = Math.max(0, middle + from); y <= Math.min(ink.height - 1, middle + to); y++)
      if (ink.data[y * ink.width + x]) {
        inked++;
        break;
      }
  return inked / Math.max(1, along.length);
}

/** For every place along the line, the middle of its ink there. */
function middles(runs: readonly Run[]): [number, number][] {
  const edges = new Map<number, [number, number]>();
  for (const { at, from, to } of runs)
    for (let x = from; x < to; x++) {
      const edge = edges.get(x);
      if (edge) edge[1] = at;
      else edges.set(x, [at, at]);
    }
  return [...edges].map(([x, [top, bottom]]) => [x, Math.round((top + bottom) / 2)]);
}
