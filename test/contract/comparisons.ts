import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { breakFacts } from '../../evaluate/province/breaks.ts';
import { textOf } from '../../evaluate/province/paper.ts';
import { randomFrom, shuffled } from '../../evaluate/province/random.ts';
import { reportsOf } from '../../evaluate/province/reports.ts';
import { makeWorld } from '../../evaluate/province/world.ts';
import { compareReports, prepareReport } from '../../extractors/comparison/compare.ts';
import { comparablesOf, reconcile } from '../../pipeline/reconcile.ts';
import { extractBytes } from '../../pipeline/stages.ts';
import type { Judge, Store } from '../../search/port.ts';
import { sampleExtraction, sampleReports, shaOf } from './sample-reports.ts';
import { entryFor } from './store.ts';

const everybody = { collections: null };
const all = { offset: 0, limit: 10_000 };

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
  return (await store.comparisons.flags(everybody, {}, all)).records.map(({ reports: _, ...flag }) => flag);
}

/** What every adapter of `Comparisons` does. `open` gives an empty store each time; each seed is a province. */
export function comparisonsContract(name: string, open: () => Promise<Store>, seeds: readonly number[]): void {
  describe(`comparisons: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    test.each(seeds)(
      'whatever comes and goes, the flags are those of the reports that are there (seed %i)',
      async (seed) => {
        const { random, extractions } = await province(seed);
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
      },
    );

    test('a flag is seen only by who may see every report it speaks of', async () => {
      const { extractions } = await province(1);
      for (const [i, extraction] of extractions.entries()) {
        const indexed = { extraction, collection: i % 2 === 0 ? 'a' : 'b', path: `/${i}.txt` };
        await store.put({ ...indexed, comparables: comparablesOf(extraction) }, entryFor(indexed));
      }
      await reconcile(store);
      const { records: whole } = await store.comparisons.flags(everybody, {}, all);
      const { records: seen } = await store.comparisons.flags({ collections: ['a'] }, {}, all);
      const own = new Set(extractions.filter((_, i) => i % 2 === 0).map(({ sha256 }) => sha256));
      const expected = whole.filter(({ evidence }) => evidence.every(({ source }) => own.has(source!)));
      expect(seen.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      expect(seen.length).toBeLessThan(whole.length);
      const [first] = whole;
      const { records: part } = await store.comparisons.flags(everybody, { report: first!.reports[0]!.id }, all);
      expect(part.map(({ id }) => id)).toContain(first!.id);
    });

    test('a process that ends between two steps leaves the rest to the next', async () => {
      const { extractions } = await province(2);
      for (const extraction of extractions) await put(store, extraction);
      const { comparisons } = store;
      const endsAt = (step: 'isSame' | 'flags', call: number): Pick<Store, 'comparisons'> => ({
        comparisons: {
          ...comparisons,
          reconcile(judge, which) {
            let calls = 0;
            const ends = <A extends unknown[], R>(work: (...args: A) => R, name: string) => {
              return (...args: A): R => {
                if (name === step && ++calls === call) throw new Error('ended');
                return work(...args);
              };
            };
            return comparisons.reconcile(
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
    });

    test('files of one report stand together, by age, until they go or say something else', async () => {
      await putFacts(store, [
        { id: 'a', age: '2023', bands: ['1'] },
        { id: 'b', age: '2021', bands: ['1', '2'] },
        { id: 'c', age: '2022', bands: ['2'] },
        { id: 'd', age: '2020', bands: ['3'] },
      ]);
      await store.comparisons.reconcile(sameAll, 'waiting');
      const copies = async (id: string) => (await store.comparisons.copies(shaOf(id))).map((sha) => sha[0]).join('');
      expect(await copies('a')).toBe('bca');
      expect(await copies('c')).toBe('bca');
      expect(await copies('d')).toBe('d');
      expect(await copies('f')).toBe('');
      await store.remove(shaOf('b'));
      await store.comparisons.reconcile(sameAll, 'waiting');
      expect([await copies('a'), await copies('b'), await copies('c')]).toEqual(['a', '', 'c']);
      await putFacts(store, [{ id: 'd', age: '2024', bands: ['1', '2'], version: '2' }]);
      await store.comparisons.reconcile(sameAll, 'waiting');
      expect(await copies('c')).toBe('cad');
      await putFacts(store, [{ id: 'd', age: '2024', bands: ['2'], version: '3' }]);
      await store.comparisons.reconcile(sameAll, 'waiting');
      expect([await copies('a'), await copies('c')]).toEqual(['a', 'cd']);
      await store.comparisons.reconcile(sameAll, 'all');
      expect([await copies('a'), await copies('c')]).toEqual(['a', 'cd']);
    });

    test('a judge sees what may contradict, each report once, and only of keys that were touched', async () => {
      const { judge, seen } = witness();
      await putFacts(store, [
        { id: 'a', age: '1', bands: ['x'], facts: { k: '', only: '', agreed: 'v' } },
        { id: 'b', age: '2', bands: ['x'], facts: { k: '', agreed: 'v', told: 'v' } },
        { id: 'c', age: '3', bands: ['y'], facts: { k: '', agreed: 'v', told: 'w' } },
        { id: 'd', age: '4', bands: ['z'], facts: { k: '', agreed: 'v' } },
      ]);
      await store.comparisons.reconcile(judge, 'waiting');
      // b counts for a; of one value nobody has to be heard
      expect(seen()).toEqual({ k: 'b c d', told: 'b c' });
      expect(await store.comparisons.reconcile(judge, 'waiting')).toBe(0);
      expect(seen()).toEqual({});
      await store.remove(shaOf('d'));
      await putFacts(store, [{ id: 'e', age: '5', bands: [], facts: { agreed: 'w' } }]);
      await store.comparisons.reconcile(judge, 'waiting');
      expect(seen()).toEqual({ k: 'b c', agreed: 'b c e' });
      await store.remove(shaOf('b'));
      await store.comparisons.reconcile(judge, 'waiting');
      expect(seen()).toEqual({ k: 'a c', agreed: 'a c e' });
    });

    test('of one value a few are heard, without those that others count for', async () => {
      const { judge, seen } = witness();
      const many = Array.from({ length: 70 }, (_, i) => ({
        id: `${10 + i}`,
        age: `${i}`,
        // the first ten are one report
        bands: i < 10 ? ['x'] : [`${i}`],
        facts: { told: 'v' },
      }));
      await putFacts(store, [...many, { id: 'f', age: '0', bands: [], facts: { told: 'w' } }]);
      await store.comparisons.reconcile(judge, 'waiting');
      const heard = many.slice(9).map(({ id }) => id);
      expect(seen()).toEqual({ told: [...heard, 'f'].join(' ') });
    });

    test('facts are replaced with their report, and come with a reading that had none', async () => {
      const { judge, seen } = witness();
      const [a, b] = [
        { id: 'a', age: '1', bands: [], facts: { k: '', old: '' } },
        { id: 'b', age: '2', bands: [], facts: { k: '', old: '' } },
      ];
      await putFacts(store, [a, b]);
      await store.comparisons.reconcile(judge, 'waiting');
      expect(seen()).toEqual({ k: 'a b', old: 'a b' });
      await putFacts(store, [{ ...b, facts: { k: '', fresh: '' }, version: '2' }]);
      await store.comparisons.reconcile(judge, 'waiting');
      expect(seen()).toEqual({ k: 'a b' });
      await putFacts(store, [{ id: 'c', age: '3', bands: [] }]);
      expect(await store.comparisons.reconcile(judge, 'waiting')).toBe(0);
      await putFacts(store, [{ id: 'c', age: '3', bands: [], facts: { fresh: '' } }]);
      await store.comparisons.reconcile(judge, 'waiting');
      expect(seen()).toEqual({ fresh: 'b c' });
      // another file in the place of the first
      await putFacts(store, [{ id: 'd', age: '4', bands: [], facts: { fresh: '' }, path: '/a' }]);
      await store.comparisons.reconcile(judge, 'waiting');
      expect(seen()).toEqual({ fresh: 'b c d' });
      // and a report that lies in one more collection is the same report
      await putFacts(store, [{ id: 'd', age: '4', bands: [], facts: { fresh: '' }, path: '/d', collection: 'khác' }]);
      await store.comparisons.reconcile(judge, 'waiting');
      await store.comparisons.reconcile(judge, 'all');
      expect(seen()).toEqual({ fresh: 'b c d' });
    });

    test('many that reconcile at once leave what one would', async () => {
      const { extractions } = await province(3);
      for (const extraction of extractions) await put(store, extraction);
      await Promise.all(Array.from({ length: 4 }, () => reconcile(store)));
      expect(await flagsIn(store)).toEqual(compareReports(extractions.map(prepareReport)));
    });
  });
}

interface Given {
  id: string;
  age: string;
  bands: string[];
  issuer?: string;
  period?: string;
  /** Keys with the value that the report gives them. */
  facts?: Record<string, string>;
  version?: string;
  path?: string;
  collection?: string;
}

/** Reports that say no more than what they are compared by. */
async function putFacts(store: Store, reports: readonly Given[]): Promise<void> {
  for (const { id, age, bands, issuer = null, period = null, facts = {}, ...given } of reports) {
    const { version = '1', path = `/${id}`, collection = 'chung' } = given;
    const extraction = { ...sampleExtraction(sampleReports[0]!, version), sha256: shaOf(id) };
    const comparables = {
      ...{ age, bands, issuer, period },
      sketch: '[]',
      facts: Object.entries(facts).map(([key, value]) => ({ keys: [key], value, fact: JSON.stringify(id) })),
    };
    const indexed = {
      extraction,
      collection,
      path,
      ...(bands.length + comparables.facts.length > 0 && { comparables }),
    };
    await store.put(indexed, entryFor(indexed));
  }
}

const sameAll: Judge = { isSame: () => true, flags: () => [] };

/** Raises no flags, and tells who was heard under which key since it was last asked. */
function witness() {
  const heard = new Map<string, string>();
  return {
    judge: {
      isSame: () => true,
      flags: (key, facts) => {
        heard.set(key, facts.map((fact) => JSON.parse(fact) as string).join(' '));
        return [];
      },
    } satisfies Judge,
    seen() {
      const all = Object.fromEntries(heard);
      heard.clear();
      return all;
    },
  };
}
