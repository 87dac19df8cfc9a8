import { remembered } from '../text/remembered.ts';

export interface Range {
  start: number;
  end: number;
}

/** Sentences of a block. A full stop inside a number, a code or an abbreviation of one letter does not end one. */
export const sentencesOf: (text: string) => readonly Range[] = remembered(readSentences);

function readSentences(text: string): readonly Range[] {
  const found: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…]{1,6}[”")]{0,3}\s{1,4}(?=[\p{Lu}\d“"(+*-])|\n{1,4}/gu)) {
    const end = match.index + match[0].trimEnd().length;
    if (/(?:^|[\s(])(?:đ\/c|TP|Tp|v\.v|\p{Lu})\.?$/u.test(text.slice(Math.max(0, match.index - 5), match.index)))
      continue;
    if (end > start) found.push({ start, end });
    start = match.index + match[0].length;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}
