import { fold } from './fold.ts';
import { remembered } from './remembered.ts';

/** Soft hyphens (U+001F in old Word files), zero-width blanks and joiners, the byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF\u001F]/g;
const HYPHEN = /[\u2010\u2011\u001E]/g;
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001D\u007F]/g;

const BLANKS = /[\t\n\r\v\f \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g;
/** What all of these change; most texts have none of it. */
const ODD =
  /[\u0000-\u001F\u007F\u00A0\u00AD\u00D0\u00F0\u1680\u2000-\u200D\u2010\u2011\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF]| {2}/;

/**
 * The text of a block as every later step sees it: NFC, Ð (U+00D0, Icelandic eth) as Đ, every kind of blank as one
 * space, hyphens of Word (U+2011, U+001E) as "-", soft hyphens and zero-width characters gone. Dashes – — stay: they
 * are punctuation, and grammars accept them where a hyphen may stand. Superscript digits stay too: km² is a unit.
 */
export function normalizeText(raw: string): string {
  const text = raw.normalize('NFC');
  if (!ODD.test(text)) return text.trim();
  return text
    .replace(INVISIBLE, '')
    .replace(/\u00D0/g, '\u0110')
    .replace(/\u00F0/g, '\u0111')
    .replace(HYPHEN, '-')
    .replace(CONTROL, '')
    .replace(BLANKS, ' ')
    .trim();
}

/** Every run of blanks as one space, none at the ends: a heading that stood on two lines. */
export const oneLine: (text: string) => string = remembered((text) => text.replace(/\s+/g, ' ').trim());

export const foldedLine = (text: string): string => fold(oneLine(text));
