import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Series } from '../../../schemas/series.ts';
import type { App, Serving } from '../app-types.ts';
import { sendFile, XLSX } from '../file-answer.ts';
import { languageOf } from '../language.ts';
import { answers, answersFile } from '../openapi.ts';

const Wanted = z.strictObject({
  concept: z.string().min(1).max(300).describe('Words of the label: «cuộc đối thoại».'),
  place: z.string().max(300).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

const tags = ['figures'];
const config = { access: 'reader', reads: 'list' } as const;

export function seriesRoutes(app: App, { aside }: Serving): void {
  const given = (request: FastifyRequest, { concept, place, from, to }: z.infer<typeof Wanted>) => ({
    asker: request.who.asker,
    language: languageOf(request),
    asked: {
      label: concept.normalize('NFC').trim(),
      place: place ?? null,
      from: from ?? null,
      to: to ?? null,
    },
  });

  app.get(
    '/api/series',
    {
      config,
      schema: {
        tags,
        summary: 'One figure over times and places, each point with its sources',
        querystring: Wanted,
        response: answers(Series),
      },
    },
    (request) => aside.ask('series', given(request, request.query)),
  );
  app.get(
    '/api/series.csv',
    {
      config: { ...config, reads: 'export' },
      schema: {
        tags,
        summary: 'The same as CSV',
        querystring: Wanted,
        response: answersFile('text/csv', 'A row each source'),
      },
    },
    async (request, reply) =>
      sendFile(
        reply,
        `${request.query.concept}.csv`,
        'text/csv; charset=utf-8',
        await aside.ask('seriesCsv', given(request, request.query)),
      ),
  );
  app.get(
    '/api/series.xlsx',
    {
      config: { ...config, reads: 'export' },
      schema: {
        tags,
        summary: 'The same as a workbook',
        querystring: Wanted,
        response: answersFile(XLSX, 'A sheet each chart, and one with the sources'),
      },
    },
    async (request, reply) =>
      sendFile(
        reply,
        `${request.query.concept}.xlsx`,
        XLSX,
        await aside.ask('seriesSheet', given(request, request.query)),
      ),
  );
}
