import { encodingOfLetters } from '../legacy/detect.ts';
import { isLetterOrNumeral } from '../text/letters.ts';
import { lineText } from './line/line.ts';
import { rowsOf } from './line/rows.ts';
import { isSyllable } from './line/syllable.ts';
import { linesOfRow } from './line/words.ts';
import type { PageContent } from './page/content.ts';

/** Fewer letters than this on a page that is a picture are a stamp or a page number, not its text. */
const MIN_LETTERS = 25;
/** A picture that covers this share of the page is the page. */
const PICTURE_OF_PAGE = 0.5;
/** A text layer with more unreadable signs than this share is of no use. */
const MAX_UNREADABLE = 0.2;
/** Invisible text of which fewer words than this are Vietnamese syllables or figures comes from a poor OCR. */
const MIN_PLAUSIBLE = 0.7;

/** A page has letters foreign to Vietnamese when more of them than this are. */
const MIN_FOREIGN = 0.02;

/** Must this page be read by OCR, because it is a picture without text, or because its text layer is unreadable? */
export function pageNeedsOcr(page: PageContent): boolean {
  let letters = 0;
  let unreadable = 0;
  for (const { text } of page.glyphs) {
    if (isLetterOrNumeral(text.charCodeAt(0)) || /[\p{L}\p{N}]/u.test(text)) letters++;
    else if (/[\uFFFD\p{Co}\p{Cn}\p{Cc}]/u.test(text)) unreadable++;
  }
  if (letters + unreadable === 0) return page.pictured > 0.1;
  if (letters < MIN_LETTERS && page.pictured > PICTURE_OF_PAGE) return true;
  if (unreadable > MAX_UNREADABLE * (letters + unreadable)) return true;
  if (isInLegacyEncoding(page)) return true;
  return isFromOcr(page) && plausibleWords(page) < MIN_PLAUSIBLE;
}

/** Western letters that Vietnamese does not have, and signs that stand for letters before Unicode: `C¸c cÊp ñy`. */
const FOREIGN = /[\u00a1-\u00ff]/;
const VIETNAMESE = /[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý]/;

/** A page in TCVN3 or VNI whose font does not tell what its letters look like: only its picture shows the text. */
function isInLegacyEncoding(page: PageContent): boolean {
  const foreign = page.glyphs.filter(({ text }) => text > 'z' && FOREIGN.test(text) && !VIETNAMESE.test(text)).length;
  return foreign > MIN_FOREIGN * page.glyphs.length && encodingOfLetters(wordsOf(page).join(' ')) !== null;
}

function wordsOf(page: PageContent): string[] {
  return rowsOf(page.glyphs)
    .flatMap((row) => linesOfRow(row, page.number))
    .flatMap((line) => lineText(line).split(' '));
}

/** The text is invisible and lies over a picture of the page: a scanner's own OCR. */
export function isFromOcr(page: PageContent): boolean {
  return (
    page.pictured > PICTURE_OF_PAGE &&
    page.glyphs.length > 0 &&
    page.glyphs.every(({ hidden, space }) => hidden || space)
  );
}

/** Share of the words that can be read as Vietnamese syllables, figures or document numbers. */
export function plausibleWords(page: PageContent): number {
  const words = wordsOf(page);
  return words.length === 0 ? 0 : words.filter(isPlausible).length / words.length;
}

export function isPlausible(word: string): boolean {
  const bare = word.normalize('NFC').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '');
  return bare === '' || /\p{N}/u.test(bare) || isSyllable(bare) || /^\p{Lu}{1,8}(?:[-/]\p{Lu}+)*$/u.test(bare);
}
