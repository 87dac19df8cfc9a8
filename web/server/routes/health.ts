import { z } from 'zod';
import { addQueueGauges } from '../../../pipeline/metrics/queue-gauges.ts';
import { readiness } from '../../../pipeline/metrics/readiness.ts';
import type { App, Serving } from '../app-types.ts';
import { answers, answersFile } from '../openapi.ts';

const Readiness = z.strictObject({ ready: z.boolean(), queue: z.string(), store: z.string() });

const tags = ['health'];

export function healthRoutes(app: App, { home, metrics }: Serving): void {
  addQueueGauges(metrics, home.queue);

  app.get(
    '/healthz',
    {
      config: { access: 'everybody' },
      schema: { tags, summary: 'This process answers', response: answers(z.strictObject({ ok: z.literal(true) })) },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return { ok: true as const };
    },
  );
  app.get(
    '/readyz',
    {
      config: { access: 'everybody' },
      schema: {
        tags,
        summary: 'Its store and queue answer as well',
        response: { ...answers(Readiness), 503: Readiness },
      },
    },
    async (_request, reply) => {
      const told = await readiness(home);
      return reply
        .code(told.ready ? 200 : 503)
        .header('cache-control', 'no-store')
        .send(told);
    },
  );
  app.get(
    '/metrics',
    {
      config: { access: 'administrator', scope: 'administer' },
      schema: { tags, summary: 'For Prometheus', response: answersFile('text/plain', 'Counts and times') },
    },
    async (_request, reply) =>
      reply
        .header('cache-control', 'no-store')
        .type(metrics.registry.contentType)
        .send(await metrics.registry.metrics()),
  );
}
