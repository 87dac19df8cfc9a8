import type { estypes } from '@elastic/elasticsearch';
import type { Page } from '../port.ts';
import { type IndexName, WINDOW } from './mappings.ts';
import type { Server, Stored } from './server.ts';

export type Condition = NonNullable<estypes.QueryDslQueryContainer>;
type Order = estypes.SortCombinations[];

export interface Question {
  query: Condition;
  sort: Order;
  fields: string[];
}

export interface Found<T> {
  id: string;
  source: T;
  score: number;
}

/** A hit of a scan, with what is needed to replace only this state of it. */
export interface Scanned<T> extends Found<T>, Stored<T> {}

const SCAN_PAGE = 5_000;
const BUCKET_PAGE = 10_000;

/** Hits of a page, and how many there are in all; with `aggs`, counts over all of them. */
export async function find<T>(
  server: Server,
  index: IndexName,
  { query, sort, fields }: Question,
  { offset, limit }: Page,
  aggs?: Record<string, estypes.AggregationsAggregationContainer>,
): Promise<{ total: number; hits: Found<T>[]; counts: Record<string, Bucket[]> }> {
  await server.see(index);
  const near = Math.max(0, Math.min(limit, WINDOW - offset));
  const found = await server.ask((client) =>
    client.search<T>({
      index: server.alias(index),
      query,
      sort,
      _source: fields,
      track_total_hits: true,
      track_scores: true,
      from: near > 0 ? offset : 0,
      size: near,
      ...(aggs && { aggs }),
    }),
  );
  const hits = found.hits.hits.map((hit) => ({ id: hit._id!, source: hit._source!, score: hit._score ?? 0 }));
  const total = typeof found.hits.total === 'number' ? found.hits.total : (found.hits.total?.value ?? 0);
  const isFar = near < limit && total > offset + near;
  const answers = (found.aggregations ?? {}) as Record<string, { buckets?: Bucket[] }>;
  return {
    total,
    hits: isFar ? await farPage<T>(server, index, { query, sort, fields }, { offset, limit }) : hits,
    counts: Object.fromEntries(Object.entries(answers).map(([name, { buckets = [] }]) => [name, buckets])),
  };
}

async function farPage<T>(server: Server, index: IndexName, question: Question, page: Page): Promise<Found<T>[]> {
  const hits: Found<T>[] = [];
  let at = 0;
  for await (const hit of scan<T>(server, index, question)) {
    if (at++ < page.offset) continue;
    if (hits.length >= page.limit) break;
    hits.push(hit);
  }
  return hits;
}

/** All hits in order, as they were when the reading began, `pageSize` at a time. */
export async function* scan<T>(
  server: Server,
  index: IndexName,
  { query, sort, fields }: Question,
  pageSize = SCAN_PAGE,
): AsyncGenerator<Scanned<T>> {
  await server.see(index);
  const keep_alive = '5m';
  let pit = (await server.ask((client) => client.openPointInTime({ index: server.alias(index), keep_alive }))).id;
  try {
    for (let after: estypes.SortResults | undefined; ; ) {
      const page = await server.ask((client) =>
        client.search<T>({
          pit: { id: pit, keep_alive },
          query,
          sort,
          _source: fields,
          size: pageSize,
          track_total_hits: false,
          track_scores: true,
          seq_no_primary_term: true,
          ...(after && { search_after: after }),
        }),
      );
      pit = page.pit_id ?? pit;
      for (const hit of page.hits.hits) {
        const at = { if_seq_no: hit._seq_no!, if_primary_term: hit._primary_term! };
        yield { id: hit._id!, source: hit._source!, score: hit._score ?? 0, at };
      }
      after = page.hits.hits.at(-1)?.sort;
      if (page.hits.hits.length < pageSize || !after) return;
    }
  } finally {
    await server.ask((client) => client.closePointInTime({ id: pit }, { ignore: [404] }));
  }
}

/** Every hit, in order. */
export async function findAll<T>(server: Server, index: IndexName, question: Question): Promise<Found<T>[]> {
  const { total, hits } = await find<T>(server, index, question, { offset: 0, limit: SCAN_PAGE });
  if (total <= hits.length) return hits;
  const all: Found<T>[] = [];
  for await (const hit of scan<T>(server, index, question)) all.push(hit);
  return all;
}

export type Bucket = { key: string; doc_count: number };
export type Combination = { key: Record<string, string>; doc_count: number };

/** How often each combination of these fields occurs, however many there are. */
export async function combinations(
  server: Server,
  index: IndexName,
  query: Condition,
  fields: readonly string[],
): Promise<Combination[]> {
  await server.see(index);
  const all: Combination[] = [];
  const sources = fields.map((field) => ({ [field]: { terms: { field } } }));
  for (let after: Record<string, string> | undefined; ; ) {
    const composite = { size: BUCKET_PAGE, sources, ...(after && { after }) };
    const { aggregations } = await server.ask((client) =>
      client.search({ index: server.alias(index), query, size: 0, aggs: { all: { composite } } }),
    );
    const page = aggregations?.all as { buckets: Combination[]; after_key?: Record<string, string> };
    all.push(...page.buckets);
    after = page.after_key;
    if (!after || page.buckets.length < BUCKET_PAGE) return all;
  }
}

/** Takes out all that can be found, in these indices; how many there were. */
export async function takeWhere(server: Server, indices: readonly IndexName[], query: Condition): Promise<number> {
  await server.refresh(indices);
  const { deleted = 0 } = await server.ask((client) =>
    client.deleteByQuery({
      index: indices.map((index) => server.alias(index)),
      query,
      conflicts: 'proceed',
      refresh: true,
    }),
  );
  return deleted;
}

/** Ordered as text, so that every list of values is the same everywhere. */
export const mostFrequent = (field: string, size: number): estypes.AggregationsAggregationContainer => ({
  terms: { field, size, order: [{ _count: 'desc' }, { _key: 'asc' }] },
});
