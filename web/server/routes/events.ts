import type { PassThrough } from 'node:stream';
import type { App, Serving } from '../app-types.ts';
import { ingestFeed } from '../ingest/feed.ts';
import { answersFile } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

/** Every open page holds one; more than these are no people. */
const MOST_FEEDS = 500;
const LONGEST_MS = 24 * 3_600_000;

export function eventRoutes(app: App, { home, ingest }: Serving): void {
  const feeds = new Set<PassThrough>();
  app.get(
    '/api/events',
    {
      config: { access: 'auditor' },
      handlerTimeout: LONGEST_MS,
      schema: {
        tags: ['ingest'],
        summary: 'Progress as server-sent events',
        description: '`balance`, `page`, `settled` and `running`; `data` is JSON.',
        response: answersFile('text/event-stream', 'Ends when the client goes away'),
      },
    },
    async (request, reply) => {
      if (feeds.size >= MOST_FEEDS) throw new ProblemError('unavailable');
      const feed = ingestFeed(home.store, ingest, request.who.asker);
      feeds.add(feed);
      feed.on('close', () => feeds.delete(feed));
      request.raw.on('close', () => feed.destroy());
      reply.headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
      return reply.type('text/event-stream').send(feed);
    },
  );
  app.addHook('preClose', async () => {
    for (const feed of feeds) feed.end();
  });
}
