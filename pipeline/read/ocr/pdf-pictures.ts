import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { type Bitmap, greyOfBits, greyOfRgb, greyOfRgba, turned } from '../../../extractors/ocr/bitmap.ts';
import { apply, type Matrix, multiply, toMatrix } from '../../../extractors/pdf/page/matrix.ts';

/** A page as a picture and its resolution. */
export interface PagePicture {
  bitmap: Bitmap;
  dpi: number;
}

/** Pages that are no single picture are drawn at this resolution. */
const DRAW_DPI = 300;
/** A single picture that covers this share of the page is the page. */
const WHOLE_PAGE = 0.6;
/** Larger pictures than this many pixels (A3 at 600 dpi) are left out by pdfjs: they would fill the memory. */
const MAX_PIXELS = 75_000_000;
/** A page drawn at full resolution has no more pixels than this; a poster is drawn smaller. */
const MAX_DRAWN_PIXELS = 36_000_000;

interface PageWithPictures {
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] };
  getOperatorList(options: { annotationMode: number }): Promise<{ fnArray: number[]; argsArray: unknown[][] }>;
  render(options: object): { promise: Promise<void> };
  cleanup(): boolean;
  objs: ObjectStore;
  commonObjs: ObjectStore;
}

interface ObjectStore {
  get(name: string, done: (value: unknown) => void): unknown;
}

interface DocumentWithPictures {
  numPages: number;
  getPage(number: number): Promise<PageWithPictures>;
}

/** pdfjs's numbers for the drawing steps that matter here. */
const OPS = { save: 10, restore: 11, transform: 12, formBegin: 74, formEnd: 75, mask: 83, picture: 85, inline: 86 };
const OTHER_PICTURES = [84, 87, 88, 89, 90];

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

interface PdfPictures {
  pages(): Promise<number>;
  read(page: number): Promise<PagePicture>;
  close(): Promise<void>;
}

/**
 * pdfjs asks a browser's canvas how large a picture may be, and where there is none halves those in JPEG 2000 that are
 * higher than 2,048 pixels: a page at 200 dpi. This one takes any size that `maxImageSize` lets through.
 */
class CanvasOfAnySize {
  getContext() {
    return { fillRect: () => undefined, getImageData: () => ({ data: [0, 0, 0, 255] }) };
  }
}

/** Opens a PDF for its pictures, beside the reader of its text, which leaves them out. */
export function openPictures(bytes: Uint8Array): PdfPictures {
  if (!('OffscreenCanvas' in globalThis)) Reflect.set(globalThis, 'OffscreenCanvas', CanvasOfAnySize);
  const parser = new PDFParse({
    data: bytes.slice(),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableAutoFetch: true,
    maxImageSize: MAX_PIXELS,
    standardFontDataUrl: `${join(library, 'standard_fonts')}/`,
    cMapUrl: `${join(library, 'cmaps')}/`,
    cMapPacked: true,
    wasmUrl: `${join(library, 'wasm')}/`,
    iccUrl: `${join(library, 'iccs')}/`,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  } as never);
  const document = (parser as unknown as { load(): Promise<DocumentWithPictures> }).load();
  document.catch(() => undefined);
  return {
    async read(number) {
      const page = await (await document).getPage(number);
      try {
        return (await singlePicture(page)) ?? (await drawn(page));
      } finally {
        page.cleanup();
      }
    },
    pages: async () => (await document).numPages,
    close: () => parser.destroy().catch(() => undefined),
  };
}

/** The picture that the page consists of, at its own resolution: drawing it anew would blur it. */
async function singlePicture(page: PageWithPictures): Promise<PagePicture | null> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const viewport = toMatrix(transform);
  const operators = await page.getOperatorList({ annotationMode: 0 });
  if (!viewport) return null;
  const found = picturesOf(operators, viewport);
  const main = found?.filter(({ matrix }) => areaOf(matrix) > 0.002 * width * height) ?? [];
  const only = main[0];
  if (!only || main.length > 1 || areaOf(only.matrix) < WHOLE_PAGE * width * height) return null;
  const way = wayOf(only.matrix);
  if (way === null) return null;
  const bitmap = bitmapOf(only.inline ?? (await objectOf(page, only.name)));
  if (!bitmap) return null;
  const upright = turned(bitmap, way);
  const across = Math.abs(way % 180 === 0 ? only.matrix[0] : only.matrix[2]);
  return { bitmap: upright, dpi: (upright.width / Math.max(across, 1)) * 72 };
}

