import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Flag } from '../../schemas/flag.ts';
import { sampleExtraction, sampleReports, shaOf } from '../../test/contract/sample-reports.ts';
import { entryFor } from '../../test/contract/store.ts';
import { elasticsearchUrl, forgetIndices, uniquePrefix } from '../../test/services/addresses.ts';
import type { IndexedReport, Judge, Store } from '../port.ts';
import { parseQuery } from '../query/parse.ts';
import { elasticsearchComparisons } from './comparisons.ts';
import { Server } from './server.ts';
import { openElasticsearchStore } from './store.ts';
import { put, remove, settlePlaces } from './write.ts';

const prefix = uniquePrefix();
afterAll(() => forgetIndices(prefix));

/** The process dies before its n-th request to the server: nothing after that is sent. */
class DyingServer extends Server {
  #left: number;
  constructor(requests: number) {
    super(elasticsearchUrl, prefix);
    this.#left = requests;
  }
  override async ask<T>(question: Parameters<typeof Server.prototype.ask<T>>[0]): Promise<T> {
    if (this.#left-- <= 0) throw new Error('killed');
    return super.ask(question);
  }
}

/** Does the work again and again, dying later each time, until it is done; `after` looks at what each death left. */
async function dieEverywhere(work: (server: Server) => Promise<unknown>, after: (done: boolean) => Promise<void>) {
  let deaths = 0;
  for (let done = false; !done; deaths++) {
    const server = new DyingServer(deaths);
    done = await work(server).then(
      () => true,
      () => false,
    );
    await server.close();
    await after(done);
  }
  return deaths;
}

const everybody = { collections: null };
const all = { offset: 0, limit: 100 };

function report(
  name: string,
  text: string,
  version: string,
  place: { collection: string; path: string },
): IndexedReport {
  const extraction = sampleExtraction(sampleReports.find((sample) => sample.name === name)!, version);
  extraction.blocks.forEach((block, i) => {
    if (i !== 1) block.text = block.text === '' ? '' : `${block.text} ${text}`;
  });
  return { extraction, ...place };
}

const here = { collection: 'chung', path: '/chung/1.docx' };
const there = { collection: 'khác', path: '/khác/1.docx' };
const old = report('1', 'bản cũ', '1', here);
const fresh = report('1', 'bản mới', '2', here);

/** What can be found of the reports, as one line: a whole report has four passages with its own words, and four citations. */
async function seen(): Promise<string> {
  const store = await openElasticsearchStore(elasticsearchUrl, { prefix });
  try {
    const total = async (query: string) => (await store.search(everybody, parseQuery(query), all)).total;
    const citations = (await store.list(everybody, 'citations', {}, all)).total;
    return `${await total('"bản cũ"')} ${await total('"bản mới"')} ${citations}`;
  } finally {
    await store.close();
  }
}

async function withStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openElasticsearchStore(elasticsearchUrl, { prefix });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Texts that lie on the server, seen or not. */
async function textsLeft(): Promise<number> {
  await fetch(`${elasticsearchUrl}/${prefix}-*/_refresh`, { method: 'POST' });
  const counted = await fetch(`${elasticsearchUrl}/${prefix}-readings,${prefix}-passages/_count`);
  return ((await counted.json()) as { count: number }).count;
}

/** One who died keeps others from reconciling for so long. */
const LEASE_MS = 200;

function flagOf(id: string, sources: string[]): Flag {
  return {
    ...{ id, fingerprint: id, kind: 'cross-report', severity: 'error', certain: true, stated: '1', expected: '2' },
    ...{ message: { vi: id, en: id }, formula: null, interval: null, suggestion: null },
    evidence: sources.map((source) => ({ role: 'part', quote: '1', block: 'b1', start: 0, end: 1, source })),
  };
}

const NOTHING = '0 0 0';
const OLD = '4 0 4';
const NEW = '0 4 4';

beforeEach(() =>
  withStore(async (store) => {
    for (const { name } of sampleReports) await store.remove(shaOf(name));
  }),
);

describe('whatever moment a process dies at', () => {
  test('a new report is seen whole or not at all, and the next run of the job finds it half done', async () => {
    const states = new Set<string>();
    await dieEverywhere(
      (server) => put(server, old, entryFor(old)),
      async (done) => {
        const state = await seen();
        states.add(state);
        if (done) expect(state).toBe(OLD);
        const row = await withStore((store) => store.ledger.get(here.collection, here.path));
        expect(row === null || state === OLD).toBe(true);
      },
    );
    expect([...states].sort()).toEqual([NOTHING, OLD]);
  });

  test('a newer reading replaces an older one as a whole', async () => {
    await withStore((store) => store.put(old, entryFor(old)));
    const states = new Set<string>();
    await dieEverywhere(
      (server) => put(server, fresh, entryFor(fresh)),
      async () => {
        states.add(await seen());
      },
    );
    expect([...states].sort()).toEqual([NOTHING, NEW, OLD].sort());
    expect(await seen()).toBe(NEW);
  });

  test('a file with new bytes leaves nothing of the old ones', async () => {
    await withStore((store) => store.put(old, entryFor(old)));
    const other = report('2', 'bản mới', '1', here);
    await dieEverywhere(
      (server) => put(server, other, entryFor(other)),
      async (done) => {
        if (done) expect(await seen()).toBe(NEW);
      },
    );
  });

  test('the file of a half-written report is gone: what is known of it is put right', async () => {
    for (const deaths of [3, 4, 5, 6, 7]) {
      await withStore((store) => store.put(old, entryFor(old)));
      const server = new DyingServer(deaths);
      await put(server, { ...fresh, ...there }, entryFor({ ...fresh, ...there })).catch(() => {});
      await server.close();
      const missing = { ...entryFor(old), ...there, state: 'failed', sha256: null, reason: 'missing' } as const;
      await withStore((store) => store.ledger.write([missing]));
      expect([OLD, NEW]).toContain(await seen());
      await withStore((store) => store.remove(shaOf('1')));
      expect(await seen()).toBe(NOTHING);
    }
  });

  test('what is left half-written by a job that never runs again is put right when nothing is in hand', async () => {
    const repair = async (): Promise<void> =>
      withStore(async (store) => {
        // The first look may meet somebody at work; what stands there at the second is left by the dead.
        await store.repair();
        await store.repair();
      });
    await withStore((store) => store.put(old, entryFor(old)));
    await dieEverywhere(
      (server) => put(server, fresh, entryFor(fresh)),
      async () => {
        await repair();
        expect([OLD, NEW]).toContain(await seen());
      },
    );
    await withStore((store) => store.remove(shaOf('1')));
    const states = new Set<string>();
    await dieEverywhere(
      (server) => put(server, old, entryFor(old)),
      async () => {
        await repair();
        states.add(await seen());
      },
    );
    expect([...states].sort()).toEqual([NOTHING, OLD]);
  });

  test('a removal is finished by the next one, or undone by the next reading', async () => {
    await withStore((store) => store.put(old, entryFor(old)));
    const deaths = await dieEverywhere(
      (server) => remove(server, shaOf('1')),
      async (done) => {
        expect([NOTHING, OLD]).toContain(await seen());
        // the command begins by looking for the report: what it cannot find must be gone altogether
        const found = await withStore((store) => store.report(everybody, shaOf('1')));
        if (!found) expect(await textsLeft()).toBe(0);
        if (done) expect(found).toBeNull();
      },
    );
    expect(await seen()).toBe(NOTHING);
    for (let at = 1; at < deaths; at++) {
      await withStore((store) => store.put(old, entryFor(old)));
      const server = new DyingServer(at);
      await remove(server, shaOf('1')).catch(() => {});
      await server.close();
      await withStore((store) => store.put(old, entryFor(old)));
      expect(await seen()).toBe(OLD);
    }
  });

  test('a copy that turns up is a place of the report', async () => {
    await withStore((store) => store.put(old, entryFor(old)));
    const copy = { ...entryFor(old), ...there, state: 'duplicate', duplicateOf: here.path } as const;
    await dieEverywhere(
      (server) => settlePlaces(server, [copy]),
      async (done) => {
        expect([NOTHING, OLD]).toContain(await seen());
        if (!done) return;
        const found = await withStore((store) => store.report({ collections: ['khác'] }, shaOf('1')));
        expect(found?.paths).toEqual([there.path]);
      },
    );
  });
});

/** Every report gives the same figure, each its own value: as many flags as reports that are there, less one. */
describe('whatever moment a process dies at, what it touched is judged', () => {
  const comparing = (indexed: IndexedReport, keys: string[]): IndexedReport => ({
    ...indexed,
    comparables: {
      age: indexed.extraction.sha256,
      sketch: '[]',
      ...{ bands: [], issuer: null, period: null },
      facts: keys.map((key) => ({ keys: [key], value: '', fact: JSON.stringify(indexed.extraction.sha256) })),
    },
  });
  const judge: Judge = {
    isSame: () => false,
    flags: (key, facts) => {
      const sources = facts.map((fact) => JSON.parse(fact) as string);
      return [flagOf(`${key}: ${sources.map((source) => source[0]).join(' ')}`, sources)];
    },
  };
  const judged = (): Promise<string[]> =>
    withStore(async (store) => {
      await store.comparisons.reconcile(judge, 'waiting');
      return (await store.comparisons.flags(everybody, {}, all)).records.map(({ id }) => id);
    });
  const one = comparing(old, ['k', 'l']);
  const two = comparing(report('2', 'bản cũ', '1', { collection: 'chung', path: '/chung/2.docx' }), ['k', 'l', 'm']);
  const three = comparing(report('3', 'bản cũ', '1', { collection: 'chung', path: '/chung/3.docx' }), ['m']);

  test.each([
    ['a new report', one, ['k: 1 2', 'l: 1 2', 'm: 2 3']],
    ['a newer reading', comparing(fresh, ['l', 'm']), ['l: 1 2', 'm: 1 2 3']],
  ])('%s', async (_, indexed, expected) => {
    await withStore(async (store) => {
      for (const given of [one, two, three]) await store.put(given, entryFor(given));
      if (indexed === one) await store.remove(shaOf('1'));
    });
    const states = new Set<string>();
    await dieEverywhere(
      (server) => put(server, indexed, entryFor(indexed)),
      async (done) => {
        const flags = await judged();
        if (done) expect(flags).toEqual(expected);
        states.add(flags.join());
      },
    );
    // before, while it is written, and after
    expect(states.size).toBeLessThanOrEqual(3);
    await dieEverywhere(
      (server) => remove(server, shaOf('1')),
      async (done) => {
        const flags = await judged();
        if (done) expect(flags).toEqual(['m: 2 3']);
      },
    );
  });

  test('one who reconciles: the next goes on', async () => {
    await withStore(async (store) => {
      for (const given of [one, two, three]) await store.put(given, entryFor(given));
      await store.comparisons.reconcile(judge, 'waiting');
      await store.remove(shaOf('2'));
      await store.put(comparing(fresh, ['m']), entryFor(fresh));
    });
    const deaths = await dieEverywhere(
      (server) => elasticsearchComparisons(server, LEASE_MS).reconcile(judge, 'waiting'),
      async (done) => {
        const flags = await withStore((store) => store.comparisons.flags(everybody, {}, all));
        if (done) expect(flags.records.map(({ id }) => id)).toEqual(['m: 1 3']);
      },
    );
    expect(deaths).toBeGreaterThan(20);
  });
});

test('many at once on the same bytes: the newest reading stands, everything else is gone', async () => {
  const stores = await Promise.all(
    Array.from({ length: 4 }, () => openElasticsearchStore(elasticsearchUrl, { prefix })),
  );
  const places = Array.from({ length: 8 }, (_, i) => ({ collection: `bộ ${i % 3}`, path: `/${i}/1.docx` }));
  await Promise.all(
    places.map((place, i) => {
      const indexed = i % 2 === 0 ? { ...fresh, ...place } : { ...old, ...place };
      return stores[i % stores.length]!.put(indexed, entryFor(indexed));
    }),
  );
  await Promise.all(stores.map((store) => store.close()));
  expect(await seen()).toBe(NEW);
  const found = await withStore((store) => store.report(everybody, shaOf('1')));
  expect(found?.paths).toEqual([
    '/0/1.docx',
    '/3/1.docx',
    '/6/1.docx',
    '/1/1.docx',
    '/4/1.docx',
    '/7/1.docx',
    '/2/1.docx',
    '/5/1.docx',
  ]);
  const { facets } = await withStore((store) => store.search(everybody, parseQuery('"bản mới"'), all));
  expect(facets.collection).toEqual([
    ['bộ 0', 4],
    ['bộ 1', 4],
    ['bộ 2', 4],
  ]);
});
