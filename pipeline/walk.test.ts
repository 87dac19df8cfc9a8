import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { walk } from './walk.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-walk-'));
  mkdirSync(join(folder, 'quý 2/xã'), { recursive: true });
  for (const name of ['b.pdf', 'a.docx', 'quý 2/xã/c\nd.docx', '~$a.docx', '.DS_Store'])
    writeFileSync(join(folder, name), 'x');
  symlinkSync(folder, join(folder, 'quý 2/vòng'));
  symlinkSync(join(folder, 'a.docx'), join(folder, 'liên kết.docx'));
  symlinkSync(join(folder, 'không có'), join(folder, 'đứt.docx'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every file once, in name order; litter and circles left alone; broken links named', async () => {
  const found: [string, string | null][] = [];
  for await (const { path, problem } of walk([folder, join(folder, 'nowhere')]))
    found.push([path.slice(folder.length + 1), problem]);
  expect(found).toEqual([
    ['a.docx', null],
    ['b.pdf', null],
    ['liên kết.docx', null],
    ['quý 2/xã/c\nd.docx', null],
    ['đứt.docx', 'not-a-file'],
    ['nowhere', 'missing'],
  ]);
});

test('source code and data in a folder are left alone unless they are named; text files are reports', async () => {
  const mixed = join(folder, 'lẫn lộn');
  mkdirSync(join(mixed, 'kỳ.json'), { recursive: true });
  for (const name of [
    'a.ts',
    'b.json',
    'README.md',
    'c.csv',
    'd.css',
    'báo cáo.txt',
    'e.xml',
    'f.docx',
    'kỳ.json/g.TXT',
  ])
    writeFileSync(join(mixed, name), 'x');
  const found: string[] = [];
  for await (const { path } of walk([mixed, join(mixed, 'README.md')])) found.push(path.slice(mixed.length + 1));
  rmSync(mixed, { recursive: true });
  expect(found).toEqual(['báo cáo.txt', 'e.xml', 'f.docx', 'kỳ.json/g.TXT', 'README.md']);
});
