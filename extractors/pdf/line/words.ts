import { isMark } from '../../text/letters.ts';
import type { Glyph } from '../page/content.ts';
import { type Line, makeLine, type Piece } from './line.ts';
import type { Row } from './rows.ts';

/** A blank narrower than this share of the font size separates nothing: OCR layers put blanks of no width into words. */
const MIN_BLANK = 0.06;
/** A gap wider than the usual one between letters by this share of the font size separates words, blank or no blank. */
const MIN_GAP = 0.16;
/** Letters set further apart than this are words of one letter each. */
const MAX_SPACING = 0.35;
/** A gap this wide parts two columns (the two sides of a report's header) rather than two words. */
const COLUMN_GAP = 2;

/** The words of a row. Where wide gaps part it, one line for each side. */
export function linesOfRow(row: Row, page: number): Line[] {
  const gapOfWords = spacingOf(row) + MIN_GAP;
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
    // Beside a superscript the blank is that of the line: the small glyph stands a little off the word it marks.
    const size = last && last.size === glyph.size ? glyph.size : row.size;
    if (last && gap > COLUMN_GAP * row.size) {
      lines.push(makeLine(page, pieces, row.y));
      pieces = [];
    }
    const start =
      pieces.length === 0 ||
      (blank && gap > MIN_BLANK * size) ||
      (gap > gapOfWords * size && !isMark(glyph.text.charCodeAt(0)) && !(isHan(glyph) || isHan(last!)));
    append(pieces, glyph, start, row);
    end = Math.max(start ? Number.NEGATIVE_INFINITY : end, glyph.x + glyph.width);
    last = glyph;
    blank = false;
  }
  if (pieces.length > 0) lines.push(makeLine(page, pieces, row.y));
  return lines;
}

/** The usual gap between letters in font sizes: 0, or more where a title is s p a c e d  o u t. */
function spacingOf(row: Row): number {
  const gaps: number[] = [];
  let last: Glyph | null = null;
  for (const glyph of row.glyphs) {
    if (last && !glyph.space && !last.space && !isMark(glyph.text.charCodeAt(0)))
      gaps.push((glyph.x - last.x - last.width) / Math.max(glyph.size, 1e-6));
    last = glyph;
  }
  if (gaps.length < 4) return 0;
  gaps.sort((a, b) => a - b);
  const middle = gaps[gaps.length >> 1]!;
  const even = gaps.filter((gap) => Math.abs(gap - middle) < 0.08).length;
  return middle > 0 && middle < MAX_SPACING && even > 0.6 * gaps.length ? middle : 0;
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
    last.confidence === glyph.confidence &&
    last.italic === glyph.italic;
  if (alike) {
    last.text += glyph.text;
    last.x1 = Math.max(last.x1, glyph.x + glyph.width);
  } else
    pieces.push({
      text: glyph.text,
      x0: glyph.x,
      x1: glyph.x + glyph.width,
      letter: glyph.width,
      size: glyph.size,
      raised,
      bold: glyph.bold,
      italic: glyph.italic,
      ...(glyph.confidence !== undefined && { confidence: glyph.confidence }),
      start,
    });
}

/** Bold made by drawing a letter twice, a hair apart. */
function isShadow(glyph: Glyph, last: Glyph): boolean {
  return glyph.text === last.text && Math.abs(glyph.x - last.x) < 0.12 * glyph.size && glyph.width > 0.2 * glyph.size;
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

/** Word processors set Chinese characters a quarter apart from Latin letters; that is no blank. */
function isHan(glyph: Glyph): boolean {
  return /\p{Script=Han}/u.test(glyph.text);
}
