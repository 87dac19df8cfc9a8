import type { PageContent } from './content.ts';

/** Fewer letters than this on a page that is a picture are a stamp or a page number, not its text. */
const MIN_LETTERS = 25;
/** A picture that covers this share of the page is the page. */
const PICTURE_OF_PAGE = 0.5;
/** A text layer with more unreadable signs than this share is of no use. */
const MAX_UNREADABLE = 0.2;

/** Must this page be read by OCR, because it is a picture without text, or because its text layer is unreadable? */
export function pageNeedsOcr(page: PageContent): boolean {
  let letters = 0;
  let unreadable = 0;
  for (const { text } of page.glyphs) {
    if (/[\p{L}\p{N}]/u.test(text)) letters++;
    else if (/[\uFFFD\p{Co}\p{Cn}\p{Cc}]/u.test(text)) unreadable++;
  }
  if (letters + unreadable === 0) return page.pictured > 0.1;
  if (letters < MIN_LETTERS && page.pictured > PICTURE_OF_PAGE) return true;
  return unreadable > MAX_UNREADABLE * (letters + unreadable);
}
