import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
export const SAMPLE = join(fixtures, 'documents/an-khanh-2023.docx');
export const PRINTED_SAMPLE = join(fixtures, 'documents/an-khanh-2023.pdf');

const NO_PAGES =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';

/** Files that cannot be read, by name, with the code of the outcome that each must have. */
export const badFiles: Record<string, { bytes: () => Uint8Array | string; code: string }> = {
  'cut-off.docx': { bytes: () => readFileSync(SAMPLE).subarray(0, 9000), code: 'corrupt' },
  'empty.docx': { bytes: () => '', code: 'empty' },
  'no-pages.pdf': { bytes: () => NO_PAGES, code: 'no-pages' },
  'password.pdf': { bytes: () => readFileSync(join(fixtures, 'pdf/encrypted.pdf')), code: 'encrypted' },
  'sheet.docx': { bytes: () => 'PK\u0003\u0004 nothing of an archive', code: 'corrupt' },
};

export function writeBadFiles(folder: string): void {
  for (const [name, { bytes }] of Object.entries(badFiles)) writeFileSync(join(folder, name), bytes());
}
