import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Segmentation } from '../../../extractors/ocr/read-scan.ts';

/** What Tesseract knows of Vietnamese, as the package brings it: nothing is ever downloaded. */
export const LANGUAGE = 'vie';
export const LANGUAGE_FOLDER = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
  '4.0.0_best_int',
);

/** Tesseract's number for each way in which it takes a picture, and the only letters that it may find. */
export const TAKE: Record<Segmentation, { mode: string; only: string }> = {
  page: { mode: '3', only: '' },
  column: { mode: '6', only: '' },
  figures: { mode: '6', only: '0123456789()' },
};
