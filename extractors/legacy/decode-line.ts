import { decode, hasForeignLetters, type LegacyEncoding } from './decode.ts';
import { encodingOfLetters, fitOf, isUnicodeVietnamese } from './detect.ts';
import { legacyFont } from './fonts.ts';

/** Text of one font; `font` is undefined where the format does not tell. */
export interface FontText {
  text: string;
  font: string | undefined;
}

export interface DecodedLine {
  texts: string[];
  /** How many of the texts were converted. */
  converted: number;
  /** The encoding that the letters alone gave away. */
  byLetters: LegacyEncoding | null;
}

/** Fonts of the old encodings often count as symbol fonts, whose letters Word moves up to here. */
const MOVED = /[\uF020-\uF0FF]/g;

/**
 * One line in Unicode, piece by piece: by the font where it names an old encoding, else by the letters of all other
 * pieces together. Pieces that are Unicode already stay: reports are pasted together, and the font of the old ones
 * often stays with the new words. `expected` is what the rest of the document is written in.
 */
export function decodeLine(pieces: readonly FontText[], expected: LegacyEncoding | null): DecodedLine {
  const fonts = pieces.map((piece) => legacyFont(piece.font));
  const plain = pieces.filter((_, i) => !fonts[i]).map((piece) => piece.text);
  const joined = plain.join('');
  const byLetters = encodingOfLetters(joined, expected);
  const isMixed = byLetters === null && isUnicodeVietnamese(joined);
  let converted = 0;
  const texts = pieces.map(({ text, font }, i) => {
    const legacy = fonts[i];
    if (legacy) {
      const moved = text.replace(MOVED, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xf000));
      const sameFont = pieces.filter((piece) => piece.font === font).map((piece) => piece.text);
      if (staysUnicode(moved, sameFont.join(''), legacy.encoding)) return text;
      converted++;
      const letters = decode(moved, legacy.encoding);
      return legacy.isCapital ? letters.toUpperCase() : letters;
    }
    const encoding = byLetters ?? (isMixed ? encodingOfLetters(text, expected) : null);
    if (encoding === null) return text;
    const letters = decode(text, encoding);
    if (letters !== text) converted++;
    return letters;
  });
  return { texts, converted, byLetters };
}

/** Letters that both read as Vietnamese (`có` is also TCVN3 for `cú`): the rest of the line in that font decides. */
function staysUnicode(text: string, line: string, encoding: 'tcvn3' | 'vni'): boolean {
  if (isUnicodeVietnamese(text) || hasForeignLetters(text, encoding)) return true;
  const [before, after] = [fitOf(text), fitOf(decode(text, encoding))];
  if (before.syllables !== after.syllables) return before.syllables > after.syllables;
  return before.words > 0 && isUnicodeVietnamese(line);
}
