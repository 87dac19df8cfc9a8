import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { ReadError } from '../../../extractors/document/read-error.ts';
import { type Bitmap, greyOfRgb, greyOfRgba } from '../../../extractors/ocr/bitmap.ts';
import type { PagePicture } from './pdf-pictures.ts';
import { pictureSize } from './picture-size.ts';

/** The pages of a file that is a picture: one for a photo, several for a fax in TIFF. */
export interface PictureFile {
  pages: number;
  read(page: number): Promise<PagePicture>;
}

const JPEG_DECODER = pathToFileURL(
  createRequire(import.meta.url).resolve('pdfjs-dist/image_decoders/pdf.image_decoders.mjs'),
).href;

/** Larger pictures than this many pixels (A3 at 600 dpi) are refused. */
const MAX_PIXELS = 75_000_000;
/** A photo tells no resolution: its long side is taken for that of an A4 sheet (inches). */
const LONG_SIDE = 11.69;

export async function openPictureFile(bytes: Uint8Array, mediaType: string): Promise<PictureFile> {
  if (mediaType === 'image/tiff') return openTiff(bytes);
  const photo = await readPhoto(bytes, mediaType);
  return { pages: 1, read: async () => photo };
}

async function readPhoto(bytes: Uint8Array, mediaType: string): Promise<PagePicture> {
  const size = pictureSize(bytes);
  checkSize(size?.width ?? 0, size?.height ?? 0);
  const bitmap = mediaType === 'image/png' ? await readPng(bytes) : await readJpeg(bytes);
  return { bitmap, dpi: Math.max(bitmap.width, bitmap.height) / LONG_SIDE };
}

async function readPng(bytes: Uint8Array): Promise<Bitmap> {
  const { PNG } = await import('pngjs');
  const { width, height, data } = decoded(() => PNG.sync.read(Buffer.from(bytes)));
  return greyOfRgba(width, height, data);
}

interface JpegDecoder {
  parse(bytes: Uint8Array): void;
  width: number;
  height: number;
  getData(how: { width: number; height: number; forceRGB: true }): Uint8ClampedArray;
}

/** The decoder that reads the pictures of PDFs too. */
async function readJpeg(bytes: Uint8Array): Promise<Bitmap> {
  const { JpegImage, setVerbosityLevel } = (await import(JPEG_DECODER)) as {
    JpegImage: new () => JpegDecoder;
    setVerbosityLevel(level: number): void;
  };
  setVerbosityLevel(0);
  const jpeg = new JpegImage();
  return decoded(() => {
    jpeg.parse(bytes);
    const { width, height } = jpeg;
    return greyOfRgb(width, height, jpeg.getData({ width, height, forceRGB: true }));
  });
}

async function openTiff(bytes: Uint8Array): Promise<PictureFile> {
  const { default: UTIF } = await import('utif2');
  const file = bytes.slice().buffer;
  const pages = decoded(() => UTIF.decode(file));
  if (pages.length === 0) throw corrupt();
  return {
    pages: pages.length,
    async read(number) {
      const page = pages[number - 1]!;
      const tag = (name: string) => Number((page[name] as ArrayLike<number> | undefined)?.[0] ?? 0);
      checkSize(tag('t256'), tag('t257'));
      decoded(() => UTIF.decodeImage(file, page));
      const { width, height } = page;
      checkSize(width, height);
      const bitmap = greyOfRgba(
        width,
        height,
        decoded(() => UTIF.toRGBA8(page)),
      );
      // The unpacked page would stay in memory with all the others.
      page.data = new Uint8Array();
      // 3 = per centimetre. A fax has fewer dots down than across: 204 × 98.
      const perInch = tag('t296') === 3 ? 2.54 : 1;
      const across = tag('t282') * perInch;
      const stated = across >= 70 && across <= 1200;
      return { bitmap, dpi: stated ? across : Math.max(width, height) / LONG_SIDE };
    },
  };
}

function checkSize(width: number, height: number): void {
  if (!(width > 0 && height > 0)) throw corrupt();
  if (width * height > MAX_PIXELS) throw new ReadError('too-large', 'Ảnh quá lớn để nhận dạng.');
}

/** The library throws whatever it stumbles over. */
function decoded<T>(decode: () => T): T {
  try {
    return decode();
  } catch {
    throw corrupt();
  }
}

function corrupt(): ReadError {
  return new ReadError('corrupt', 'Tệp ảnh bị hỏng, không mở được.');
}
