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
  /** Why nothing of the page is taken: it is a picture, or its text layer is unreadable, and … ; null for a page that is read. */
  unread: UnreadReason | null;
  /** The page was read off its picture. */
  recognised: boolean;
  /** Nothing at all stands on the page. */
  empty: boolean;
  /** How sure the text is (0 to 100) where OCR read it, a scanner's own or ours; null for true text. */
  ocrConfidence: number | null;
  slanted: number;
  unclear: number;
  repairs: readonly { read: string; meant: string }[];
}

/** No OCR was wanted, the file has more such pages than may be read, the page took too long, or the recogniser failed. */
export type UnreadReason = 'no-ocr' | 'page-limit' | 'time-limit' | 'failed';

export type PageLayout = LaidOutPage | { number: number; failed: true };

/** Lays out a page with its text layer; one that needs OCR stays empty. */
export function layOutPage(content: PageContent, unread: UnreadReason = 'no-ocr'): LaidOutPage {
  if (pageNeedsOcr(content)) return { ...layOut({ ...content, glyphs: [], rulings: [] }), empty: false, unread };
  const page = layOut(content);
  return isFromOcr(content) ? { ...page, ocrConfidence: Math.round(100 * plausibleWords(content)) } : page;
}

/** A page that is a picture and was not read. */
export function unreadPage(number: number, unread: UnreadReason): LaidOutPage {
  const blank = { number, width: 595, height: 842, glyphs: [], rulings: [], pictured: 1, slanted: 0 };
  return { ...layOut(blank), empty: false, unread };
}

/** Lays out a page that was read off its picture. */
export function layOutScan(content: PageContent): LaidOutPage {
  const sure = content.glyphs.filter((glyph) => glyph.confidence !== undefined);
  const sum = sure.reduce((total, glyph) => total + glyph.confidence!, 0);
  return { ...layOut(content), recognised: true, ocrConfidence: Math.round(sum / Math.max(1, sure.length)) };
}

function layOut(content: PageContent): LaidOutPage {
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
    unread: null,
    recognised: false,
    empty: content.glyphs.length === 0 && content.rulings.length === 0 && content.pictured === 0,
    ocrConfidence: null,
    slanted: page.slanted,
    unclear: page.unclear ?? 0,
    repairs: page.repairs ?? [],
  };
}
