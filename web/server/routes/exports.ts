import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App, Serving } from '../app-types.ts';
import { csvStream } from '../exports/csv.ts';
import { everyRecord, placeCells, type Sheet, siteOf } from '../exports/rows.ts';
import { xlsxStream } from '../exports/xlsx.ts';
import { sendFile, XLSX } from '../file-answer.ts';
import { languageOf, messagesFor } from '../language.ts';
import { answersFile } from '../openapi.ts';
import { given, recordFilter } from '../parameters.ts';
import { queryOf, searchFilter } from './search.ts';

const Hits = z.strictObject(searchFilter);
const Figures = z.strictObject(recordFilter);

const config = { access: 'reader', reads: 'export' } as const;
const tags = ['exports'];
/** Lists may be long, and lines slow. */
const handlerTimeout = 3_600_000;

export function exportRoutes(app: App, { home: { store } }: Serving): void {
  const hits = (request: FastifyRequest, wanted: z.infer<typeof Hits>): Sheet => {
    const { exports } = messagesFor(request);
    const place = placeCells(siteOf(request), languageOf(request));
    const query = queryOf(wanted);
    const { asker } = request.who;
    const found = everyRecord(async (page) => {
      const { total, hits: records } = await store.search(asker, query, page);
      return { total, records };
    });
    return {
      name: exports.hits,
      columns: [exports.passage, ...exports.place],
      rows: mapped(found, (hit) => [hit.text, ...place(hit)]),
    };
  };
  const figures = (request: FastifyRequest, filter: z.infer<typeof Figures>): Sheet => {
    const { exports } = messagesFor(request);
    const place = placeCells(siteOf(request), languageOf(request));
    const { asker } = request.who;
    const found = everyRecord((page) => store.list(asker, 'indicators', given(filter), page));
    return {
      name: exports.indicators,
      columns: [...exports.indicator, ...exports.place],
      rows: mapped(found, (one) => [
        ...[one.label, one.value, one.unit, one.qualifier, one.raw, one.period, one.scope, one.quote],
        ...place(one),
      ]),
    };
  };

  const lists = { hits: [Hits, hits], indicators: [Figures, figures] } as const;
  for (const [name, [querystring, sheet]] of Object.entries(lists)) {
    for (const [extension, write, type] of [
      ['csv', csvStream, 'text/csv; charset=utf-8'],
      ['xlsx', xlsxStream, XLSX],
    ] as const)
      app.get(
        `/api/exports/${name}.${extension}`,
        {
          config,
          handlerTimeout,
          schema: {
            tags,
            summary: `All ${name} that satisfy the conditions, with links to their places`,
            querystring,
            response: answersFile(type.split(';')[0]!, 'Written as it is read'),
          },
        },
        async (request: FastifyRequest, reply: FastifyReply) =>
          sendFile(reply, `${name}.${extension}`, type, write(sheet(request, request.query as never))),
      );
  }
}

async function* mapped<T, U>(items: AsyncIterable<T>, to: (item: T) => U): AsyncGenerator<U> {
  for await (const item of items) yield to(item);
}
