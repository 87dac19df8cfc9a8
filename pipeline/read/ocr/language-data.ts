import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What Tesseract knows of Vietnamese, as the package brings it: nothing is ever downloaded. */
export const LANGUAGE = 'vie';
export const LANGUAGE_FOLDER = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
  '4.0.0_best_int',
);

/** Tesseract's numbers for the ways in which it takes a picture. */
export const SEGMENTATION = { page: '3', column: '6' } as const;
