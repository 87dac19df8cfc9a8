import type { Line } from './line/line.ts';
import { rowsOf } from './line/rows.ts';
import { linesOfRow } from './line/words.ts';
import type { PageContent, Ruling } from './page/content.ts';
import { pageNeedsOcr } from './page/text-layer.ts';
import { upright } from './page/upright.ts';
import { type PageTable, readTables } from './table/read-tables.ts';

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
  needsOcr: boolean;
  slanted: number;
}

export type PageLayout = LaidOutPage | { number: number; failed: true };

export function layOutPage(content: PageContent): LaidOutPage {
  const page = upright(content);
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
    needsOcr: pageNeedsOcr(page),
    slanted: page.slanted,
  };
}
