import { fold } from './fold.ts';
import { remembered } from './remembered.ts';

/** Soft hyphens (U+001F in old Word files), zero-width blanks and joiners, the byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF\u001F]/g;
const HYPHEN = /[\u2010\u2011\u001E]/g;
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001D\u007F]/g;

const BLANKS = /[\t\n\r\v\f \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g;
/** Blanks that are not single spaces, which most are. */
const ODD_BLANK = /[\t\n\r\v\f\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]| {2}/;

/**
 * The text of a block as every later step sees it: NFC, Ð (U+00D0, Icelandic eth) as Đ, every kind of blank as one
 * space, hyphens of Word (U+2011, U+001E) as "-", soft hyphens and zero-width characters gone. Dashes – — stay: they
 * are punctuation, and grammars accept them where a hyphen may stand. Superscript digits stay too: km² is a unit.
 */
export function normalizeText(raw: string): string {
  const text = raw
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\u00D0/g, '\u0110')
    .replace(/\u00F0/g, '\u0111')
    .replace(HYPHEN, '-')
    .replace(CONTROL, '');
  return (ODD_BLANK.test(text) ? text.replace(BLANKS, ' ') : text).trim();
}

/** Every run of blanks as one space, none at the ends: a heading that stood on two lines. */
export const oneLine: (text: string) => string = remembered((text) => text.replace(/\s+/g, ' ').trim());

export const foldedLine = (text: string): string => fold(oneLine(text));
