import { type Bitmap, type Box, cropped, scaled } from './bitmap.ts';
import { componentsOf } from './components.ts';
import { parseHocr } from './hocr.ts';
import type { Ink } from './ink.ts';

/** Something small above the line that may be a figure: where it stands, and the line that it belongs to. */
export interface Candidate {
  box: Box;
  baseline: number;
  xHeight: number;
  /** It stands at the beginning of its line: a note begins here. */
  first: boolean;
}

/** A candidate and what was read of it. */
export interface Figure extends Candidate {
  value: number;
}

/** Heights and distances in heights of small letters. Superscripts of LibreOffice are 0.57 of them high, of Word 0.95. */
const SMALLEST = 0.55;
const LARGEST = 1.25;
const LEAST_RAISED = 0.4;
/** Quotes are small as well and stand higher than small figures: only larger figures may stand as high. */
const MOST_RAISED = 0.78;
const LARGE = 0.7;
const LARGE_MOST_RAISED = 1;
const WIDEST = 0.85;
/** A 1 is narrower than this share of its height. */
const STROKE = 0.45;
/** How near the word must be that it marks. */
const NEAR = 0.8;
/** So many letters around must stand on one line before something counts as raised above it. */
const MIN_LETTERS = 3;

/**
 * Small figures that stand above the line with nothing below them: marks of notes and powers. The recogniser takes them
 * for quotes and blots (`vận¹` becomes `vận”`), so they are found by their place, read apart and taken off the picture.
 */
export function raisedFigures(ink: Ink): Candidate[] {
  const parts = componentsOf(ink);
  const letters = parts.filter((part) => part.bottom - part.top >= 8);
  const usual = median(letters.map((part) => part.bottom - part.top));
  if (usual === 0) return [];
  const rows = bucketed(parts, usual);
  const found: Candidate[] = [];
  for (const part of parts) {
    const height = part.bottom - part.top;
    if (height < 0.4 * usual || height > 1.4 * usual) continue;
    const line = lineBelow(part, rows, usual);
    if (line && isRaised(part, line, ink, rows, usual)) found.push({ box: part, ...line });
  }
  return grouped(found);
}

type LineBelow = Omit<Candidate, 'box'>;

/** Pieces by the height at which they end: what stands on one line is found without looking at the whole page. */
function bucketed(parts: readonly Box[], step: number): Map<number, Box[]> {
  const rows = new Map<number, Box[]>();
  for (const part of parts) {
    const key = Math.floor(part.bottom / step);
    const row = rows.get(key) ?? [];
    row.push(part);
    rows.set(key, row);
  }
  return rows;
}

function nearby(rows: ReadonlyMap<number, Box[]>, from: number, to: number, step: number): Box[] {
  const found: Box[] = [];
  for (let key = Math.floor(from / step); key <= Math.floor(to / step); key++) found.push(...(rows.get(key) ?? []));
  return found;
}

/** The line on which the letters to the left and right of a piece stand. */
function lineBelow(part: Box, rows: ReadonlyMap<number, Box[]>, usual: number): LineBelow | null {
  const reach = 12 * usual;
  const around = nearby(rows, part.bottom, part.bottom + 1.5 * usual, usual).filter(
    (other) =>
      other !== part &&
      other.right > part.left - reach &&
      other.left < part.right + reach &&
      other.bottom > part.bottom + 0.25 * usual &&
      other.bottom < part.bottom + 1.4 * usual &&
      other.top < part.bottom + 0.3 * usual &&
      other.bottom - other.top > 0.6 * usual,
  );
  if (around.length < MIN_LETTERS) return null;
  const baseline = median(around.map((other) => other.bottom));
  const standing = around.filter((other) => Math.abs(other.bottom - baseline) <= 0.15 * usual);
  if (standing.length < MIN_LETTERS) return null;
  const heights = standing.map((other) => other.bottom - other.top).sort((a, b) => a - b);
  const first = standing.every((other) => other.left > part.left);
  return { baseline, xHeight: heights[Math.floor(heights.length * 0.35)]!, first };
}

function isRaised(
  part: Box,
  { baseline, xHeight }: LineBelow,
  ink: Ink,
  rows: ReadonlyMap<number, Box[]>,
  usual: number,
): boolean {
  const height = (part.bottom - part.top) / xHeight;
  const raised = (baseline - part.bottom) / xHeight;
  const width = (part.right - part.left) / xHeight;
  if (height < SMALLEST || height > LARGEST || width > WIDEST || raised < LEAST_RAISED) return false;
  if (raised > (height < LARGE ? MOST_RAISED : LARGE_MOST_RAISED)) return false;
  if (part.right - part.left > 0.95 * (part.bottom - part.top)) return false;
  if (inkBelow(part, baseline, ink)) return false;
  return nearby(rows, part.bottom - usual, baseline + 0.6 * usual, usual).some((other) => {
    if (other === part || other.bottom < part.bottom - 0.2 * xHeight || other.bottom - other.top < 0.6 * xHeight)
      return false;
    const gap = Math.max(part.left - other.right, other.left - part.right);
    return gap > -0.3 * xHeight && gap < NEAR * xHeight;
  });
}

