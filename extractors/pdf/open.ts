import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFParse } from 'pdf-parse';
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
  const parser = new PDFParse({ ...OPTIONS, data: bytes.slice() });
  try {
    return await use(await load(parser));
  } finally {
    // A document that could not be opened cannot be closed either: the first error is the one to tell.
    await parser.destroy().catch(() => undefined);
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
};

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