interface Placed {
  name: string;
  inline: unknown;
  matrix: Matrix;
}

/** Where the page's pictures are drawn; null when some are drawn in ways that this does not follow. */
function picturesOf(
  { fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[][] },
  viewport: Matrix,
): Placed[] | null {
  const found: Placed[] = [];
  const saved: Matrix[] = [];
  let matrix = viewport;
  for (let i = 0; i < fnArray.length; i++) {
    const op = fnArray[i]!;
    const args = argsArray[i] ?? [];
    if (op === OPS.save) saved.push(matrix);
    else if (op === OPS.formBegin) {
      saved.push(matrix);
      const inner = toMatrix(args[0]);
      if (inner) matrix = multiply(matrix, inner);
    } else if (op === OPS.restore || op === OPS.formEnd) matrix = saved.pop() ?? matrix;
    else if (op === OPS.transform) {
      const inner = toMatrix(args);
      if (inner) matrix = multiply(matrix, inner);
    } else if (op === OPS.picture) found.push({ name: String(args[0]), inline: null, matrix });
    else if (op === OPS.inline) found.push({ name: '', inline: args[0], matrix });
    else if (op === OPS.mask || OTHER_PICTURES.includes(op)) return null;
  }
  return found;
}

function areaOf(matrix: Matrix): number {
  return Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
}

/** By how many quarter turns a picture is drawn; null for a mirrored or slanted one. Its unit square has its top at 1. */
function wayOf(matrix: Matrix): 0 | 90 | 180 | 270 | null {
  const [ox, oy] = apply(matrix, 0, 1);
  const [rx, ry] = apply(matrix, 1, 1);
  const [dx, dy] = apply(matrix, 0, 0);
  const right = [rx - ox, ry - oy] as const;
  const down = [dx - ox, dy - oy] as const;
  if (right[0] * down[1] - right[1] * down[0] <= 0) return null;
  const length = Math.hypot(...right);
  const slack = 0.01 * length;
  if (Math.abs(right[1]) <= slack) return right[0] > 0 ? 0 : 180;
  if (Math.abs(right[0]) <= slack) return right[1] > 0 ? 90 : 270;
  return null;
}

function objectOf(page: PageWithPictures, name: string): Promise<unknown> {
  const store = name.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => store.get(name, resolve));
}

/** pdfjs's kinds of picture data: 1 = one bit a pixel, 2 = RGB, 3 = RGBA. */
function bitmapOf(picture: unknown): Bitmap | null {
  const { width, height, kind, data } = (picture ?? {}) as {
    width?: number;
    height?: number;
    kind?: number;
    data?: Uint8Array;
  };
  if (!width || !height || !data) return null;
  if (kind === 1) return greyOfBits(width, height, data);
  if (kind === 2) return greyOfRgb(width, height, data);
  return kind === 3 ? greyOfRgba(width, height, data) : null;
}

/** The page as it is printed: several pictures, or letters whose meaning the file does not tell. */
async function drawn(page: PageWithPictures): Promise<PagePicture> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const full = page.getViewport({ scale: DRAW_DPI / 72 });
  const fit = Math.min(1, Math.sqrt(MAX_DRAWN_PIXELS / Math.max(1, full.width * full.height)));
  const scale = (fit * DRAW_DPI) / 72;
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.max(1, Math.floor(viewport.width)), Math.max(1, Math.floor(viewport.height))];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  await page.render({ canvas, canvasContext: context, viewport, annotationMode: 0 }).promise;
  const bitmap = greyOfRgba(width, height, context.getImageData(0, 0, width, height).data);
  return { bitmap, dpi: scale * 72 };
}
