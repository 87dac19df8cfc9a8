import type { Line } from './line/line.ts';
import { rowsOf } from './line/rows.ts';
import { linesOfRow } from './line/words.ts';
import type { PageContent, Ruling } from './page/content.ts';
import { upright } from './page/upright.ts';
import { type PageTable, readTables } from './table/read-tables.ts';
import { isFromOcr, pageNeedsOcr, plausibleWords } from './text-layer.ts';

/** What stands on a page and where, before it is known what is text, note or page number. */
export interface LaidOutPage {
  number: number;
  failed: false;
  width: number;
  height: number;
  /** Lines outside tables, from top to bottom; where two columns stand beside each other, one line for each. */
  lines: Line[];
  tables: PageTable[];
  /** Horizontal lines outside tables: above footnotes, below the headings of a report. */
  rules: Ruling[];
  /** The page is a picture, or its text layer is unreadable: nothing of it is taken. */
  needsOcr: boolean;
  /** Nothing at all stands on the page. */
  empty: boolean;
  /** For text that a scanner's OCR laid over the page, how much of it is plausible (0 to 100); null for true text. */
  ocrConfidence: number | null;
  slanted: number;
}

export type PageLayout = LaidOutPage | { number: number; failed: true };

export function layOutPage(content: PageContent): LaidOutPage {
  const needsOcr = pageNeedsOcr(content);
  const page = upright(needsOcr ? { ...content, glyphs: [], rulings: [] } : content);
  const { tables, rest, loose } = readTables(page);
  const lines = rowsOf(rest.filter((glyph) => glyph.turn === 0)).flatMap((row) => linesOfRow(row, page.number));
  return {
    number: page.number,
    failed: false,
    width: page.width,
    height: page.height,
    lines,
    tables,
    rules: loose.filter((ruling) => ruling.horizontal),
    needsOcr,
    empty: content.glyphs.length === 0 && content.rulings.length === 0 && content.pictured === 0,
    ocrConfidence: isFromOcr(page) ? Math.round(100 * plausibleWords(page)) : null,
    slanted: page.slanted,
  };
}