/** A tone mark stands above its letter; a raised figure above nothing. */
function inkBelow(part: Box, baseline: number, { width, data }: Ink): boolean {
  let dark = 0;
  for (let y = part.bottom + 1; y < baseline; y++)
    for (let x = part.left + 1; x < part.right - 1; x++) dark += data[y * width + x]!;
  return dark > 2;
}

/** The figures of one mark. */
function grouped(found: readonly Candidate[]): Candidate[] {
  const groups: Candidate[] = [];
  for (const one of [...found].sort((a, b) => a.box.left - b.box.left)) {
    const home = groups.find(
      ({ box, baseline, xHeight }) =>
        Math.abs(baseline - one.baseline) <= 0.3 * xHeight &&
        one.box.left - box.right < 0.45 * xHeight &&
        one.box.left >= box.left,
    );
    if (!home) {
      groups.push({ ...one, box: { ...one.box } });
      continue;
    }
    home.box.right = Math.max(home.box.right, one.box.right);
    home.box.top = Math.min(home.box.top, one.box.top);
    home.box.bottom = Math.max(home.box.bottom, one.box.bottom);
  }
  return groups.sort((a, b) => a.baseline - b.baseline || a.box.left - b.box.left);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Height (pixels) to which the figures are enlarged: that of letters the recogniser was taught with. */
const FIGURE = 34;
const PER_ROW = 12;

export interface FigureSheet {
  bitmap: Bitmap;
  placed: { candidate: Candidate; left: number; right: number; top: number }[];
  rowHeight: number;
}

/** All raised figures of a page on one small sheet, in rows. */
export function figureSheet(bitmap: Bitmap, candidates: readonly Candidate[]): FigureSheet {
  const rowHeight = Math.round(2.2 * FIGURE);
  const gap = Math.round(3 * FIGURE);
  const placed: FigureSheet['placed'] = [];
  const pieces: { piece: Bitmap; left: number; top: number }[] = [];
  let x = gap;
  let row = 0;
  candidates.forEach((candidate, i) => {
    if (i > 0 && i % PER_ROW === 0) {
      row++;
      x = gap;
    }
    const { left, top, right, bottom } = candidate.box;
    const box = {
      left: Math.max(0, left - 1),
      top: Math.max(0, top - 1),
      right: Math.min(bitmap.width, right + 1),
      bottom: Math.min(bitmap.height, bottom + 1),
    };
    const piece = scaled(cropped(bitmap, box), FIGURE / (bottom - top));
    const y = row * rowHeight + Math.round(0.5 * FIGURE);
    pieces.push({ piece, left: x, top: y });
    placed.push({ candidate, left: x, right: x + piece.width, top: row * rowHeight });
    x += piece.width + gap;
  });
  const width = Math.max(...pieces.map(({ piece, left }) => left + piece.width)) + gap;
  const height = (row + 1) * rowHeight;
  const data = new Uint8Array(width * height).fill(255);
  for (const { piece, left, top } of pieces)
    for (let y = 0; y < piece.height && top + y < height; y++)
      data.set(piece.data.subarray(y * piece.width, (y + 1) * piece.width), (top + y) * width + left);
  return { bitmap: { width, height, data }, placed, rowHeight };
}

/** What was read of the sheet, figure by figure; 0 where that was none. */
export function readFigures(hocr: string, { placed, rowHeight }: FigureSheet): Figure[] {
  const words = parseHocr(hocr).flatMap((line) => line.words.map((word) => ({ ...word, baseline: line.baseline })));
  return placed.map(({ candidate, left, right, top }) => {
    const own = words.filter(({ box, baseline }) => {
      const middle = (box.left + box.right) / 2;
      return middle > left - 8 && middle < right + 8 && baseline > top && baseline <= top + rowHeight;
    });
    const figure = /^\(?([1-9]\d{0,2})\)?$/.exec(own.map((word) => word.text).join(''))?.[1];
    const { left: x0, right: x1, top: y0, bottom: y1 } = candidate.box;
    // A stroke by itself is passed over by the recogniser; no other figure is as narrow.
    const narrow = x1 - x0 < STROKE * (y1 - y0);
    return { ...candidate, value: figure ? Number(figure) : narrow ? 1 : 0 };
  });
}
