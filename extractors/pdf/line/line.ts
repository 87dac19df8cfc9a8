import type { Glyph } from '../page/content.ts';

/** A run of letters of one word that look alike. Words of a line follow each other; `start` opens a new word. */
export interface Piece {
  text: string;
  x0: number;
  x1: number;
  /** Width of the first letter: what would have had to fit on the line before, had the word been broken there. */
  letter: number;
  size: number;
  /** How far the baseline stands above that of the line, in font sizes of the line: 0.33 for a superscript. */
  raised: number;
  bold: boolean;
  italic: boolean;
  /** Of a word read off a picture: how sure the recogniser is of it (0 to 100). */
  confidence?: number;
  /** A new word begins here: a blank stands before it. */
  start: boolean;
}

/** One printed line, or one side of it where two columns stand beside each other. */
export interface Line {
  page: number;
  pieces: Piece[];
  x0: number;
  x1: number;
  /** Baseline. */
  y: number;
  /** Font size of most of its letters. */
  size: number;
}

export function lineText(line: Line): string {
  return line.pieces.map((piece, i) => (piece.start && i > 0 ? ' ' : '') + piece.text).join('');
}

/** Width of the first word: what would have had to fit on the line before. */
export function firstWordWidth(line: Line): number {
  const next = line.pieces.findIndex((piece, i) => i > 0 && piece.start);
  const last = line.pieces[next === -1 ? line.pieces.length - 1 : next - 1]!;
  return last.x1 - line.x0;
}

export function isBold(line: Line): boolean {
  return line.pieces.every((piece) => piece.bold || !/[\p{L}\p{N}]/u.test(piece.text));
}

export function makeLine(page: number, pieces: Piece[], y: number): Line {
  const letters = new Map<number, number>();
  for (const piece of pieces) letters.set(piece.size, (letters.get(piece.size) ?? 0) + piece.text.length);
  let size = 0;
  let most = 0;
  for (const [candidate, count] of letters) {
    if (count > most || (count === most && candidate > size)) {
      size = candidate;
      most = count;
    }
  }
  return { page, pieces, x0: pieces[0]!.x0, x1: pieces[pieces.length - 1]!.x1, y, size };
}

/**
 * How sure the recogniser is of what it read; null for true text. It is as sure as of its words on the average, but no
 * surer than of any figure: a block in which one figure may be misread accuses nobody.
 */
export function confidenceOf(lines: readonly Line[]): number | null {
  let sum = 0;
  let letters = 0;
  let least = 100;
  for (const { text, confidence } of lines.flatMap((line) => line.pieces)) {
    if (confidence === undefined) continue;
    sum += confidence * text.length;
    letters += text.length;
    if (/\d/.test(text)) least = Math.min(least, confidence);
  }
  return letters === 0 ? null : Math.round(Math.min(least, sum / letters));
}

/** Letters in the frame of their own reading direction: along = the direction of reading, down = across it. */
export function straightened(glyph: Glyph): Glyph {
  switch (glyph.turn) {
    case 0:
      return glyph;
    case 90:
      return { ...glyph, x: glyph.y, y: -glyph.x, turn: 0 };
    case 180:
      return { ...glyph, x: -glyph.x, y: -glyph.y, turn: 0 };
    case 270:
      return { ...glyph, x: -glyph.y, y: glyph.x, turn: 0 };
  }
}
