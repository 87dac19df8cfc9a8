import { isMark } from '../../text/letters.ts';
import type { Glyph } from '../page/content.ts';

/** Glyphs on one baseline, from left to right; superscripts and subscripts of the line among them. */
export interface Row {
  y: number;
  size: number;
  glyphs: Glyph[];
}

/** Baselines that differ by less than this share of the font size are one: a line set by hand, a second font. */
const SAME_BASELINE = 0.14;
/** A superscript is at most this large beside the letters it belongs to (Word 0.65, LibreOffice 0.58, browsers 0.83). */
const SMALL = 0.87;

/**
 * Sorts glyphs into rows by their baselines. The order of drawing says nothing: a printer that lacks the Vietnamese
 * letters in a font first draws "Đ NG B" and then puts "Ả" and "Ộ" into the gaps.
 */
export function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Row[] = [];
  let row: Row | null = null;
  for (const glyph of sorted) {
    if (row && glyph.y - row.y <= SAME_BASELINE * Math.max(row.size, glyph.size)) {
      row.glyphs.push(glyph);
      row.size = Math.max(row.size, glyph.space ? 0 : glyph.size);
    } else {
      row = { y: glyph.y, size: glyph.space ? 0 : glyph.size, glyphs: [glyph] };
      rows.push(row);
    }
  }
  const inked = rows.filter((r) => r.glyphs.some((glyph) => !glyph.space));
  for (const r of inked) r.y = baselineOf(r.glyphs);
  const joined = joinRaised(inked);
  for (const r of joined) r.glyphs = fromLeftToRight(r.glyphs);
  return joined.sort((a, b) => a.y - b.y);
}

/** The baseline of most letters, the largest among them first. */
function baselineOf(glyphs: readonly Glyph[]): number {
  let best: Glyph | undefined;
  for (const glyph of glyphs) if (!glyph.space && (!best || glyph.size > best.size)) best = glyph;
  return best?.y ?? 0;
}

/** Small glyphs that hang beside larger ones of the next row, a little higher or lower, move into that row. */
function joinRaised(rows: Row[]): Row[] {
  rows.sort((a, b) => a.y - b.y);
  for (let i = 0; i < rows.length; i++) {
    const small = rows[i]!;
    for (const run of runs(small.glyphs)) {
      const home = homeOf(run, rows, i);
      if (!home) continue;
      home.glyphs.push(...run);
      const gone = new Set(run);
      small.glyphs = small.glyphs.filter((glyph) => !gone.has(glyph));
    }
  }
  return rows.filter((row) => row.glyphs.some((glyph) => !glyph.space));
}

/** Glyphs of one row that stand together; blanks belong to no run. */
function* runs(glyphs: readonly Glyph[]): Generator<Glyph[]> {
  let run: Glyph[] = [];
  const inked = glyphs.filter((glyph) => !glyph.space).sort((a, b) => a.x - b.x);
  for (const glyph of inked) {
    const last = run[run.length - 1];
    if (last && (glyph.x - (last.x + last.width) > 0.3 * glyph.size || glyph.size !== last.size)) {
      yield run;
      run = [];
    }
    run.push(glyph);
  }
  if (run.length > 0) yield run;
}

function homeOf(run: readonly Glyph[], rows: readonly Row[], at: number): Row | null {
  const { y, size } = run[0]!;
  const left = run[0]!.x;
  const right = run[run.length - 1]!.x + run[run.length - 1]!.width;
  for (let j = Math.max(0, at - 3); j < Math.min(rows.length, at + 4); j++) {
    const row = rows[j]!;
    if (j === at || row.size === 0 || size > SMALL * row.size) continue;
    const raised = (row.y - y) / row.size;
    if (raised < -0.3 || raised > 0.75) continue;
    const near = 0.45 * row.size;
    const beside = row.glyphs.some(
      (glyph) =>
        !glyph.space && glyph.size >= size / SMALL && glyph.x - near <= right && glyph.x + glyph.width + near >= left,
    );
    if (beside) return row;
  }
  return null;
}

/** A combining mark drawn as a glyph of its own stays behind the letter that it stands on. */
function fromLeftToRight(glyphs: readonly Glyph[]): Glyph[] {
  const order = glyphs.map((glyph, i) => ({
    glyph,
    i,
    at: isMark(glyph.text.charCodeAt(0)) ? glyph.x + glyph.width / 2 - 0.02 : glyph.x,
  }));
  // Blanks are drawn where a letter begins that follows at once: they go first then.
  order.sort((a, b) => a.at - b.at || a.i - b.i);
  return order.map((entry) => entry.glyph);
}
