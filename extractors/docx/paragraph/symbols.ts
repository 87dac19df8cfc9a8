import { codePoint } from 'dingbat-to-unicode';

const DINGBAT_FONT = /^(?:symbol|webdings|wingdings(?: [23])?)$/i;
/** Word moves the letters of a dingbat font up to here. */
const PRIVATE = /[\uF020-\uF0FF]/;

/** Letters of Symbol, Wingdings and Webdings as the characters they look like: `\uF0A3` in Symbol is ≤. */
export function mapSymbols(text: string, font: string | undefined): string {
  const isDingbat = font !== undefined && DINGBAT_FONT.test(font);
  if (!isDingbat && !PRIVATE.test(text)) return text;
  const table = isDingbat ? font : 'Symbol';
  return Array.from(text, (letter) => {
    const code = letter.codePointAt(0)!;
    if (!isDingbat && !PRIVATE.test(letter)) return letter;
    return codePoint(table, code >= 0xf020 && code <= 0xf0ff ? code - 0xf000 : code)?.string ?? letter;
  }).join('');
}

/** `<w:sym w:font="Wingdings" w:char="F0FE"/>`; null where no table has it. */
export function symbol(font: string | undefined, char: string | undefined): string | null {
  const code = Number.parseInt(char ?? '', 16);
  if (Number.isNaN(code) || code > 0xffff) return null;
  const letter = String.fromCodePoint(code);
  const mapped = mapSymbols(letter, font ?? 'Symbol');
  return /[\uE000-\uF8FF]/.test(mapped) ? null : mapped;
}
