import { isSyllable } from '../pdf/line/syllable.ts';
import { decode, hasForeignLetters, type LegacyEncoding } from './decode.ts';

/** Letters that only Unicode has: text with any of them is Unicode already. */
const UNICODE_VIETNAMESE =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]|[\u0300-\u0323]/;
/** Codes of both old encodings, which are also letters and signs of western Europe. */
const HIGH = /[\u00A1-\u00FF\u03BC]/;
/** Signs of VIQR that no other text has so often. */
const VIQR_SIGNS = /[aeoAEO]\^|[ouOU]\+['`?~.]?[a-z\s]|[aA]\(['`?~.]?[a-z]|dd[aeiouy]/g;

const MIN_WORDS = 3;
const MIN_VIQR_SIGNS = 4;
/** Share of the words beyond ASCII that must be syllables once converted, and that may be before. */
const GOOD = 0.85;
const BAD = 0.5;

export const isUnicodeVietnamese = (text: string): boolean => UNICODE_VIETNAMESE.test(text);

interface Fit {
  words: number;
  syllables: number;
}

/** How many words beyond ASCII there are, and how many of them could be Vietnamese syllables. */
export function fitOf(text: string): Fit {
  const fit = { words: 0, syllables: 0 };
  for (const word of text.split(/[^A-Za-z\u00A1-\u1EFF]+/)) {
    if (!/[\u00A1-\u1EFF]/.test(word)) continue;
    fit.words++;
    if (isSyllable(word)) fit.syllables++;
  }
  return fit;
}

const share = ({ words, syllables }: Fit): number => (words === 0 ? 0 : syllables / words);

/**
 * The old encoding of a text without a font that tells, by its letters: read as such nearly every word is a Vietnamese
 * syllable, left as it is hardly any. `expected`: what the rest of the document is written in; then one word is enough.
 *
 *     Thùc hiÖn NghÞ quyÕt      tcvn3
 *     Thöïc hieän Nghò quyeát   vni
 *     Thu+.c hie^.n Nghi. quye^'t   viqr
 */
export function encodingOfLetters(text: string, expected: LegacyEncoding | null = null): LegacyEncoding | null {
  if (isUnicodeVietnamese(text)) return null;
  if (!HIGH.test(text)) return viqr(text, expected === 'viqr');
  const before = fitOf(text);
  let best: LegacyEncoding | null = null;
  let most: Fit = { words: 0, syllables: 0 };
  for (const encoding of ['tcvn3', 'vni'] as const) {
    const after = fitOf(decode(text, encoding));
    if (share(after) > share(most) || (share(after) === share(most) && encoding === expected)) {
      best = encoding;
      most = after;
    }
  }
  if (best !== null && best === expected && !hasForeignLetters(text, best))
    return share(most) >= Math.max(share(before), BAD) ? best : null;
  return most.words >= MIN_WORDS && share(most) >= GOOD && share(before) <= BAD ? best : null;
}

function viqr(text: string, isExpected: boolean): LegacyEncoding | null {
  if (!isExpected && (text.match(VIQR_SIGNS) ?? []).length < MIN_VIQR_SIGNS) return null;
  const fit = fitOf(decode(text, 'viqr'));
  return fit.words >= (isExpected ? 1 : MIN_VIQR_SIGNS) && share(fit) >= GOOD ? 'viqr' : null;
}
