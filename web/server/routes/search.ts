import { z } from 'zod';
import { searchTerritories } from '../../../pipeline/territories/search.ts';
import { UnitLevel } from '../../../schemas/report.ts';
import { Facet, ReportStatus, SearchHit, SearchOrder } from '../../../schemas/search.ts';
import { INSIDE } from '../../../search/facts.ts';
import { parseQuery, type Query } from '../../../search/query/parse.ts';
import type { App, Serving } from '../app-types.ts';
import { answers } from '../openapi.ts';
import { listed, listOf, pageOf, paging } from '../paging.ts';
import { several } from '../parameters.ts';
import { territoryHints } from '../territory-hints.ts';

/** Values as the facets tell them; several of one name are alternatives. */
export const searchFilter = {
  q: z
    .string()
    .default('')
    .describe('As typed by a person: words, "phrases", -without, OR, fields (issuer:, place:, …).'),
  issuer: several(z.string()),
  place: several(z.string()).describe('A name, or a chain of them as the facet `territory` tells it.'),
  type: several(z.string()),
  directive: several(z.string()).describe('Any spelling of a number, or an identity.'),
  collection: several(z.string()),
  topic: several(z.string()),
  level: several(UnitLevel),
  status: several(ReportStatus),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  sort: SearchOrder.default('relevance'),
};
const Asked = z.strictObject(searchFilter);
const Wanted = z.strictObject({ ...searchFilter, ...paging });

const Found = z.strictObject({
  ...listOf(SearchHit).shape,
  facets: z.record(z.string(), Facet),
  /** What of the query could not be used, and what became of the units that it names. */
  hints: z.array(z.strictObject({ code: z.string(), value: z.string() })),
});

export function searchRoutes(app: App, { home }: Serving): void {
  app.get(
    '/api/search',
    {
      config: { access: 'reader', reads: 'search' },
      schema: {
        tags: ['search'],
        summary: 'Passages of reports, with facets',
        querystring: Wanted,
        response: answers(Found),
      },
    },
    async ({ query: wanted, who }) => {
      const query = queryOf(wanted);
      const page = pageOf(wanted);
      const found = await searchTerritories(home.store, who.asker, query, page);
      const hints = [...query.problems, ...territoryHints(found)];
      return { ...listed(page, found.total, found.hits), facets: found.facets, hints };
    },
  );
}

/** What was typed together with what was chosen. */
export function queryOf(wanted: z.infer<typeof Asked>): Query {
  const query = parseQuery(wanted.q);
  const { filters } = query;
  for (const field of ['issuer', 'type', 'directive', 'collection', 'topic'] as const)
    filters[field].push(...wanted[field].map((value) => ({ value, whole: true, not: false })));
  for (const chain of wanted.place) {
    const [value = '', within] = chain.split(INSIDE).reverse();
    filters.place.push({ value, whole: true, not: false, ...(within !== undefined && { within }) });
  }
  filters.status.push(...wanted.status.map((status) => ({ status, not: false })));
  filters.level.push(...wanted.level.map((level) => ({ level, not: false })));
  filters.from = wanted.from ?? filters.from;
  filters.to = wanted.to ?? filters.to;
  return { ...query, order: wanted.sort };
}
