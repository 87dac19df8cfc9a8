import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDocx, p, r, tbl } from '../../extractors/docx/testing/package.ts';
import { OutlineCheck } from '../../schemas/outline.ts';
import { run } from './run.ts';

// The outline is a Word document with a table to be filled in; the reports are text.

const cases = JSON.parse(readFileSync(new URL('../../fixtures/outline/cases.json', import.meta.url), 'utf8')) as {
  name: string;
  outline: string[];
  report: string[];
}[];
const given = cases.find(({ name }) => name === 'a table of the body, still blank')!;
const folder = mkdtempSync(join(tmpdir(), 'doisoat-outline-'));
const [outline, reports] = [join(folder, 'in', 'de-cuong.docx'), join(folder, 'in')];

beforeAll(async () => {
  mkdirSync(reports);
  const lines = given.outline.filter((line) => !line.includes('\t'));
  const rows = given.outline
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t').map((text) => p(r(text))));
  const paragraphs = lines.map((line) => p(r(line)));
  const body = [...paragraphs.slice(0, -1), tbl(rows), ...paragraphs.slice(-1)].join('');
  writeFileSync(outline, await makeDocx({ body }));
  writeFileSync(join(reports, 'a.txt'), given.report.join('\n'));
  writeFileSync(join(reports, 'b.pdf'), '%PDF-1.4 broken');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('reports are checked against the outline that lies among them', async () => {
  const { status, stdout } = await run(['outline', outline, reports, '--json']);
  expect(status).toBe(1);
  const check = OutlineCheck.parse(JSON.parse(stdout));
  expect(check.outline.items.map(({ id }) => id)).toEqual(['I', 'I#B', 'II']);
  expect(check.outline.report.type).toBe('Đề cương báo cáo');
  expect(check.reports.map(({ source, status }) => [source, status])).toEqual([
    [join(reports, 'a.txt'), 'complete'],
    [join(reports, 'b.pdf'), 'failed'],
  ]);
  const [report] = check.reports;
  expect(report!.answers.map(({ state }) => state)).toEqual(['there', 'empty', 'there']);
  expect(report!.counts).toEqual({ there: 2, nothing: 0, empty: 1, unsure: 0, lacking: 0 });
});

test('people are told in their language, and an outline alone is listed', async () => {
  const { status, stdout } = await run(['outline', outline, join(reports, 'a.txt')]);
  expect(status).toBe(0);
  expect(stdout).toContain('Đề cương yêu cầu 2 mục, 0 số liệu, 1 bảng, 0 phụ lục.');
  expect(stdout).toContain('Bỏ trống');
  expect(stdout).toContain('Bảng “STT | Thôn | Số cuộc đối thoại | Số ý kiến | Đã giải quyết”');
  const english = await run(['outline', outline, '--lang', 'en']);
  expect(english.stdout).toContain('The outline asks for 2 sections, 0 figures, 1 tables, 0 annexes.');
  expect(english.stdout).toContain('Section II. “PHƯƠNG HƯỚNG”');
});

test('an outline that cannot be read is named', async () => {
  const { status, stdout } = await run(['outline', join(reports, 'b.pdf'), join(reports, 'a.txt'), '--json']);
  expect(status).toBe(1);
  expect(OutlineCheck.parse(JSON.parse(stdout))).toMatchObject({
    outline: { status: 'failed', items: [] },
    reports: [],
  });
});
