import { ReadError } from '../../../extractors/document/read-error.ts';
import { greyOfRgba } from '../../../extractors/ocr/bitmap.ts';
import type { PagePicture } from './pdf-pictures.ts';

/** The pages of a file that is a picture: one for a photo, several for a fax in TIFF. */
export interface PictureFile {
  pages: number;
  read(page: number): Promise<PagePicture>;
}

/** Larger pictures than this many pixels (A3 at 600 dpi) are refused. */
const MAX_PIXELS = 75_000_000;
/** A photo tells no resolution: its long side is taken for that of an A4 sheet (inches). */
const LONG_SIDE = 11.69;

export async function openPictureFile(bytes: Uint8Array, mediaType: string): Promise<PictureFile> {
  if (mediaType === 'image/tiff') return openTiff(bytes);
  const photo = await readPhoto(bytes);
  return { pages: 1, read: async () => photo };
}

async function readPhoto(bytes: Uint8Array): Promise<PagePicture> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(Buffer.from(bytes)).catch(() => {
    throw corrupt();
  });
  const { width, height } = image;
  checkSize(width, height);
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const bitmap = greyOfRgba(width, height, context.getImageData(0, 0, width, height).data);
  return { bitmap, dpi: Math.max(width, height) / LONG_SIDE };
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
