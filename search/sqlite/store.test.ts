import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { LedgerEntry } from '../../schemas/ledger.ts';
import type { Judge } from '../port.ts';
import { parseQuery } from '../query/parse.ts';
import { migrations } from './migrations.ts';
import { openSqliteStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = (): string => join(folder, `${++files}.db`);

const queued = (path: string): LedgerEntry => ({
  collection: 'chung',
  path,
  sha256: null,
  size: null,
  state: 'queued',
  reason: null,
  detail: null,
  duplicateOf: null,
  pipelineVersion: '1',
  attempts: 0,
  updated: null,
});

test('rows are claimed once, in order, and come back when their reader died', async () => {
  const file = newFile();
  const [store, other] = [openSqliteStore(file), openSqliteStore(file)];
  await store.ledger.write(['/c', '/a', '/b'].map(queued));
  expect(store.claim(2).map(({ path, state, attempts }) => `${path} ${state} ${attempts}`)).toEqual([
    '/a reading 1',
    '/b reading 1',
  ]);
  expect(other.claim(9).map(({ path }) => path)).toEqual(['/c']);
  expect(store.claim(1)).toEqual([]);
  expect(other.requeueReading()).toBe(3);
  expect(store.claim(1)).toMatchObject([{ path: '/a', attempts: 2 }]);
  await Promise.all([store.close(), other.close()]);
});

test('one process at a time holds the lock, and its death frees it', async () => {
  const file = newFile();
  const store = openSqliteStore(file);
  const held = store.lock();
  expect(held).not.toBeNull();
  expect(store.lock()).toBeNull();
  held!.release();
  const lockFile = fileURLToPath(new URL('./lock.ts', import.meta.url));
  const script = `import { holdLock } from ${JSON.stringify(lockFile)};
    console.log(holdLock(${JSON.stringify(`${file}-lock`)}) !== null); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString().trim()).toBe('true');
  expect(store.lock()).toBeNull();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const after = store.lock();
  expect(after).not.toBeNull();
  after!.release();
  await store.close();
});

test('what another process writes is seen at once', async () => {
  const file = newFile();
  const [writer, reader] = [openSqliteStore(file), openSqliteStore(file)];
  const { fill } = await import('../../test/contract/store.ts');
  const total = async (): Promise<number> =>
    (await reader.search({ collections: null }, parseQuery('đối thoại'), { offset: 0, limit: 1 })).total;
  expect(await total()).toBe(0);
  await fill(writer);
  expect(await total()).toBe(10);
  await writer.remove('8'.repeat(64));
  expect(await total()).toBe(9);
  await Promise.all([writer.close(), reader.close()]);
});

test('a list of passages that is kept follows what comes, goes and moves', async () => {
  const file = newFile();
  const [writer, reader] = [openSqliteStore(file), openSqliteStore(file)];
  const { entryFor } = await import('../../test/contract/store.ts');
  const { sampleExtraction, sampleReports } = await import('../../test/contract/sample-reports.ts');
  const [first, second, third] = sampleReports.map((sample) => sampleExtraction(sample, '1'));
  const put = (extraction: typeof first, text: string, collection = 'chung') => {
    const blocks = [{ ...extraction!.blocks[0]!, text }];
    const empty = { citations: [], relations: [], indicators: [], issues: [], flags: [] };
    const indexed = { extraction: { ...extraction!, ...empty, blocks }, collection, path: `/${extraction!.sha256}` };
    return writer.put(indexed, entryFor(indexed));
  };
  const found = async (query: string, collections: string[] | null = null): Promise<string[]> => {
    const { hits } = await reader.search({ collections }, parseQuery(query), { offset: 0, limit: 9 });
    return hits.map(({ report }) => report.id).sort();
  };
  const [a, b, c] = [first!.sha256, second!.sha256, third!.sha256];
  await put(first, 'Nuôi tằm ở bãi sông');
  expect(await found('tằm')).toEqual([a]);
  await put(second, 'Nghề nuôi tằm');
  expect(await found('tằm')).toEqual([a, b].sort());
  expect(await found('tằm -sông')).toEqual([b]);
  // The last numbers of passages are given anew: what was known of them must not be told of the new report.
  await writer.remove(b);
  await put(third, 'Trồng chè trên đồi');
  expect(await found('tằm')).toEqual([a]);
  expect(await found('chè -sông')).toEqual([c]);
  expect(await found('chè', ['riêng'])).toEqual([]);
  await put(third, 'Trồng chè trên đồi', 'riêng');
  expect(await found('chè', ['riêng'])).toEqual([c]);
  await put(first, 'Bỏ nghề cũ, trồng cam');
  expect(await found('tằm')).toEqual([]);
  expect(await found('trồng')).toEqual([a, c].sort());
  await Promise.all([writer.close(), reader.close()]);
});

test('a store of an earlier shape is brought up to this one, and nothing in it is lost', async () => {
  const everybody = { collections: null };
  const all = { offset: 0, limit: 100 };
  const { fill } = await import('../../test/contract/store.ts');
  const [present, earlier] = [newFile(), newFile()];
  const written = openSqliteStore(present);
  await fill(written);
  const [flags, coverage] = [await written.list(everybody, 'flags', {}, all), await written.coverage(everybody, {})];
  const { facets } = await written.search(everybody, parseQuery('status:open'), all);
  await written.close();
  // The tables as they were before anybody could decide anything, with the same rows.
  const old = new DatabaseSync(earlier);
  old.exec(`${migrations.slice(0, 2).join('')} PRAGMA application_id = ${0x64736f61}; PRAGMA user_version = 2;`);
  old.exec(`ATTACH '${present}' AS present`);
  for (const table of ['report', 'placement', 'passage', 'record', 'record_directive', 'mention', 'link', 'ledger']) {
    const columns = old.prepare(`SELECT name FROM main.pragma_table_info('${table}')`).all();
    const names = columns.map(({ name }) => name).join(', ');
    old.exec(`INSERT INTO main.${table} (${names}) SELECT ${names} FROM present.${table}`);
  }
  old.exec("UPDATE report SET facts = json_remove(facts, '$.topics', '$.flags', '$.checked')");
  old.close();

  const store = openSqliteStore(earlier);
  expect(await store.list(everybody, 'flags', {}, all)).toEqual(flags);
  expect(await store.coverage(everybody, {})).toEqual(coverage);
  expect(await store.list(everybody, 'flags', { only: ['1f0'] }, all)).toMatchObject({ total: 1 });
  expect((await store.search(everybody, parseQuery('status:open'), all)).facets).toEqual(facets);
  expect(Object.keys(facets.topic!)).not.toEqual([]);
  expect(await store.desk.decisions.latest()).toEqual(new Map());
  expect(await store.people.accounts.list()).toEqual([]);
  await store.close();
});

test('what reports of an earlier shape are compared by stays under all of its keys', async () => {
  const file = newFile();
  const before = migrations.findIndex((step) => step.includes('fact_under_key'));
  const old = new DatabaseSync(file);
  old.exec(`${migrations.slice(0, before).join('')} PRAGMA application_id = ${0x64736f61};`);
  old.exec(`PRAGMA user_version = ${before}; PRAGMA foreign_keys = OFF;`);
  for (const [report, sha] of [
    [1, 'b'],
    [2, 'a'],
  ] as const) {
    old.exec(`INSERT INTO compared_report VALUES (${report}, '${sha}', '{}', 0, 0)`);
    for (const key of ['figure:x', 'series:x'])
      old.exec(`INSERT INTO compared_fact VALUES ('${key}', '', '${sha}', 0, ${report}, '"fact of ${sha}"')`);
  }
  old.exec('DELETE FROM dirty_key');
  old.close();

  const store = openSqliteStore(file);
  const seen: string[] = [];
  const judge: Judge = {
    isSame: () => false,
    flags: (key, facts) => {
      seen.push(`${key} ${facts}`);
      return [];
    },
  };
  expect(await store.comparisons.reconcile(judge, 'waiting')).toBe(0);
  await store.comparisons.reconcile(judge, 'all');
  expect(seen).toEqual(['figure:x "fact of a","fact of b"', 'series:x "fact of a","fact of b"']);
  await store.close();
});

test('no writer, however it came by the file, changes what was decided or who has read', async () => {
  const file = newFile();
  openSqliteStore(file).close();
  const direct = new DatabaseSync(file);
  direct.exec("INSERT INTO history VALUES ('decision', 'f', 1, '{}')");
  direct.exec("INSERT INTO audit (at, account, action, collection) VALUES ('2023', 'lan', 'open', 'chung')");
  for (const change of ["UPDATE history SET body = ''", 'DELETE FROM history', 'DELETE FROM audit'])
    expect(() => direct.exec(change)).toThrow(/only added to/);
  direct.close();
});

test('a file that is no store of ours is refused and left as it is', () => {
  const foreign = newFile();
  const database = new DatabaseSync(foreign);
  database.exec('CREATE TABLE theirs (a)');
  database.close();
  expect(() => openSqliteStore(foreign)).toThrow(expect.objectContaining({ code: 'foreign' }));

  const newer = newFile();
  openSqliteStore(newer).close();
  const later = new DatabaseSync(newer);
  later.exec('PRAGMA user_version = 999');
  later.close();
  expect(() => openSqliteStore(newer)).toThrow(expect.objectContaining({ code: 'newer' }));

  const text = newFile();
  writeFileSync(text, 'Báo cáo không phải là cơ sở dữ liệu. '.repeat(100));
  expect(() => openSqliteStore(text)).toThrow(/not a database/);
});
