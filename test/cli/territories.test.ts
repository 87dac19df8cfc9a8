import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { halfYears } from '../../pipeline/series/testing/half-years.ts';
import { TerritorySearch } from '../../schemas/territory.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-territories-'));
const doisoat = (...args: string[]) => run([...args, '--data', join(folder, 'data')]);

beforeAll(async () => {
  mkdirSync(join(folder, 'in'));
  for (const name of ['hoa2023', 'minh2023', 'pho2026'] as const)
    writeFileSync(join(folder, 'in', `${name}.txt`), halfYears[name]);
  await doisoat('ingest', join(folder, 'in'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a ward of today finds what the wards that went into it reported, and says why', async () => {
  const { stdout, stderr } = await doisoat('search', 'hòa giải', 'place:"phường Đức Phổ"', 'to:2023');
  expect(stderr).toContain('phường Đức Phổ (từ 1/7/2025) gồm');
  for (const ward of ['Phổ Hòa', 'Phổ Minh'])
    expect(stdout).toContain(`phường ${ward} (thị xã Đức Phổ): nay thuộc phường Đức Phổ`);

  const plain = (await doisoat('search', 'phường Đức Phổ')).stdout;
  expect(plain).toContain('Báo cáo của các đơn vị tiền thân (2)');
  const answer = await doisoat('search', 'phường Đức Phổ', '--json');
  const { former, territories } = TerritorySearch.parse(JSON.parse(answer.stdout));
  expect(former?.hits).toHaveLength(2);
  expect(territories).toMatchObject([{ name: 'phường Đức Phổ', from: '2025-07-01', to: null }]);
});

test('a unit that has ended says where it went', async () => {
  const { stderr, stdout } = await doisoat('indicators', '--place', 'phường Phổ Hòa', '--json');
  expect([stderr, JSON.parse(stdout).total]).toEqual(['', 1]);
  const ended = await doisoat('search', 'place:"P. Phổ Hoà"');
  expect(ended.stderr).toContain('có đến hết ngày 30/6/2025; sau đó thuộc phường Đức Phổ');
  expect(ended.stdout).toContain('31-BC/ĐU');
});
