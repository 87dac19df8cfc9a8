import type { Reading } from '../document/builder.ts';
import { ReadError } from '../document/read-error.ts';
import { assemble } from './assemble.ts';
import { missingEnd } from './diagnostics.ts';
import { layOutPage, layOutScan, type PageLayout, type UnreadReason, unreadPage } from './layout.ts';
import { type PdfDocument, type PdfPage, WITHOUT_ANNOTATIONS, withPdf } from './open.ts';
import type { PageContent } from './page/content.ts';
import { toMatrix } from './page/matrix.ts';
import type { PageFont } from './page/operators.ts';
import { PLAIN_FONT, readPage } from './page/read-page.ts';
import { pageNeedsOcr } from './text-layer.ts';

export interface PdfOptions {
  /** More pages than this are refused: a report has 5 to 200. */
  maxPages?: number;
  onProgress?: (page: number, pages: number) => void;
  /** Reads a page off its picture; asked for pages without a usable text layer only. */
  recognise?: RecognisePage;
}

export type RecognisePage = (page: number) => Promise<PageContent | UnreadReason>;

const DEFAULT_MAX_PAGES = 2_000;

/** Reads a PDF with a text layer. Pages without one are named in the diagnostics and left to OCR. */
export async function readPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<Reading> {
  const maxPages = options.maxPages ?? DEFAULT_MAX_PAGES;
  return withPdf(bytes, async (document) => {
    const pages = document.numPages;
    if (pages < 1) throw new ReadError('no-pages', 'Tệp PDF không có trang nào.');
    if (pages > maxPages)
      throw new ReadError('too-many-pages', `Tệp PDF có ${pages} trang, vượt giới hạn ${maxPages} trang.`);
    const layouts: PageLayout[] = [];
    for (let number = 1; number <= pages; number++) {
      layouts.push(await layOut(document, number, options.recognise));
      options.onProgress?.(number, pages);
    }
    const { blocks, diagnostics } = assemble(layouts);
    return { blocks, diagnostics: [...missingEnd(bytes), ...diagnostics] };
  });
}

/** Reads pages that are pictures from the first: photos, faxes. */
export async function readPictures(
  pages: number,
  recognise: RecognisePage,
  onProgress?: PdfOptions['onProgress'],
): Promise<Reading> {
  const layouts: PageLayout[] = [];
  for (let number = 1; number <= pages; number++) {
    const recognised = await recognise(number);
    layouts.push(typeof recognised === 'string' ? unreadPage(number, recognised) : layOutScan(recognised));
    onProgress?.(number, pages);
  }
  return assemble(layouts);
}

/** One page at a time, its drawing program and fonts let go of at once: memory does not grow with the report. */
async function layOut(document: PdfDocument, number: number, recognise?: RecognisePage): Promise<PageLayout> {
  let page: PdfPage | null = null;
  try {
    page = await document.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const viewport = toMatrix(transform);
    if (!viewport) return { number, failed: true };
    const operators = await page.getOperatorList(WITHOUT_ANNOTATIONS);
    const content = readPage({ number, width, height, viewport }, operators, fontsOf(page));
    if (!recognise || !pageNeedsOcr(content)) return layOutPage(content);
    const recognised = await recognise(number);
    return typeof recognised === 'string' ? layOutPage(content, recognised) : layOutScan(recognised);
  } catch {
    // A page whose program is broken is told about and does not take the others with it.
    return { number, failed: true };
  } finally {
    page?.cleanup();
  }
}

interface FontObject {
  name?: string;
  bold?: boolean;
  italic?: boolean;
  vertical?: boolean;
  fontMatrix?: number[] | null;
}

function fontsOf(page: PdfPage): (name: string) => PageFont {
  const known = new Map<string, PageFont>();
  return (name) => {
    let font = known.get(name);
    if (!font) {
      font = page.commonObjs.has(name) ? fontOf(page.commonObjs.get(name) as FontObject | null) : PLAIN_FONT;
      known.set(name, font);
    }
    return font;
  };
}

/** `BAAAAA+LiberationSerif-BoldItalic`: embedded fonts tell their weight by name only. */
function fontOf(font: FontObject | null): PageFont {
  const name = font?.name ?? '';
  return {
    bold: font?.bold === true || /bold|black|heavy|semibold|demi/i.test(name),
    italic: font?.italic === true || /italic|oblique/i.test(name),
    vertical: font?.vertical === true,
    unit: font?.fontMatrix?.[0] ?? 0.001,
  };
}
