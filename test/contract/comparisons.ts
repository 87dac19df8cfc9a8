import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { breakFacts } from '../evaluate/province/breaks.ts';
import { randomFrom, shuffled } from '../evaluate/province/random.ts';
import { reportsOf, textOf } from '../evaluate/province/reports.ts';
import { makeWorld } from '../evaluate/province/world.ts';
import { compareReports, prepareReport } from '../extractors/comparison/compare.ts';
import type { Store } from '../search/port.ts';
import { openSqliteStore } from '../search/sqlite/store.ts';
import { entryFor } from '../test/contract/store.ts';
import { comparablesOf, reconcile } from './reconcile.ts';
import { extractBytes } from './stages.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-reconcile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const everybody = { collections: null };
const all = { offset: 0, limit: 10_000 };
const SEEDS = [1, 2, 3];

/** A small province with broken facts; some reports lie there a second time, with a line more. */
async function province(seed: number) {
  const random = randomFrom(seed);
  const years = [2024, 2023];
  const world = makeWorld(random, years, 'Quảng Ninh');
  const reports = Array.from(reportsOf(world, random, years)).slice(0, 60);
  breakFacts(reports, 15, world, random);
  const texts = reports.map(textOf);
  const copies = texts.slice(0, 8).map((text) => `${text}\nNơi nhận: như trên, lưu văn phòng.\n`);
  const read = shuffled(random, [...texts, ...copies]).map(async (text) => {
    const extraction = await extractBytes('a.txt', Buffer.from(text), { maxPages: 10 });
    return { ...extraction, sha256: extraction.sha256!, source: extraction.sha256! };
  });
  return { random, extractions: await Promise.all(read) };
}

type Read = Awaited<ReturnType<typeof province>>['extractions'][number];

async function put(store: Store, extraction: Read): Promise<void> {
  const indexed = { extraction, collection: 'chung', path: `/${extraction.sha256}.txt` };
  await store.put({ ...indexed, comparables: comparablesOf(extraction) }, entryFor(indexed));
}

async function flagsIn(store: Store): Promise<unknown[]> {
  return (await store.comparisons!.flags(everybody, {}, all)).records.map(({ reports: _, ...flag }) => flag);
}

test.each(SEEDS)(
  'whatever comes and goes, the flags are those of the reports that are there (seed %i)',
  async (seed) => {
    const { random, extractions } = await province(seed);
    const store = openSqliteStore(join(folder, `${seed}.db`));
    const there = new Map<string, Read>();
    const whole = compareReports(extractions.map(prepareReport));
    expect(whole.length).toBeGreaterThan(0);
    for (const extraction of extractions) {
      await put(store, extraction);
      there.set(extraction.sha256, extraction);
      const goes = random() < 0.2 ? shuffled(random, [...there.keys()])[0] : undefined;
      if (goes !== undefined) {
        await store.remove(goes);
        there.delete(goes);
      }
      if (random() < 0.3) await reconcile(store);
    }
    await reconcile(store);
    expect(await flagsIn(store)).toEqual(compareReports([...there.values()].map(prepareReport)));
    for (const extraction of shuffled(random, extractions)) await put(store, extraction);
    await reconcile(store);
    expect(await flagsIn(store)).toEqual(whole);
    expect(await reconcile(store)).toBe(0);
    expect(await reconcile(store, 'all')).toBeGreaterThan(0);
    expect(await flagsIn(store)).toEqual(whole);
    await store.close();
  },
);

test('a flag is seen only by who may see every report it speaks of', async () => {
  const { extractions } = await province(1);
  const store = openSqliteStore(join(folder, 'seen.db'));
  for (const [i, extraction] of extractions.entries()) {
    const indexed = { extraction, collection: i % 2 === 0 ? 'a' : 'b', path: `/${i}.txt` };
    await store.put({ ...indexed, comparables: comparablesOf(extraction) }, entryFor(indexed));
  }
  await reconcile(store);
  const { records: whole } = await store.comparisons!.flags(everybody, {}, all);
  const { records: seen } = await store.comparisons!.flags({ collections: ['a'] }, {}, all);
  const own = new Set(extractions.filter((_, i) => i % 2 === 0).map(({ sha256 }) => sha256));
  const expected = whole.filter(({ evidence }) => evidence.every(({ source }) => own.has(source!)));
  expect(seen.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  expect(seen.length).toBeLessThan(whole.length);
  const [first] = whole;
  const { records: part } = await store.comparisons!.flags(everybody, { report: first!.reports[0]!.id }, all);
  expect(part.map(({ id }) => id)).toContain(first!.id);
  await store.close();
});

test('a process that ends between two steps leaves the rest to the next', async () => {
  const { extractions } = await province(2);
  const store = openSqliteStore(join(folder, 'ended.db'));
  for (const extraction of extractions) await put(store, extraction);
  const { comparisons } = store;
  const endsAt = (step: 'isSame' | 'flags', call: number): Pick<Store, 'comparisons'> => ({
    comparisons: {
      ...comparisons!,
      reconcile(judge, which) {
        let calls = 0;
        const ends = <A extends unknown[], R>(work: (...args: A) => R, name: string) => {
          return (...args: A): R => {
            if (name === step && ++calls === call) throw new Error('ended');
            return work(...args);
          };
        };
        return comparisons!.reconcile(
          { isSame: ends(judge.isSame, 'isSame'), flags: ends(judge.flags, 'flags') },
          which,
        );
      },
    },
  });
  for (const call of [1, 3, 6]) await expect(reconcile(endsAt('isSame', call))).rejects.toThrow('ended');
  for (const call of [1, 30, 300]) await expect(reconcile(endsAt('flags', call))).rejects.toThrow('ended');
  await reconcile(store);
  expect(await flagsIn(store)).toEqual(compareReports(extractions.map(prepareReport)));
  await store.close();
});
