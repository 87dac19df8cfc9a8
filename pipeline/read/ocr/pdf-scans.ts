import type { RecognisePage } from '../../../extractors/pdf/read.ts';
import type { OcrOptions } from './scan-reader.ts';

/** Gives `use` a reader of the pages of a PDF that are pictures. Nothing of it is loaded before such a page comes. */
export async function withPdfScans<T>(
  bytes: Uint8Array,
  options: OcrOptions,
  use: (recognise: RecognisePage) => Promise<T>,
): Promise<T> {
  const opened: ReturnType<typeof open>[] = [];
  try {
    return await use(async (page) => {
      if (opened.length === 0) opened.push(open(bytes, options));
      return (await opened[0]!).recognise(page);
    });
  } finally {
    for (const scans of opened) await (await scans).close();
  }
}

async function open(bytes: Uint8Array, options: OcrOptions) {
  const [{ openPictures }, { scanReader }] = await Promise.all([
    import('./pdf-pictures.ts'),
    import('./scan-reader.ts'),
  ]);
  const pictures = openPictures(bytes);
  return { recognise: scanReader(pictures.read, options), close: pictures.close };
}
