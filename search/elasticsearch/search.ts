import type { estypes } from '@elastic/elasticsearch';
import type { SearchHit, SearchResult, Tier } from '../../schemas/search.ts';
import type { Asker, Page } from '../port.ts';
import { highlight } from '../query/highlight.ts';
import { hasFilters, hasWords, type Query } from '../query/query.ts';
import { type FacetName, facetNames, MOST_FACET_VALUES } from '../query/rank.ts';
import type { Keyword } from '../query/tokens.ts';
import { factConditions, visible } from './filters.ts';
import { find, mostFrequent } from './find.ts';
import { excludedConditions, passageQuery, tierOf } from './match.ts';
import { reportOrder, withHeads } from './reports.ts';
import type { Server } from './server.ts';

interface Passage {
  report: string;
  block: string;
  section: string | null;
  page: number | null;
  text: string;
  keywords: Keyword[];
}
const fields: (keyof Passage)[] = ['report', 'block', 'section', 'page', 'text', 'keywords'];

const facetFields: Record<FacetName, string> = {
  issuer: 'issuer',
  place: 'place',
  type: 'type',
  year: 'year',
  directive: 'citedNumbers',
  collection: 'collections',
};

export async function search(server: Server, asker: Asker, query: Query, page: Page): Promise<SearchResult> {
  const words = hasWords(query);
  if ((!words && !hasFilters(query)) || asker.collections?.length === 0) return nothing;
  const filter = [...visible(server, asker), ...factConditions(query.filters)];
  const condition = words
    ? passageQuery(query, filter)
    : { bool: { filter: [...filter, { term: { first: true } }], must_not: excludedConditions(query) } };
  const question = { query: condition, sort: [{ _score: { order: 'desc' as const } }, ...reportOrder, 'seq'], fields };
  const { total, hits, counts } = await find<Passage>(server, 'passages', question, page, facets(asker));
  return {
    total,
    hits: await withHeads(server, asker, hits, (report, { source, score }): SearchHit => {
      const tier: Tier = words ? tierOf(score, query) : 'exact';
      return { report, ...shown(source, query, tier) };
    }),
    facets: Object.fromEntries(
      facetNames.map((name) => [name, (counts[name] ?? []).map(({ key, doc_count }) => [key, doc_count])]),
    ),
  };
}

const nothing: SearchResult = { total: 0, hits: [], facets: Object.fromEntries(facetNames.map((name) => [name, []])) };

function shown({ block, section, page, text, keywords }: Passage, query: Query, tier: Tier): Omit<SearchHit, 'report'> {
  return { block, section, page, tier, text, highlights: highlight(text, keywords, query, tier) };
}

/** Hits are counted, not reports; of the collections only those that the asker may see. */
function facets({ collections }: Asker): Record<FacetName, estypes.AggregationsAggregationContainer> {
  const counted = (name: FacetName) => mostFrequent(facetFields[name], MOST_FACET_VALUES);
  const all = Object.fromEntries(facetNames.map((name) => [name, counted(name)])) as Record<
    FacetName,
    estypes.AggregationsAggregationContainer
  >;
  if (collections !== null) Object.assign(all.collection.terms!, { include: [...collections] });
  return all;
}
