import type { Glyph } from '../page/content.ts';
import { type Line, makeLine, type Piece } from './line.ts';
import type { Row } from './rows.ts';

/** A blank narrower than this share of the font size separates nothing: OCR layers put blanks of no width into words. */
const MIN_BLANK = 0.06;
/** Without a blank among the glyphs a gap separates words from this width on; where blanks are drawn, a wider one. */
const GAP_WITHOUT_BLANKS = 0.2;
const GAP_WITH_BLANKS = 0.4;
/** A gap this wide parts two columns (the two sides of a report's header) rather than two words. */
const COLUMN_GAP = 2;

/** The words of a row. Where wide gaps part it, one line for each side. */
export function linesOfRow(row: Row, page: number): Line[] {
  const inked = row.glyphs.filter((glyph) => !glyph.space);
  const blanks = row.glyphs.length - inked.length;
  const gapOfWords = blanks * 12 >= inked.length ? GAP_WITH_BLANKS : GAP_WITHOUT_BLANKS;
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let last: Glyph | null = null;
  let end = 0;
  let blank = false;
  for (const glyph of row.glyphs) {
    if (glyph.space) {
      blank = true;
      continue;
    }
    if (last && isShadow(glyph, last)) continue;
    const gap = last ? glyph.x - end : 0;
    const size = last ? Math.max(Math.min(last.size, glyph.size), 0.5 * row.size) : row.size;
    if (last && gap > COLUMN_GAP * row.size) {
      lines.push(makeLine(page, pieces, row.y));
      pieces = [];
    }
    const start =
      pieces.length === 0 || (blank && gap > MIN_BLANK * size) || (!isMark(glyph) && gap > gapOfWords * size);
    append(pieces, glyph, start, row);
    end = Math.max(start ? Number.NEGATIVE_INFINITY : end, glyph.x + glyph.width);
    last = glyph;
    blank = false;
  }
  if (pieces.length > 0) lines.push(makeLine(page, pieces, row.y));
  return lines;
}

function append(pieces: Piece[], glyph: Glyph, start: boolean, row: Row): void {
  const raised = glyph.size < 0.9 * row.size ? (row.y - glyph.y) / row.size : 0;
  const last = pieces[pieces.length - 1];
  const alike =
    last !== undefined &&
    !start &&
    last.size === glyph.size &&
    Math.abs(last.raised - raised) < 0.05 &&
    last.bold === glyph.bold &&
    last.italic === glyph.italic;
  if (alike) {
    last.text += glyph.text;
    last.x1 = Math.max(last.x1, glyph.x + glyph.width);
  } else
    pieces.push({
      text: glyph.text,
      x0: glyph.x,
      x1: glyph.x + glyph.width,
      size: glyph.size,
      raised,
      bold: glyph.bold,
      italic: glyph.italic,
      start,
    });
}

/** Bold made by drawing a letter twice, a hair apart. */
function isShadow(glyph: Glyph, last: Glyph): boolean {
  return glyph.text === last.text && Math.abs(glyph.x - last.x) < 0.12 * glyph.size && glyph.width > 0.2 * glyph.size;
}

function isMark(glyph: Glyph): boolean {
  return /^\p{M}/u.test(glyph.text);
}

/** The sides of one row as a single line again. */
export function joinSegments(lines: readonly Line[]): Line {
  if (lines.length === 1) return lines[0]!;
  return makeLine(
    lines[0]!.page,
    lines.flatMap((line) => line.pieces),
    lines[0]!.y,
  );
}
