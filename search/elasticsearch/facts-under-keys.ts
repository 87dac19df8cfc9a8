import { SPEAKERS } from '../cross-flags.ts';
import { supersededAmong } from './copies.ts';
import { type Bucket, type Condition, findAll, scan } from './find.ts';
import type { Server } from './server.ts';
import { whole } from './writing.ts';

/** Facts held at a time, unless one key alone has more. */
const FACTS_TOGETHER = 5_000;
/** More values than one directive is ever said to have. */
const EVERY_VALUE = 10_000;

/** Counts what is found and nothing else: the other way costs a look at every key of the store. */
const inOrder = { order: { _key: 'asc' }, execution_hint: 'map' } as const;

interface Fact {
  report: string;
  keys: string[];
  fact: string;
}

/**
 * Keys with what there is to compare under them, some at a time: every fact of no value, and a few of each other value where
 * there are several values. Keys with nothing to compare come with no facts. Superseded reports are left out.
 */
export async function* factsUnder(
  server: Server,
  keys: readonly string[],
): AsyncGenerator<ReadonlyMap<string, readonly string[]>> {
  const counts = await countFacts(server, keys);
  yield new Map(keys.filter((key) => !counts.has(key)).map((key) => [key, []]));
  for (const few of portions(counts)) {
    const [each, valued] = await Promise.all([
      factsOfNoValue(server, few),
      factsByValue(
        server,
        few.filter((key) => counts.get(key)!.isValued),
      ),
    ]);
    yield new Map(few.map((key) => [key, [...(each.get(key) ?? []), ...(valued.get(key) ?? [])]]));
  }
}

interface Counted {
  facts: number;
  isValued: boolean;
}

/** Of the keys with something to compare how much it is. The engine looks at these keys alone, however many there are. */
async function countFacts(server: Server, keys: readonly string[]): Promise<Map<string, Counted>> {
  const values = { terms: { field: 'value', size: 2, ...inOrder } };
  const { aggregations } = await server.ask((client) =>
    client.search({
      index: server.alias('comparables'),
      query: { bool: { filter: [whole(server), { terms: { keys: [...keys] } }] } },
      size: 0,
      aggs: { keys: { terms: { field: 'keys', include: [...keys], size: keys.length, ...inOrder }, aggs: { values } } },
    }),
  );
  const { buckets } = aggregations!.keys as { buckets: (Bucket & { values: { buckets: Bucket[] } })[] };
  return new Map(
    buckets.flatMap(
      ({
        key,
        doc_count,
        values: {
          buckets: [first, second],
        },
      }): [string, Counted][] => {
        const isValued = second !== undefined;
        return doc_count > 1 && (first?.key === '' || isValued) ? [[key, { facts: doc_count, isValued }]] : [];
      },
    ),
  );
}

function* portions(counts: ReadonlyMap<string, Counted>): Generator<string[]> {
  let few: string[] = [];
  let together = 0;
  for (const [key, { facts, isValued }] of counts) {
    const own = isValued ? SPEAKERS : facts;
    if (few.length > 0 && together + own > FACTS_TOGETHER) {
      yield few;
      few = [];
      together = 0;
    }
    few.push(key);
    together += own;
  }
  if (few.length > 0) yield few;
}

const order = ['report', 'seq'];
const under = (server: Server, keys: readonly string[], value: Condition): Condition => ({
  bool: { filter: [whole(server), { terms: { keys: [...keys] } }, value] },
});

/** Without those of reports that another copy or version counts for. */
async function counting<T extends Pick<Fact, 'report'>>(server: Server, facts: readonly T[]): Promise<T[]> {
  const superseded = await supersededAmong(server, [...new Set(facts.map(({ report }) => report))]);
  return facts.filter(({ report }) => !superseded.has(report));
}

async function factsOfNoValue(server: Server, keys: readonly string[]): Promise<Map<string, string[]>> {
  const fields = ['report', 'keys', 'fact'];
  const question = { query: under(server, keys, { term: { value: '' } }), sort: order, fields };
  const found = (await findAll<Fact>(server, 'comparables', question)).map(({ source }) => source);
  const facts = new Map<string, string[]>(keys.map((key) => [key, []]));
  for (const { keys: own, fact } of await counting(server, found))
    for (const key of new Set(own)) facts.get(key)?.push(fact);
  return facts;
}

/** The first facts of each value that is told of these keys. */
async function factsByValue(server: Server, keys: readonly string[]): Promise<Map<string, string[]>> {
  const facts = new Map<string, string[]>(keys.map((key) => [key, []]));
  if (keys.length === 0) return facts;
  const first = { top_hits: { size: SPEAKERS, sort: order, _source: ['report', 'fact'] } };
  const values = { terms: { field: 'value', size: EVERY_VALUE, ...inOrder }, aggs: { first } };
  const { aggregations } = await server.ask((client) =>
    client.search({
      index: server.alias('comparables'),
      query: under(server, keys, { bool: { must_not: [{ term: { value: '' } }] } }),
      size: 0,
      aggs: { keys: { terms: { field: 'keys', include: [...keys], size: keys.length, ...inOrder }, aggs: { values } } },
    }),
  );
  type Told = Bucket & { first: { hits: { hits: { _source: Pick<Fact, 'report' | 'fact'> }[] } } };
  const { buckets } = aggregations!.keys as unknown as { buckets: (Bucket & { values: { buckets: Told[] } })[] };
  const told = buckets.flatMap(({ key, values: of }) => of.buckets.map((value) => ({ key, value })));
  const seen = told.flatMap(({ value: { first: found } }, at) =>
    found.hits.hits.map(({ _source }) => ({ at, ..._source })),
  );
  const counted = Map.groupBy(await counting(server, seen), ({ at }) => at);
  for (const [at, { key, value }] of told.entries()) {
    const own = counted.get(at) ?? [];
    const hasMore = value.doc_count > SPEAKERS && own.length < SPEAKERS;
    facts.get(key)!.push(...(hasMore ? await speakers(server, key, value.key) : own.map(({ fact }) => fact)));
  }
  return facts;
}

/** The first facts, where copies stand among them. */
async function speakers(server: Server, key: string, value: string): Promise<string[]> {
  const question = { query: under(server, [key], { term: { value } }), sort: order, fields: ['report', 'fact'] };
  const all = scan<Pick<Fact, 'report' | 'fact'>>(server, 'comparables', question, SPEAKERS);
  const facts: string[] = [];
  let few: Pick<Fact, 'report' | 'fact'>[] = [];
  for await (const { source } of all) {
    few.push(source);
    if (few.length < SPEAKERS) continue;
    facts.push(...(await counting(server, few)).map(({ fact }) => fact));
    if (facts.length >= SPEAKERS) return facts.slice(0, SPEAKERS);
    few = [];
  }
  facts.push(...(await counting(server, few)).map(({ fact }) => fact));
  return facts.slice(0, SPEAKERS);
}
