import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWhole } from '../regular-file.ts';
import { walk } from '../walk.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-archive-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function put(name: string, files: Record<string, Uint8Array | string>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [inner, content] of Object.entries(files)) zip.file(inner, content, { createFolders: false });
  const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  writeFileSync(join(folder, name), bytes);
  return bytes;
}

async function walked(...names: string[]): Promise<[string, string | null][]> {
  const found: [string, string | null][] = [];
  for await (const { path, problem } of walk(names.map((name) => join(folder, name))))
    found.push([path.slice(folder.length + 1), problem]);
  return found;
}

const read = async (name: string): Promise<string> => {
  const bytes = await readWhole(join(folder, name), 1_000_000);
  return typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8');
};

test('every file inside, in name order, litter left out, an archive inside an archive named', async () => {
  await put('quý 2.zip', {
    'xã/b.docx': 'B',
    'a.txt': 'A',
    '__MACOSX/xã/._b.docx': 'x',
    'xã/._b.docx': 'x',
    'xã/~$b.docx': 'x',
    '.DS_Store': 'x',
    'xã/số liệu.csv': 'x',
    'cũ.ZIP': 'x',
  });
  expect(await walked('quý 2.zip')).toEqual([
    ['quý 2.zip › a.txt', null],
    ['quý 2.zip › cũ.ZIP', 'nested-archive'],
    ['quý 2.zip › xã/b.docx', null],
  ]);
  expect(await read('quý 2.zip › xã/b.docx')).toBe('B');
  expect(await read('quý 2.zip › xã/c.docx')).toBe('missing');
  expect(await read('quý 2.zip › cũ.ZIP')).toBe('nested-archive');
  // As a row of the ledger names it.
  expect(await walked('quý 2.zip › xã/b.docx', 'quý 2.zip › x', 'nowhere.zip › x')).toEqual([
    ['quý 2.zip › xã/b.docx', null],
    ['quý 2.zip › x', 'missing'],
    ['nowhere.zip › x', 'missing'],
  ]);
});

test('names that lead elsewhere are only names, and two of one name are two files', async () => {
  const bytes = await put('ra ngoài.zip', { '%%/%%/etc/passwd': '1', '/etc/passwd': '2', 'C:\\a\\b.txt': '3' });
  writeFileSync(join(folder, 'ra ngoài.zip'), Buffer.from(bytes.toString('latin1').replaceAll('%%', '..'), 'latin1'));
  expect(await walked('ra ngoài.zip')).toEqual([
    ['ra ngoài.zip › C:/a/b.txt', null],
    ['ra ngoài.zip › etc/passwd', null],
    ['ra ngoài.zip › etc/passwd (2)', null],
  ]);
  expect(await read('ra ngoài.zip › etc/passwd')).toBe('1');
  expect(await read('ra ngoài.zip › etc/passwd (2)')).toBe('2');
});

/** Changes a field of every row of the archive's table. */
async function withField(name: string, offset: number, change: (row: Buffer, at: number) => void): Promise<void> {
  const bytes = await put(name, { 'a.txt': 'Xã có 12 hộ nghèo. '.repeat(20) });
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
    change(bytes, at + offset);
  writeFileSync(join(folder, name), bytes);
}

test('an entry under a password, of an unknown packing, or of a size that is a lie', async () => {
  await withField('mật khẩu.zip', 8, (row, at) => void row.writeUInt16LE(row.readUInt16LE(at) | 1, at));
  await withField('lạ.zip', 10, (row, at) => void row.writeUInt16LE(99, at));
  await withField('dối.zip', 24, (row, at) => void row.writeUInt32LE(5, at));
  await withField('hỏng.zip', 16, (row, at) => void row.writeUInt32LE(5, at));
  expect(await walked('mật khẩu.zip', 'lạ.zip')).toEqual([
    ['mật khẩu.zip › a.txt', 'encrypted'],
    ['lạ.zip › a.txt', 'unsupported-type'],
  ]);
  expect(await read('dối.zip › a.txt')).toBe('corrupt');
  expect(await read('hỏng.zip › a.txt')).toBe('corrupt');
});

test('an entry that is stored as it is', async () => {
  const bytes = await new JSZip().file('a.txt', 'A').generateAsync({ type: 'nodebuffer', compression: 'STORE' });
  writeFileSync(join(folder, 'nguyên.zip'), bytes);
  expect(await read('nguyên.zip › a.txt')).toBe('A');
});

test('bombs: one entry, many together, too many entries', async () => {
  await put('một.zip', { 'a.txt': '0'.repeat(30_000_000) });
  expect(await walked('một.zip')).toEqual([['một.zip', 'too-large']]);
  const noise = createHash('shake256', { outputLength: 100_000 }).update('noise').digest();
  await put('lẫn.zip', { 'a.txt': '0'.repeat(900_000), 'b.bin': noise });
  expect(await walked('lẫn.zip › a.txt', 'lẫn.zip › b.bin')).toEqual([
    ['lẫn.zip › a.txt', 'too-large'],
    ['lẫn.zip › b.bin', null],
  ]);
  await put('nhiều.zip', Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}.txt`, ''])));
  expect(await walked('nhiều.zip', 'nhiều.zip › 1.txt')).toEqual([
    ['nhiều.zip', 'too-large'],
    ['nhiều.zip › 1.txt', 'too-large'],
  ]);
});

test('a document under the name of an archive, and what is no archive, stand for themselves', async () => {
  await put('báo cáo.zip', { '[Content_Types].xml': 'x', 'word/document.xml': 'x' });
  writeFileSync(join(folder, 'chữ.zip'), 'Xã có 12 hộ nghèo.');
  expect(await walked('báo cáo.zip', 'chữ.zip', 'không có.zip')).toEqual([
    ['báo cáo.zip', null],
    ['chữ.zip', null],
    ['không có.zip', 'missing'],
  ]);
});
