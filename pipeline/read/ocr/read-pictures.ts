import type { Reading } from '../../../extractors/document/builder.ts';
import { ReadError } from '../../../extractors/document/read-error.ts';
import { readPictures } from '../../../extractors/pdf/read.ts';
import { openPictureFile } from './picture-files.ts';
import { type OcrOptions, scanReader } from './scan-reader.ts';

/** Reads a file that is a picture of a page, or of several. */
export async function readPictureFile(
  bytes: Uint8Array,
  mediaType: string,
  options: { maxPages: number; onProgress?: (page: number, pages: number) => void; ocr?: OcrOptions },
): Promise<Reading> {
  const { pages, read } = await openPictureFile(bytes, mediaType);
  const { maxPages, onProgress, ocr } = options;
  if (pages > maxPages)
    throw new ReadError('too-many-pages', `Tệp ảnh có ${pages} trang, vượt giới hạn ${maxPages} trang.`);
  return readPictures(pages, ocr ? scanReader(read, ocr) : async () => 'no-ocr', onProgress);
}
