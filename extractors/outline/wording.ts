import { fold } from '../text/fold.ts';
import data from './wording.json' with { type: 'json' };

/** Words of the title of a part that tell it from others, folded, each once; synonyms under one of them. */
export const titleWords = (text: string): string[] => tellingWords(text, titleVoids);

/** The same for what is counted: «tổ chức» and «kết quả» may be counted. */
export const figureWords = (text: string): string[] => tellingWords(text, figureVoids);

function tellingWords(text: string, voids: readonly string[]): string[] {
  let words = ` ${(fold(text).match(/[\p{L}]+/gu) ?? []).join(' ')} `;
  for (const [other, first] of synonyms) words = words.replaceAll(` ${other} `, ` ${first.replaceAll(' ', '_')} `);
  let rest = words;
  for (const word of voids) while (rest.includes(` ${word} `)) rest = rest.replaceAll(` ${word} `, ' ');
  // «Kết quả thực hiện» is made of nothing but such words: then they are all it has.
  const telling = rest.trim() === '' ? words : rest;
  return [...new Set(telling.split(' ').filter((word) => word !== ''))];
}

/** A title names several things: «Hạn chế, khuyết điểm và nguyên nhân». */
export function piecesOf(title: string): string[] {
  const plain = title.replace(/\([^)]*\)?/g, ' ');
  const pieces = plain
    .split(/[,;]|\s[-–]\s|(?<=\s)(?:và|gắn với)(?=\s)/u)
    .map((piece) => piece.trim())
    .filter((piece) => titleWords(piece).length > 0);
  return pieces.length === 0 ? [title] : pieces;
}

/** Longer ways first: «kết quả đạt được» before «kết quả». */
const synonyms = data.same
  .flatMap(([first, ...others]) =>
    [first as string, ...others].map((other): [string, string] => [other, first as string]),
  )
  .sort((a, b) => b[0].length - a[0].length);
const byLength = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length);
const figureVoids = byLength(data.void);
const titleVoids = byLength([...data.void, ...data.voidInTitles]);
