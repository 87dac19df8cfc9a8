import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compoundFile, makeDoc } from '../../extractors/doc/testing/word-97.ts';
import { makeDocx, p } from '../../extractors/docx/testing/package.ts';
import { outcomeOf } from '../outcomes.ts';
import { resolveSettings } from '../settings.ts';
import { ReadingPool } from './pool.ts';

let folder: string;
let pool: ReadingPool;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-hostile-'));
  pool = new ReadingPool(resolveSettings({ ocr: false }, {}).values);
  const put = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(folder, name), bytes);
  const docx = await makeDocx({ body: p('Xã Hòa An có 12 hộ nghèo.') });
  put('cut.docx', docx.subarray(0, docx.length / 2));
  put('encrypted.docx', compoundFile({ EncryptedPackage: Buffer.alloc(5_000) }));
  put('encrypted.doc', makeDoc({ pieces: [{ text: 'x\r' }], flags: 0x100 }));
  put('sheet.doc', compoundFile({ Workbook: Buffer.alloc(5_000) }));
  put('photo.docx', Buffer.from('504b0304', 'hex'));
  put(
    'no-pages.pdf',
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  );
  put(
    'circle.pdf',
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  );
  put('bomb.docx', await makeDocx({ body: p('0'.repeat(30_000_000)) }));
  const entity = new JSZip();
  entity.file(
    'word/document.xml',
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="w"><w:body>&b;</w:body></w:document>',
  );
  put('entities.docx', await entity.generateAsync({ type: 'uint8array' }));
  put('nested.rtf', `{\\rtf1${'{'.repeat(1_000_000)}`);
  put('secret.doc', makeDoc({ pieces: [{ text: 'TỐI MẬT\rBáo cáo\r' }] }));
  put('secret.rtf', '{\\rtf1\\ansi\\pard M\\u7852?T\\par B\\u225?o c\\u225?o\\par}');
  put('tên\nmới.txt'.normalize('NFD'), 'Xã Hòa An có 12 hộ nghèo.');
  put('huge.pdf', '%PDF-1.4\n');
  truncateSync(join(folder, 'huge.pdf'), 1_000_000_000);
  put('password.pdf', readFileSync(new URL('../../fixtures/pdf/encrypted.pdf', import.meta.url)));
  put('many-pages.pdf', pdfOfPages(10_000));
  put('closed.docx', docx);
  chmodSync(join(folder, 'closed.docx'), 0);
  symlinkSync(join(folder, 'nowhere'), join(folder, 'broken-link.docx'));
  symlinkSync(join(folder, 'loop.docx'), join(folder, 'loop.docx'));
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe.docx')]);
});
/** Empty pages, one object each. */
function pdfOfPages(count: number): string {
  const kids = Array.from({ length: count }, (_, at) => `${at + 3} 0 R`);
  const pages = kids.map((_, at) => `${at + 3} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n`);
  return `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count ${count}/Kids[${kids.join(' ')}]>>endobj\n${pages.join('')}trailer<</Root 1 0 R>>\n%%EOF`;
}

afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['cut.docx', 'corrupt'],
  ['encrypted.docx', 'encrypted'],
  ['encrypted.doc', 'encrypted'],
  ['sheet.doc', 'unsupported-type'],
  ['photo.docx', 'corrupt'],
  ['no-pages.pdf', 'no-pages'],
  ['circle.pdf', 'no-text'],
  ['bomb.docx', 'too-large'],
  ['entities.docx', 'unsafe-xml'],
  ['nested.rtf', 'corrupt'],
  ['secret.doc', 'secret-marking'],
  ['secret.rtf', 'secret-marking'],
  ['huge.pdf', 'file-too-large'],
  ['password.pdf', 'encrypted'],
  ['many-pages.pdf', 'too-many-pages'],
  ['broken-link.docx', 'missing'],
  ['loop.docx', 'not-a-file'],
])('%s: %s, and nothing of it is kept', async (name, code) => {
  const { status, diagnostics, blocks } = await pool.read({ path: join(folder, name), source: name });
  expect([status, diagnostics[0]?.code, blocks]).toEqual(['failed', code, []]);
  expect(outcomeOf(code)).not.toBeNull();
});

test.runIf(process.platform !== 'win32')('a pipe is never waited for', async () => {
  const { diagnostics } = await pool.read({ path: join(folder, 'pipe.docx'), source: 'pipe' });
  expect(diagnostics[0]?.code).toBe('not-a-file');
});

// Nothing is closed to the administrator of a system.
test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a file that may not be opened', async () => {
  const { diagnostics } = await pool.read({ path: join(folder, 'closed.docx'), source: 'closed' });
  expect(diagnostics[0]?.code).toBe('unreadable');
});

test('a name with a line end, its letters taken apart', async () => {
  const name = 'tên\nmới.txt'.normalize('NFD');
  expect((await pool.read({ path: join(folder, name), source: name })).status).toBe('complete');
});

test.each([
  ['person.doc', makeDoc({ pieces: [{ text: 'Ông A, CCCD số 031088001234, điện thoại 0912345678, đề nghị.\r' }] })],
  [
    'person.rtf',
    Buffer.from('{\\rtf1\\ansi\\pard CCCD s\\u7889? 031088001234, \\u273?i\\u7879?n tho\\u7841?i 0912345678.\\par}'),
  ],
  ['person.html', Buffer.from('<html><p>CCCD số 031088001234, điện thoại 0912345678.</p></html>')],
])('%s: personal numbers are in no part of what is read', async (name, bytes) => {
  writeFileSync(join(folder, name), bytes);
  const extraction = await pool.read({ path: join(folder, name), source: name });
  expect(extraction.status).toBe('complete');
  expect(JSON.stringify(extraction)).not.toMatch(/031088001234|0912345678/);
});
