import { z } from 'zod';
import { AuditEntry } from '../../../schemas/account.ts';
import type { App, Serving } from '../app-types.ts';
import { answers } from '../openapi.ts';
import { listed, listOf, pageOf, paging } from '../paging.ts';
import { given } from '../parameters.ts';

const Wanted = z.strictObject({
  account: z.string().max(200).optional(),
  collection: z.string().max(500).optional(),
  ...paging,
});

export function auditRoutes(app: App, { home: { people } }: Serving): void {
  app.get(
    '/api/audit',
    {
      config: { access: 'administrator', scope: 'administer' },
      schema: {
        tags: ['people'],
        summary: 'Who has read what of audited collections, newest first',
        querystring: Wanted,
        response: answers(listOf(AuditEntry)),
      },
    },
    async ({ query: { cursor, limit, ...filter } }) => {
      const page = pageOf({ cursor, limit });
      const { total, entries } = await people.audit.list(given(filter), page);
      return listed(page, total, entries);
    },
  );
}
