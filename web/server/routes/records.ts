import { z } from 'zod';
import type { RecordFilter, RecordKind } from '../../../search/port.ts';
import type { App, Serving } from '../app-types.ts';
import { Topic } from '../aside/topics.ts';
import { languageOf } from '../language.ts';
import { answers } from '../openapi.ts';
import { listed, listOf, pageOf, paging } from '../paging.ts';
import { given, recordFilter } from '../parameters.ts';
import { PlacedCitation, PlacedIndicator, PlacedIssue, PlacedRelation } from '../shapes/placed.ts';

const Wanted = z.strictObject({ ...recordFilter, ...paging });
const WantedIssues = Wanted.extend({ topic: z.string().optional(), stance: z.string().optional() });

const access = { access: 'reader', reads: 'list' } as const;
const tags = ['records'];

export function recordRoutes(app: App, { home: { store }, aside }: Serving): void {
  const list = async <K extends Exclude<RecordKind, 'flags'>>(
    kind: K,
    asker: Parameters<typeof store.list>[0],
    { cursor, limit, ...filter }: RecordFilter & { cursor?: number | undefined; limit: number },
  ) => {
    const page = pageOf({ cursor, limit });
    const { total, records } = await store.list(asker, kind, given(filter), page);
    return listed(page, total, records);
  };

  app.get(
    '/api/citations',
    {
      config: access,
      schema: {
        tags,
        summary: 'Mentions of documents',
        querystring: Wanted,
        response: answers(listOf(PlacedCitation)),
      },
    },
    ({ query, who }) => list('citations', who.asker, given(query)),
  );
  app.get(
    '/api/relations',
    {
      config: access,
      schema: {
        tags,
        summary: 'What is done with documents',
        querystring: Wanted,
        response: answers(listOf(PlacedRelation)),
      },
    },
    ({ query, who }) => list('relations', who.asker, given(query)),
  );
  app.get(
    '/api/indicators',
    {
      config: access,
      schema: { tags, summary: 'Figures', querystring: Wanted, response: answers(listOf(PlacedIndicator)) },
    },
    ({ query, who }) => list('indicators', who.asker, given(query)),
  );
  app.get(
    '/api/issues',
    {
      config: access,
      schema: {
        tags,
        summary: 'What residents raise',
        querystring: WantedIssues,
        response: answers(listOf(PlacedIssue)),
      },
    },
    ({ query, who }) => list('issues', who.asker, given(query)),
  );

  app.get(
    '/api/issues/topics',
    {
      config: access,
      schema: {
        tags,
        summary: 'What residents raise, counted by topic',
        querystring: z.strictObject({ ...recordFilter, stance: z.string().optional() }),
        response: answers(z.strictObject({ items: z.array(Topic) })),
      },
    },
    async (request) => ({
      items: await aside.ask('topics', {
        asker: request.who.asker,
        language: languageOf(request),
        filter: given(request.query),
      }),
    }),
  );
}
