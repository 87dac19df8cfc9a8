/**
 * What a sign is, looked up: \p{L} in a pattern is a search through hundreds of ranges at every sign, and every extractor
 * asks it of the whole report. Signs of two units (emoji, letters nobody writes a report in) are none of these.
 */
export const isLetter = (unit: number): boolean => (kindOf(unit) & LETTER) !== 0;
export const isCapital = (unit: number): boolean => (kindOf(unit) & CAPITAL) !== 0;
/** Numerals are digits, and ² ³ ½ as well. */
export const isLetterOrNumeral = (unit: number): boolean => (kindOf(unit) & (LETTER | NUMERAL)) !== 0;
/** A combining mark: «´» over the letter before it. */
export const isMark = (unit: number): boolean => (kindOf(unit) & MARK) !== 0;
export const isBlank = (unit: number): boolean => (kindOf(unit) & BLANK) !== 0;

/** Calls `use` with the beginning and the end of every run of letters. */
export function eachWord(text: string, use: (start: number, end: number) => void): void {
  for (let end = 0; end < text.length; end++) {
    if (!isLetter(text.charCodeAt(end))) continue;
    const start = end;
    while (end < text.length && isLetter(text.charCodeAt(end))) end++;
    use(start, end);
  }
}

const KNOWN = 1;
const LETTER = 2;
const CAPITAL = 4;
const NUMERAL = 8;
const BLANK = 16;
const MARK = 32;
const kinds = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const kind = kinds[unit] as number;
  return kind === 0 ? learn(unit) : kind;
}

function learn(unit: number): number {
  const sign = String.fromCharCode(unit);
  let kind = KNOWN;
  if (/\p{L}/u.test(sign)) kind |= LETTER;
  if (/\p{Lu}/u.test(sign)) kind |= CAPITAL;
  if (/\p{N}/u.test(sign)) kind |= NUMERAL;
  if (/\s/.test(sign)) kind |= BLANK;
  if (/\p{M}/u.test(sign)) kind |= MARK;
  kinds[unit] = kind;
  return kind;
}
