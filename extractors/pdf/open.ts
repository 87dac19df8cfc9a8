import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type LoadParameters, PDFParse } from 'pdf-parse';
import { ReadError } from '../document/read-error.ts';
import type { OperatorList } from './page/operators.ts';

/** The parts of the document below pdf-parse that this reader uses (pdfjs-dist, PDFDocumentProxy). */
export interface PdfDocument {
  numPages: number;
  getPage(number: number): Promise<PdfPage>;
}

export interface PdfPage {
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] };
  getOperatorList(options: { annotationMode: number }): Promise<OperatorList>;
  cleanup(): boolean;
  commonObjs: { has(name: string): boolean; get(name: string): unknown };
}

/** pdfjs: no annotations; a comment or a signature stamp laid over the page is not part of the report. */
export const WITHOUT_ANNOTATIONS = { annotationMode: 0 };

/** Opens a PDF for `use` and closes it whatever happens. */
export async function withPdf<T>(bytes: Uint8Array, use: (document: PdfDocument) => Promise<T>): Promise<T> {
  if (bytes.length === 0) throw new ReadError('empty', 'Tệp rỗng.');
  // pdfjs takes the bytes over (the caller's array would be empty afterwards), so it gets a copy.
  const parser = new PDFParse({ ...OPTIONS, data: bytes.slice() } as LoadParameters);
  const release = catchStrayRejections();
  try {
    return await use(await load(parser));
  } finally {
    // A document that could not be opened cannot be closed either: the first error is the one to tell.
    await parser.destroy().catch(() => undefined);
    await release();
  }
}

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

const OPTIONS = {
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  useWasm: false,
  disableAutoFetch: true,
  // Pictures are left out undecoded: they hold no text, and a scanned page costs 20 MB.
  maxImageSize: 0,
  standardFontDataUrl: `${join(library, 'standard_fonts')}/`,
  cMapUrl: `${join(library, 'cmaps')}/`,
  cMapPacked: true,
  // pdfjs would turn every letter of a font it cannot show into a drawing. It is told of a page that shows fonts.
  disableFontFace: false,
  ownerDocument: pageThatShowsFonts(),
};

/** As much of a browser's document as pdfjs asks for when it hands a font over for showing. */
function pageThatShowsFonts() {
  const style = { sheet: { insertRule: () => 0, cssRules: [] }, remove: () => undefined };
  const head = { append: () => undefined };
  return { createElement: () => style, documentElement: { getElementsByTagName: () => [head] } };
}

/** How many PDFs are being read: the listener below stays as long as one is. */
let reading = 0;

/**
 * On broken files pdfjs drops some of its own promises; when they are rejected, Node would end the process. While a PDF is
 * read these are passed over (the page or file that they belong to has failed by itself); any other one still counts.
 */
function catchStrayRejections(): () => Promise<void> {
  if (reading++ === 0) process.on('unhandledRejection', passOver);
  return async () => {
    // Rejections are told of after the current turn.
    await new Promise((resolve) => setImmediate(resolve));
    if (--reading === 0) process.off('unhandledRejection', passOver);
  };
}

function passOver(reason: unknown): void {
  if (reason instanceof Error && /[\\/]pdfjs-dist[\\/]/.test(reason.stack ?? '')) return;
  setImmediate(() => {
    throw reason;
  });
}

/** `load` is private to pdf-parse's types only; its public methods give text without positions. */
async function load(parser: PDFParse): Promise<PdfDocument> {
  try {
    return await (parser as unknown as { load(): Promise<PdfDocument> }).load();
  } catch (error) {
    throw readErrorOf(error);
  }
}

function readErrorOf(error: unknown): ReadError {
  if (error instanceof Error && error.name === 'PasswordException')
    return new ReadError('encrypted', 'Tệp PDF có mật khẩu: cần mở khóa trước khi đọc.');
  return new ReadError('corrupt', 'Tệp PDF bị hỏng hoặc không phải là PDF.');
}
