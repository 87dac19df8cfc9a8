import { readWhole } from '../regular-file.ts';
import { wordHtml } from '../word-html.ts';

/** A picture of every page of a long report would make a page that no browser opens. */
const MOST_PAGES = 60;
const PAGE_WIDTH = 800;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The file as other programs show it, to set beside the reading: the pages of a PDF as pictures by number, a Word document
 * as mammoth renders it (without pictures and links). Only of a file that was read under the limits before. Null for
 * other formats. It is the user's own file: personal numbers are not masked in it.
 */
export async function originalPages(
  path: string,
  mediaType: string | null,
): Promise<Map<number | null, string> | null> {
  if (mediaType !== WORD && mediaType !== 'application/pdf') return null;
  const bytes = await readWhole(path, Number.POSITIVE_INFINITY);
  if (typeof bytes === 'string') return null;
  return mediaType === WORD ? new Map([[null, await wordHtml(bytes)]]) : pdfPictures(bytes);
}

async function pdfPictures(bytes: Uint8Array): Promise<Map<number, string>> {
  const { PDFParse } = await import('pdf-parse');
  const parser = new PDFParse({ data: new Uint8Array(bytes) });
  try {
    const { pages } = await parser.getScreenshot({ desiredWidth: PAGE_WIDTH, imageBuffer: false, first: MOST_PAGES });
    return new Map(pages.map(({ pageNumber, dataUrl }) => [pageNumber, `<img src="${dataUrl}" alt="">`]));
  } finally {
    await parser.destroy();
  }
}
