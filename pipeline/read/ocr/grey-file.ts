import type { Bitmap } from '../../../extractors/ocr/bitmap.ts';

/** The picture as a PGM file, the plainest that Tesseract reads: no packing, no unpacking. */
export function greyFile({ width, height, data }: Bitmap): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data]);
}
