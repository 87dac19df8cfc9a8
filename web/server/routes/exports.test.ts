import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import excel from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { fromZip } from '../testing/from-zip.ts';
import { listen } from '../testing/listening.ts';
import { sample, sampleHome } from '../testing/sample-home.ts';

const here = await sampleHome();
const folder = join(here.folder, 'in');
await mkdir(folder);
const hostile = join(folder, '=HYPERLINK("http:evil").txt');
await writeFile(hostile, '=cmd|" /C calc"!A0 có 12 cuộc đối thoại trực tiếp với Nhân dân.\n');
await here.ingest([sample('thuan-hoa-2025.docx'), sample('an-khanh-2023.docx'), sample('an-khanh-2023.pdf'), hostile]);
const server = await listen(here);

afterAll(async () => {
  await server.close();
  await here.close();
  expect(server.log.read()).toBe(null);
});

const get = (path: string) => server.ask(path);
const total = async (path: string): Promise<number> => ((await (await get(path)).json()) as { total: number }).total;

async function workbook(path: string): Promise<excel.Workbook> {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  const book = new excel.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  return book;
}

test.each([
  ['hits', 'q=nhan+dan'],
  ['indicators', 'words=cuoc'],
])('all %s are exported, however many a page shows', async (name, query) => {
  const all = await total(`/api/${name === 'hits' ? 'search' : name}?${query}&limit=1`);
  expect(all).toBeGreaterThan(1);
  const [sheet] = (await workbook(`/api/exports/${name}.xlsx?${query}`)).worksheets;
  expect(sheet?.actualRowCount).toBe(all + 1);
  const csv = await (await get(`/api/exports/${name}.csv?${query}`)).text();
  // Every record ends a line; lines inside of quotes do not.
  expect(
    csv
      .replace(/"(?:[^"]|"")*"/g, '')
      .trimEnd()
      .split('\r\n'),
  ).toHaveLength(all + 1);
});

test('each row leads to its place', async () => {
  const [sheet] = (await workbook('/api/exports/hits.xlsx?q=nhan+dan')).worksheets;
  const { hyperlink } = sheet!.getRow(2).getCell(8).value as { hyperlink: string };
  expect(hyperlink.startsWith(`${server.address}/bao-cao/`)).toBe(true);
  expect((await get(new URL(hyperlink).pathname.replace('/bao-cao/', '/api/reports/'))).status).toBe(200);
});

test('words of a report and of a file name are never a formula', async () => {
  const csv = await (await get('/api/exports/hits.csv?q=cmd+calc')).text();
  expect(csv).toContain("'=cmd");
  expect(csv).not.toMatch(/(?:^|,|\n)"?[=+@]/);
  const [sheet] = (await workbook('/api/exports/hits.xlsx?q=cmd+calc')).worksheets;
  sheet!.eachRow((row) =>
    row.eachCell((cell) => {
      expect(cell.formula).toBeUndefined();
      expect(String(cell.text)).not.toMatch(/^[=+@]/);
    }),
  );
});

test('the protocol comes as a workbook and as a paper', async () => {
  const flags = await total('/api/flags?limit=1');
  const [paper] = (await workbook('/api/protocol.xlsx')).worksheets;
  const text = JSON.stringify(paper!.getSheetValues());
  expect(text).toContain('BIÊN BẢN');
  expect(text.match(/"chắc chắn"|"cần xem xét"/g)?.length ?? 0).toBeGreaterThanOrEqual(Math.min(flags, 1));
  const docx = await fromZip(await (await get('/api/protocol.docx?certain=true')).bytes(), 'word/document.xml');
  expect(docx).toContain('BIÊN BẢN');
});

test('a trace comes as a workbook and as a paper, of any spelling', async () => {
  const number = encodeURIComponent('218-QĐ/TW');
  const book = await workbook(`/api/directives/trace.xlsx?number=${number}`);
  expect(book.worksheets.length).toBeGreaterThan(1);
  const docx = await fromZip(
    await (await get(`/api/directives/trace.docx?number=${number}`)).bytes(),
    'word/document.xml',
  );
  expect(docx).toContain('218-QĐ/TW');
  expect((await get('/api/directives/trace.xlsx?number=9999-XX/YY')).status).toBe(404);
});

test('a figure is set over times and places', async () => {
  const concept = encodeURIComponent('hộ nghèo');
  const answer = await get(`/api/series?concept=${concept}`);
  expect(answer.status).toBe(200);
  const { charts, related } = (await answer.json()) as { charts: unknown[]; related: unknown[] };
  expect(charts.length + related.length).toBeGreaterThan(0);
  const csv = await (await get(`/api/series.csv?concept=${concept}`)).bytes();
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  await workbook(`/api/series.xlsx?concept=${concept}`);
});

test('what residents raise is counted by topic', async () => {
  const { items } = (await (await get('/api/issues/topics')).json()) as { items: { issues: number }[] };
  expect(items.reduce((sum, { issues }) => sum + issues, 0)).toBe(await total('/api/issues?limit=1'));
});
