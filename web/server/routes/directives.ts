import { z } from 'zod';
import { Directive, Trace } from '../../../schemas/search.ts';
import { trace } from '../../../search/trace.ts';
import type { App, Serving } from '../app-types.ts';
import { DOCX, sendFile, XLSX } from '../file-answer.ts';
import { languageOf } from '../language.ts';
import { answers, answersFile } from '../openapi.ts';
import { listed, listOf, pageOf, paging } from '../paging.ts';
import { given } from '../parameters.ts';
import { ProblemError } from '../problem.ts';

const Wanted = z.strictObject({
  words: z.string().max(1000).optional(),
  number: z.string().max(1000).optional().describe('Any spelling of a number.'),
  ...paging,
});
const Traced = z.strictObject({
  number: z.string().min(1).max(1000).describe('Any spelling of a number, or an identity.'),
  place: z.string().max(1000).optional().describe('Which one, where bodies of several places gave one number.'),
});

const tags = ['directives'];

export function directiveRoutes(app: App, { home: { store }, aside }: Serving): void {
  app.get(
    '/api/directives',
    {
      config: { access: 'reader', reads: 'list' },
      schema: {
        tags,
        summary: 'Documents that reports cite',
        querystring: Wanted,
        response: answers(listOf(Directive)),
      },
    },
    async ({ query: { cursor, limit, ...filter }, who }) => {
      const page = pageOf({ cursor, limit });
      const { total, directives } = await store.directives(who.asker, given(filter), page);
      return listed(page, total, directives);
    },
  );
  app.get(
    '/api/directives/trace',
    {
      config: { access: 'reader', reads: 'list' },
      schema: {
        tags,
        summary: 'Where a document was carried out, by whom, what it led to, who is silent',
        querystring: Traced,
        response: answers(Trace),
      },
    },
    ({ query: { number, place }, who }) => trace(store, who.asker, number, place),
  );

  const papers = [
    ['xlsx', XLSX, 'traceSheet', 'a workbook'],
    ['docx', DOCX, 'tracePaper', 'a paper'],
  ] as const;
  for (const [extension, mediaType, work, how] of papers)
    app.get(
      `/api/directives/trace.${extension}`,
      {
        config: { access: 'reader', reads: 'export' },
        schema: {
          tags,
          summary: `The same as ${how}`,
          querystring: Traced,
          response: answersFile(mediaType, 'To be kept'),
        },
      },
      async (request, reply) => {
        const { number, place } = request.query;
        const asked = { asker: request.who.asker, language: languageOf(request), number, place };
        const content = await aside.ask(work, asked);
        if (content === null) throw new ProblemError('not-found');
        return sendFile(reply, `${number}.${extension}`, mediaType, content);
      },
    );
}
