import { type Line, lineText } from '../line/line.ts';
import { rowsOf } from '../line/rows.ts';
import { linesOfRow } from '../line/words.ts';
import type { Glyph, Ruling } from '../page/content.ts';

type Look = Partial<Pick<Glyph, 'size' | 'bold' | 'italic' | 'turn' | 'hidden'>>;

/** Every letter is half its size wide, a blank a quarter: places can be reckoned by heart. */
export function typeset(text: string, x: number, y: number, look: Look = {}): Glyph[] {
  const size = look.size ?? 10;
  let at = x;
  return Array.from(text, (letter): Glyph => {
    const width = (letter === ' ' ? 0.25 : /\p{M}/u.test(letter) ? 0 : 0.5) * size;
    const glyph: Glyph = {
      text: letter,
      x: at,
      y,
      width,
      size,
      turn: 0,
      space: letter === ' ',
      bold: false,
      italic: false,
      hidden: false,
      ...look,
    };
    at += width;
    return glyph;
  });
}

export function linesOf(glyphs: readonly Glyph[], page = 1): Line[] {
  return rowsOf(glyphs).flatMap((row) => linesOfRow(row, page));
}

export function textsOf(glyphs: readonly Glyph[]): string[] {
  return linesOf(glyphs).map(lineText);
}

/** One printed line; `to` sets it flush with that place by widening its last word's end. */
export function line(text: string, x: number, y: number, options: Look & { page?: number; to?: number } = {}): Line {
  const { page = 1, to, ...look } = options;
  const [made] = linesOf(typeset(text, x, y, look), page);
  if (to !== undefined) {
    made!.x1 = to;
    made!.pieces[made!.pieces.length - 1]!.x1 = to;
  }
  return made!;
}

export function across(at: number, from: number, to: number): Ruling {
  return { horizontal: true, at, from, to };
}

export function down(at: number, from: number, to: number): Ruling {
  return { horizontal: false, at, from, to };
}

/** All lines of a grid with these column and row borders. */
export function gridLines(xs: readonly number[], ys: readonly number[]): Ruling[] {
  return [
    ...ys.map((y) => across(y, xs[0]!, xs[xs.length - 1]!)),
    ...xs.map((x) => down(x, ys[0]!, ys[ys.length - 1]!)),
  ];
}
