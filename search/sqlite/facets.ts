import type { SearchResult } from '../../schemas/search.ts';
import type { Asker } from '../port.ts';
import { orderFacet } from '../query/rank.ts';
import type { KnownReport } from './reports.ts';

/** Values of a report for each facet; hits are counted, so a facet says how many hits are left when it is chosen. */
const facetValues: Record<string, (report: KnownReport, asker: Asker) => string[]> = {
  issuer: ({ issuer }) => (issuer ? [issuer[0]] : []),
  place: ({ places }) => [...new Set(places.map(([name]) => name))],
  type: ({ type }) => (type ? [type[0]] : []),
  year: ({ date }) => (date === null ? [] : [date.slice(0, 4)]),
  directive: ({ directives }) => [...new Set(directives.flatMap(([, , number]) => (number === null ? [] : [number])))],
  collection: ({ collections }, asker) =>
    collections.filter((name) => asker.collections === null || asker.collections.includes(name)),
};

export function countFacets(
  reports: ReadonlyMap<number, KnownReport>,
  hits: ReadonlyMap<number, number>,
  asker: Asker,
): SearchResult['facets'] {
  return Object.fromEntries(
    Object.entries(facetValues).map(([name, valuesOf]) => {
      const counts = new Map<string, number>();
      for (const [id, count] of hits) {
        for (const value of valuesOf(reports.get(id)!, asker)) counts.set(value, (counts.get(value) ?? 0) + count);
      }
      return [name, orderFacet(counts)];
    }),
  );
}
