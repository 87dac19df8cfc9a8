import { z } from 'zod';
import { enqueue } from '../../../pipeline/ingest.ts';
import { forgetFailures } from '../../../pipeline/retry.ts';
import { LedgerBalance, LedgerEntry, LedgerState } from '../../../schemas/ledger.ts';
import type { App, Serving } from '../app-types.ts';
import { balanceFor, entriesFor } from '../ingest/ledger-view.ts';
import { answers } from '../openapi.ts';
import { listed, listOf, pageOf, paging } from '../paging.ts';
import { given } from '../parameters.ts';
import { maySee } from '../people/access.ts';
import { ProblemError } from '../problem.ts';

const Wanted = z.strictObject({ state: LedgerState.optional(), collection: z.string().max(200).optional(), ...paging });
const Jobs = z.strictObject({
  ...listOf(LedgerEntry).shape,
  balance: LedgerBalance,
  /** Whether this server is reading files now. */
  running: z.boolean(),
});
const Retry = z.strictObject({ collection: z.string().min(1).max(200) });

const tags = ['ingest'];

export function jobRoutes(app: App, { home, settings, ingest, now }: Serving): void {
  const { ledger } = home.store;

  app.get(
    '/api/jobs',
    {
      config: { access: 'auditor' },
      schema: { tags, summary: 'What became of each file', querystring: Wanted, response: answers(Jobs) },
    },
    async ({ query: { cursor, limit, state, collection }, who: { asker } }) => {
      const page = pageOf({ cursor, limit });
      const balance = await balanceFor(ledger, asker, collection);
      const entries = await entriesFor(ledger, asker, given({ state, collection }), page);
      return { ...listed(page, balance[state ?? 'files'], entries), balance, running: ingest.running() };
    },
  );

  app.post(
    '/api/jobs/retry',
    {
      config: { access: 'auditor', scope: 'ingest' },
      schema: {
        tags,
        summary: 'Reads files again that could not be read',
        body: Retry,
        response: answers(z.strictObject({ queued: z.int() })),
      },
    },
    async ({ body: { collection }, who }) => {
      if (!maySee(who.asker, collection)) throw new ProblemError('forbidden');
      const paths = (await forgetFailures(ledger, collection)).map(({ path }) => path);
      await enqueue({ ...home, settings, now }, paths, collection);
      if (paths.length > 0) ingest.wake();
      return { queued: paths.length };
    },
  );
}
