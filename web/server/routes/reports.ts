import { basename } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Extraction } from '../../../schemas/extraction.ts';
import { ReportHead } from '../../../schemas/search.ts';
import type { App, Serving } from '../app-types.ts';
import { contentDisposition } from '../content-disposition.ts';
import { answers, answersFile } from '../openapi.ts';
import { listed, listOf, pageOf, paging } from '../paging.ts';
import { ReportId } from '../parameters.ts';
import { noteReport, type Reading } from '../people/readings.ts';
import { ProblemError } from '../problem.ts';
import { ORIGINAL_POLICY } from '../security.ts';

const One = z.strictObject({ id: ReportId });

const OneReport = z.strictObject({
  head: ReportHead,
  paths: z.array(z.string()),
  extraction: Extraction,
  /** Other files that hold the same report, or a version of it; the one that counts is last. */
  copies: z.array(ReportHead),
});

const tags = ['reports'];

export function reportRoutes(app: App, { home, rendering, now }: Serving): void {
  const { store, objects } = home;

  /** Only what the asker may see; that it was read is written down where it must be. */
  const reading = async (request: FastifyRequest, action: Reading, id: string) => {
    const found = await store.report(request.who.asker, id);
    if (!found) throw new ProblemError('not-found');
    await noteReport(home, request, action, found.id, now());
    return found;
  };

  app.get(
    '/api/reports',
    {
      config: { access: 'reader', reads: 'list' },
      schema: {
        tags,
        summary: 'Reports, newest first',
        querystring: z.strictObject(paging),
        response: answers(listOf(ReportHead)),
      },
    },
    async ({ query, who }) => {
      const page = pageOf(query);
      const { total, reports } = await store.reports(who.asker, page);
      return listed(page, total, reports);
    },
  );

  app.get(
    '/api/reports/:id',
    {
      config: { access: 'reader' },
      schema: { tags, summary: 'One report with all that was read in it', params: One, response: answers(OneReport) },
    },
    async (request) => {
      const { who } = request;
      const { extraction, paths, ...head } = await reading(request, 'open', request.params.id);
      const ids = await store.comparisons.copies(head.id);
      const copies = await Promise.all(ids.map((id) => (id === head.id ? null : store.report(who.asker, id))));
      return { head, paths, extraction, copies: copies.flatMap((copy) => (copy ? [headOf(copy)] : [])) };
    },
  );

  app.get(
    '/api/reports/:id/original',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'The file as it came',
        params: One,
        response: answersFile('application/octet-stream', 'The bytes, to be kept, not shown'),
      },
    },
    async (request, reply) => {
      const { id, path } = await reading(request, 'download', request.params.id);
      const file = await objects.locate('originals', id);
      if (file === null) throw new ProblemError('not-found');
      reply.headers({
        'content-security-policy': ORIGINAL_POLICY,
        'content-disposition': contentDisposition(basename(path)),
        'cache-control': 'private, no-cache',
      });
      return reply.sendFile(basename(file), file.slice(0, -basename(file).length), { cacheControl: false });
    },
  );

  app.get(
    '/api/reports/:id/rendered',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'A Word document as a fragment of HTML without scripts, links, pictures and styles',
        params: One,
        response: answers(z.strictObject({ html: z.string() })),
      },
    },
    async (request) => {
      const { id } = await reading(request, 'open', request.params.id);
      const file = await objects.locate('originals', id);
      const html = file === null ? null : await rendering.html(id, file);
      if (html === null) throw new ProblemError('not-rendered');
      return { html };
    },
  );
}

function headOf({
  extraction: _,
  paths: __,
  ...head
}: ReportHead & { extraction: Extraction; paths: string[] }): ReportHead {
  return head;
}
