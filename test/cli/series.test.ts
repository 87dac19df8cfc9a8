import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { halfYears } from '../../pipeline/series/testing/half-years.ts';
import { Series } from '../../schemas/series.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-series-'));
const at = (name: string) => join(folder, name);
const doisoat = (...args: string[]) => run([...args, '--data', at('data')]);

beforeAll(async () => {
  mkdirSync(at('in'));
  for (const [name, text] of Object.entries(halfYears)) writeFileSync(at(`in/${name}.txt`), text);
  await doisoat('ingest', at('in'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a series is found under another wording, printed, and written as three kinds of file', async () => {
  const files = ['--csv', at('a.csv'), '--xlsx', at('a.xlsx'), '--svg', at('a.svg')];
  const { stdout, stderr, status } = await doisoat('indicators', '--series', 'hòa giải thành công', '--json', ...files);
  expect(status).toBe(0);
  for (const name of ['a.csv', 'a.xlsx', 'a.svg']) {
    expect(stderr).toContain(name);
    expect(existsSync(at(name))).toBe(true);
  }
  expect(readFileSync(at('a.svg'), 'utf8')).toContain('phường Phổ Hòa');
  const { charts } = Series.parse(JSON.parse(stdout));
  expect(charts.flatMap(({ lines }) => lines.flatMap(({ points }) => points))).toHaveLength(7);

  const shown = await doisoat(
    'indicators',
    '--series',
    'hòa giải thành',
    '--place',
    'phường Đức Phổ',
    '--from',
    '2023',
  );
  for (const words of ['11 (các báo cáo ghi khác', 'Báo cáo 44-BC/ĐU', 'không có số liệu', 'nay thuộc phường Đức Phổ'])
    expect(shown.stdout.replace(/\s+/g, ' ')).toContain(words);
});

test('what cannot be a series is said, with what to do', async () => {
  expect((await doisoat('indicators', '--series', 'trồng rừng')).stdout).toContain('doisoat indicators --words');
  const general = await doisoat('indicators', '--series', 'tổng số');
  expect([general.status, general.stderr]).toEqual([2, expect.stringContaining('--series')]);
  const alone = await doisoat('indicators', '--csv', at('b.csv'));
  expect([alone.status, alone.stderr]).toEqual([2, expect.stringContaining('--series')]);
});
