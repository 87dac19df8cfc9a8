import type { estypes } from '@elastic/elasticsearch';
import type { SearchHit, SearchOrder, SearchResult, Tier } from '../../schemas/search.ts';
import type { Asker, Page } from '../port.ts';
import { highlight } from '../query/highlight.ts';
import { hasFilters, hasWords, type Query } from '../query/query.ts';
import { type FacetName, facetNames, mostFacetValues, orderFacet } from '../query/rank.ts';
import type { Keyword } from '../query/tokens.ts';
import { factConditions, visible } from './filters.ts';
import { type Bucket, find, mostFrequent } from './find.ts';
import { excludedConditions, passageQuery, tierOf } from './match.ts';
import { reportOrder, withHeads } from './reports.ts';
import type { Server } from './server.ts';
import { type Statuses, settled, statusConditions } from './statuses.ts';

interface Passage {
  report: string;
  block: string;
  section: string | null;
  page: number | null;
  text: string;
  keywords: Keyword[];
}
const fields: (keyof Passage)[] = ['report', 'block', 'section', 'page', 'text', 'keywords'];

const facetFields: Record<Exclude<FacetName, 'status'>, string> = {
  issuer: 'issuer',
  place: 'place',
  territory: 'territory',
  level: 'level',
  type: 'type',
  year: 'year',
  directive: 'citedNumbers',
  topic: 'topics',
  collection: 'collections',
};

export async function search(server: Server, asker: Asker, query: Query, page: Page): Promise<SearchResult> {
  const words = hasWords(query);
  if ((!words && !hasFilters(query)) || asker.collections?.length === 0) return nothing;
  const statuses = statusConditions(await settled(server));
  const filter = [...visible(server, asker), ...factConditions(query.filters, statuses)];
  const condition = words
    ? passageQuery(query, filter)
    : { bool: { filter: [...filter, { term: { first: true } }], must_not: excludedConditions(query) } };
  const question = { query: condition, sort: [...orders[query.order], 'seq'], fields };
  const { total, hits, counts } = await find<Passage>(server, 'passages', question, page, facets(asker, statuses));
  return {
    total,
    hits: await withHeads(server, asker, hits, (report, { source, score }): SearchHit => {
      const tier: Tier = words ? tierOf(score, query) : 'exact';
      return { report, ...shown(source, query, tier) };
    }),
    facets: Object.fromEntries(facetNames.map((name) => [name, orderFacet(name, countsOf(counts[name] ?? []))])),
  };
}

const nothing: SearchResult = { total: 0, hits: [], facets: Object.fromEntries(facetNames.map((name) => [name, []])) };

function shown({ block, section, page, text, keywords }: Passage, query: Query, tier: Tier): Omit<SearchHit, 'report'> {
  return { block, section, page, tier, text, highlights: highlight(text, keywords, query, tier) };
}

const orders: Record<SearchOrder, estypes.SortCombinations[]> = {
  relevance: [{ _score: { order: 'desc' } }, ...reportOrder],
  newest: reportOrder,
  oldest: [{ date: { order: 'asc', missing: '_last' } }, 'report'],
};

const countsOf = (buckets: readonly Bucket[]): Map<string, number> =>
  new Map(buckets.filter(({ doc_count }) => doc_count > 0).map(({ key, doc_count }) => [key, doc_count]));

type Counted = Record<FacetName, estypes.AggregationsAggregationContainer>;

/** Hits are counted, not reports; of the collections only those that the asker may see. */
function facets({ collections }: Asker, statuses: Statuses): Counted {
  const all = Object.fromEntries(
    facetNames.map((name) => [
      name,
      name === 'status'
        ? { filters: { filters: statuses, keyed: false } }
        : mostFrequent(facetFields[name], mostFacetValues(name)),
    ]),
  ) as Counted;
  if (collections !== null) Object.assign(all.collection.terms!, { include: [...collections] });
  return all;
}
