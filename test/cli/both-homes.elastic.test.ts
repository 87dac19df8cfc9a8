import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetIndices, forgetKeys, serversHome, uniquePrefix } from '../services/addresses.ts';
import { run } from './run.ts';

// The samples in both homes: whoever asks cannot tell which one answers.

const SAMPLES = fileURLToPath(new URL('../../fixtures/documents', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'doisoat-homes-'));
const prefix = uniquePrefix();
const embedded = { DOISOAT_DATA: join(folder, 'embedded') };
const distributed = serversHome(prefix, join(folder, 'distributed'));
const files = readdirSync(SAMPLES)
  .filter((name) => /\.(docx|pdf)$/.test(name))
  .map((name) => join(SAMPLES, name));

/** Reports that contradict each other in one figure; one of them lies there twice, with a line more. */
function writeContradiction(): void {
  const fixtures = new URL('../../fixtures/checks/cross-report/invalid.json', import.meta.url);
  const [{ reports }] = JSON.parse(readFileSync(fixtures, 'utf8')) as [{ reports: Record<string, string[]> }];
  const again = [...reports.b!, 'Nơi nhận: như trên.'];
  for (const [name, lines] of Object.entries({ a: reports.a!, b: reports.b!, again })) {
    const file = join(folder, `${name}.txt`);
    writeFileSync(file, lines.join('\n'));
    files.push(file);
  }
}

beforeAll(async () => {
  writeContradiction();
  for (const home of [embedded, distributed]) {
    // One after the other, so that the same one of two equal files is the first in both.
    const { status, stderr } = await run(['ingest', ...files, '--concurrency', '1'], home);
    expect(status, stderr).toBe(0);
  }
}, 600_000);
afterAll(async () => {
  await forgetIndices(prefix);
  await forgetKeys(prefix);
  rmSync(folder, { recursive: true, force: true });
});

test('the dump is the same, byte for byte', async () => {
  const { stdout } = await run(['dump'], distributed);
  expect(stdout).toBe((await run(['dump'], embedded)).stdout);
  expect(stdout.split('\n').length).toBeGreaterThan(files.length);
});

const questions = [
  ['search', 'đối thoại trực tiếp', '--json'],
  ['search', 'doi thoai truc tiep', '--json', '--limit', '50'],
  ['search', '"tiếp công dân"', '--json'],
  ['search', 'dân* -"đối thoại"', '--json', '--offset', '5'],
  ['search', '218-QĐ/TW', '--json'],
  ['search', 'kiến nghị OR phản ánh from:2023 to:2024', '--json'],
  ['search', 'không có từ nào như thế này cả', '--json'],
  ['trace', '218-QĐ/TW', '--json'],
  ['trace', '217-QĐ/TW', '--json'],
  ['trace', '999-QĐ/TW', '--json'],
  ['directives', '--json', '--limit', '500'],
  ['directives', 'dân', 'vận', '--json'],
  ['indicators', '--json', '--limit', '500'],
  ['indicators', '--words', 'hòa giải', '--json'],
  ['indicators', '--from', '2023', '--to', '2023', '--json', '--offset', '10'],
  ['issues', '--json', '--limit', '500'],
  ['issues', '--stance', 'kiến nghị', '--json'],
  ['flags', '--json', '--limit', '500'],
  ['flags', '--certain', '--json'],
  ['flags', '--coverage', '--json'],
  ['flags', '--kind', 'percentage', '--json'],
  ['flags', '--kind', 'cross-report', '--json'],
  ['flags', '--words', 'đối thoại', '--place', 'Cô Tô', '--json'],
  ['flags', '--issuer', 'đồng tiến', '--to', '2024-06-15', '--json'],
  ['flags', '--to', '2023-12-31', '--json'],
];

test('reports that contradict each other are found in both, copies and versions once', async () => {
  const [here, there] = await Promise.all([embedded, distributed].map((home) => run(['flags', '--json'], home)));
  const { across } = JSON.parse(here!.stdout);
  expect(JSON.parse(there!.stdout).across).toEqual(across);
  const told = across.records.filter(({ stated }: { stated: string }) => stated === '15 cuộc');
  expect(told).toMatchObject([{ kind: 'cross-report', expected: '12 cuộc' }]);
  for (const { id } of told[0].reports) {
    const [one, other] = await Promise.all([embedded, distributed].map((home) => run(['show', id, '--json'], home)));
    expect(JSON.parse(other!.stdout)).toEqual(JSON.parse(one!.stdout));
  }
});

test.each(questions.map((question) => [question.join(' '), question] as const))('doisoat %s', async (_, question) => {
  const [here, there] = await Promise.all([run([...question], embedded), run([...question], distributed)]);
  expect(there.stderr).toBe(here.stderr);
  expect(there.stdout).toBe(here.stdout);
  expect(there.status).toBe(here.status);
});

test('jobs tells the same of every file, the time aside', async () => {
  const told = async (home: Record<string, string>): Promise<unknown> => {
    const { stdout } = await run(['jobs', '--json', '--limit', '100'], home);
    return JSON.parse(stdout, (key, value) => (key === 'updated' ? null : value));
  };
  expect(await told(distributed)).toEqual(await told(embedded));
});

test('ingesting again writes nothing; reindex changes nothing; a report that is removed is gone from both', async () => {
  const { stdout } = await run(['ingest', ...files, '--lang', 'en'], distributed);
  expect(stdout).toContain('No file is new or changed');
  const before = (await run(['dump'], distributed)).stdout;
  const flags = (await run(['flags', '--json'], distributed)).stdout;
  expect(JSON.parse((await run(['reindex', '--json'], distributed)).stdout)).toMatchObject({ stale: 0 });
  expect((await run(['dump'], distributed)).stdout).toBe(before);
  expect((await run(['flags', '--json'], distributed)).stdout).toBe(flags);
  const first = JSON.parse((await run(['search', 'đối thoại', '--json', '--limit', '1'], embedded)).stdout);
  const id: string = first.hits[0].report.id;
  for (const home of [embedded, distributed]) expect((await run(['remove', id], home)).status).toBe(0);
  expect((await run(['dump'], distributed)).stdout).toBe((await run(['dump'], embedded)).stdout);
});

test('backup says how the other home is backed up', async () => {
  const { status, stderr } = await run(['backup', join(folder, 'backup'), '--lang', 'en'], distributed);
  expect(status).toBe(2);
  expect(stderr).toContain('snapshots of Elasticsearch');
});
