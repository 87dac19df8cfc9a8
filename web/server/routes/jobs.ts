import { z } from 'zod';
import { LedgerBalance, LedgerEntry, LedgerState } from '../../../schemas/ledger.ts';
import type { App, Serving } from '../app-types.ts';
import { answers } from '../openapi.ts';
import { listed, listOf, pageOf, paging } from '../paging.ts';
import { given } from '../parameters.ts';

const Wanted = z.strictObject({ state: LedgerState.optional(), collection: z.string().max(200).optional(), ...paging });
const Jobs = z.strictObject({ ...listOf(LedgerEntry).shape, balance: LedgerBalance });

export function jobRoutes(app: App, { home: { store } }: Serving): void {
  app.get(
    '/api/jobs',
    {
      config: { access: 'administrator' },
      schema: { tags: ['ingest'], summary: 'What became of each file', querystring: Wanted, response: answers(Jobs) },
    },
    async ({ query: { cursor, limit, state, collection } }) => {
      const page = pageOf({ cursor, limit });
      const balance = await store.ledger.balance(collection);
      const entries = await store.ledger.list(given({ state, collection }), page);
      return { ...listed(page, state === undefined ? balance.files : balance[state], entries), balance };
    },
  );
}
