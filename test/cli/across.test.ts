import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './run.ts';

// Two reports of one commune that give one figure two values; the second lies there twice, with a line more.

const fixtures = new URL('../../fixtures/checks/cross-report/invalid.json', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'doisoat-across-'));
const doisoat = (...args: string[]) => run([...args, '--data', join(folder, 'data')]);
const json = async (...args: string[]) => JSON.parse((await doisoat(...args, '--json')).stdout);

beforeAll(() => {
  const [{ reports }] = JSON.parse(readFileSync(fixtures, 'utf8')) as [{ reports: Record<string, string[]> }];
  mkdirSync(join(folder, 'in'));
  const write = (name: string, lines: string[]) => writeFileSync(join(folder, 'in', name), lines.join('\n'));
  write('a.txt', reports.a!);
  write('b.txt', reports.b!);
  write('b-again.txt', [...reports.b!, 'Nơi nhận: như trên.']);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a contradiction between two reports is told once, whatever the number of copies, until one of them goes', async () => {
  const summary = await json('start', join(folder, 'in'), '--no-serve');
  expect(summary.reports).toHaveLength(2);
  expect(Object.values(summary.copies)).toEqual([2]);
  expect(summary.across).toMatchObject([{ kind: 'cross-report', stated: '15 cuộc', expected: '12 cuộc' }]);

  const { across } = await json('flags');
  expect(across.records).toMatchObject(summary.across);
  const [{ evidence, reports }] = across.records;
  const ids = reports.map(({ id }: { id: string }) => id).sort();
  expect(evidence.map(({ source }: { source: string }) => source).sort()).toEqual(ids);
  const { stdout } = await doisoat('flags');
  for (const number of ['45-BC/ĐU', '47-BC/ĐU']) expect(stdout).toContain(`Báo cáo ${number} · `);
  expect((await json('flags', '--kind', 'roll-up')).across.total).toBe(0);
  expect(across.records).toMatchObject((await json('show', ids[0])).across);

  const idOf = (flag: { reports: { id: string; number: string }[] }, number: string): string =>
    flag.reports.find((report) => report.number === number)!.id;
  expect((await doisoat('remove', idOf(across.records[0], '47-BC/ĐU'))).status).toBe(0);
  // The copy that is left takes its place.
  const left = await json('flags');
  expect(left.across.records).toMatchObject([{ id: across.records[0].id }]);
  expect((await json('reconcile')).judged).toBeGreaterThan(0);
  expect(await json('flags')).toEqual(left);
  await doisoat('remove', idOf(left.across.records[0], '45-BC/ĐU'));
  expect((await json('flags')).across.total).toBe(0);

  const gone = idOf(left.across.records[0], '45-BC/ĐU');
  const closed = await json('flags', '--closed');
  expect(closed).toMatchObject({ total: 1, records: [{ id: across.records[0].id, reason: 'removed', report: gone }] });
  expect((await json('flags', '--closed', '--kind', 'roll-up')).total).toBe(0);
  const told = await doisoat('flags', '--closed');
  expect(told.stdout).toContain('đã được gỡ khỏi kho');
  expect((await doisoat('flags', '--closed', '--lang', 'en')).stdout).toContain('was removed from the store');
});
