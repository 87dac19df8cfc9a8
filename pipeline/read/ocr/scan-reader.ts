import { type Recognise, readScan } from '../../../extractors/ocr/read-scan.ts';
import type { UnreadReason } from '../../../extractors/pdf/layout.ts';
import type { RecognisePage } from '../../../extractors/pdf/read.ts';
import type { Engine } from './engine.ts';
import { openEngine } from './open-engine.ts';
import type { PagePicture } from './pdf-pictures.ts';

export interface OcrOptions {
  /** At most this many pages of a file are read off their pictures. */
  pages: number;
  pageSeconds: number;
  /** Called when such a page begins (with their number so far) and every few seconds while it is read. */
  onScan?: (pages: number) => void;
}

/** How often a page that is being read gives a sign of life. */
const SIGN_MS = 5_000;

/** One engine a process: starting it costs as much as a tenth of a page. */
let engine: Promise<Engine> | null = null;

/** Reads pages off the pictures that `pictureOf` gives; each under its own time limit. */
export function scanReader(pictureOf: (page: number) => Promise<PagePicture>, options: OcrOptions): RecognisePage {
  let begun = 0;
  return async (number) => {
    if (begun >= options.pages) return 'page-limit';
    begun++;
    const sign = () => options.onScan?.(begun);
    sign();
    const signs = setInterval(sign, SIGN_MS);
    engine ??= openEngine();
    const running = await engine;
    let givenUp = false;
    let limit: NodeJS.Timeout | undefined;
    const tooLong = new Promise<UnreadReason>((resolve) => {
      limit = setTimeout(resolve, options.pageSeconds * 1000, 'time-limit');
    });
    try {
      // A page that was given up must not go on beside the next one.
      const recognise: Recognise = (bitmap, segmentation) =>
        givenUp ? Promise.reject(new Error('given up')) : running.recognise(bitmap, segmentation);
      const reading = pictureOf(number).then((picture) => readScan({ ...picture, number }, recognise));
      const result = await Promise.race([reading.catch((): UnreadReason => 'failed'), tooLong]);
      givenUp = result === 'time-limit';
      if (givenUp) await running.stop();
      return result;
    } finally {
      clearInterval(signs);
      clearTimeout(limit);
    }
  };
}
