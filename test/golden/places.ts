import type { Block } from '../../schemas/document.ts';

export interface Place {
  block: string;
  start: number;
  end: number;
}

/** Every place of a reading where these words stand; none if the reader cut or changed them. */
export function placesOf(quote: string, blocks: readonly Block[]): Place[] {
  const places: Place[] = [];
  for (const { id, text } of blocks)
    for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1))
      if (standsAlone(text, start, start + quote.length)) places.push({ block: id, start, end: start + quote.length });
  return places;
}

/** «46» is not meant where «4.463» stands. */
function standsAlone(text: string, start: number, end: number): boolean {
  const digit = /[\d.,]/;
  const before = digit.test(text.charAt(start)) && /\d[.,]?$/.test(text.slice(Math.max(0, start - 2), start));
  const after = digit.test(text.charAt(end - 1)) && /^[.,]?\d/.test(text.slice(end, end + 2));
  return !before && !after;
}

export function touches(one: Place, other: Place): boolean {
  return one.block === other.block && one.start < other.end && other.start < one.end;
}

export function anyTouches(ones: readonly Place[], others: readonly Place[]): boolean {
  return ones.some((one) => others.some((other) => touches(one, other)));
}

/** The words of a difference: enough of the quote to find it in the report. */
export function shortened(quote: string): string {
  return quote.length <= 60 ? `«${quote}»` : `«${quote.slice(0, 59)}…»`;
}
