import { fold } from '../text/fold.ts';

/** «Phụ lục 1», «Phụ lục số 02», «phụ biểu số 3»: as it is named in a sentence. «PL2» is the section of its blocks. */
export function annexName(text: string): { id: string; start: number; end: number }[] {
  const found = fold(text).matchAll(
    /(?<![\p{L}\d])(?:phu luc|phu bieu|bieu mau|bieu)(?: so)? ?0*([ivx]{1,4}|\d{1,2})(?![\p{L}\d])/gu,
  );
  return Array.from(found, ({ 0: name, 1: number = '', index }) => ({
    id: `PL${/^\d+$/.test(number) ? Number(number) : romanValue(number)}`,
    start: index,
    end: index + name.length,
  }));
}

function romanValue(text: string): number {
  const values = { i: 1, v: 5, x: 10 } as Readonly<Record<string, number>>;
  return [...text].reduce((sum, letter, i) => {
    const value = values[letter] ?? 0;
    return sum + (value < (values[text[i + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}
