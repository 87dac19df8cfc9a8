import { z } from 'zod';
import { CollectionRule } from '../../../schemas/account.ts';
import { LedgerBalance } from '../../../schemas/ledger.ts';
import type { App, Serving } from '../app-types.ts';
import { answers, answersNothing } from '../openapi.ts';
import { maySee } from '../people/access.ts';
import { ProblemError } from '../problem.ts';

const Collection = z.strictObject({
  collection: z.string(),
  balance: LedgerBalance,
  /** Told to administrators only; null where there is none. */
  rule: CollectionRule.nullable(),
});
const Rule = CollectionRule.omit({ collection: true }).extend({
  version: z.int().min(0).describe('Of the rule as it was read; 0 where there was none.'),
});
const One = z.strictObject({ collection: z.string().min(1).max(500) });

const administer = { access: 'administrator', scope: 'administer' } as const;
const tags = ['people'];

export function collectionRoutes(app: App, { home: { people, store } }: Serving): void {
  app.get(
    '/api/collections',
    {
      config: { access: 'reader' },
      schema: {
        tags,
        summary: 'Collections that I may see',
        response: answers(z.strictObject({ items: z.array(Collection) })),
      },
    },
    async ({ who }) => {
      const rules = new Map((await people.rules.list()).map((rule) => [rule.collection, rule]));
      const names = new Set(await store.ledger.collections());
      if (who.role === 'administrator') for (const name of rules.keys()) names.add(name);
      const seen = [...names].filter((name) => maySee(who.asker, name)).sort();
      const items: z.infer<typeof Collection>[] = [];
      for (const collection of seen) {
        const rule = who.role === 'administrator' ? (rules.get(collection) ?? null) : null;
        items.push({ collection, balance: await store.ledger.balance(collection), rule });
      }
      return { items };
    },
  );
  app.put(
    '/api/collections/:collection/rule',
    {
      config: administer,
      schema: {
        tags,
        summary: 'Says who may see a collection',
        params: One,
        body: Rule,
        response: answers(CollectionRule),
      },
    },
    async ({ params: { collection }, body }) => {
      const rule = { ...body, collection, version: body.version + 1 };
      const present = await people.rules.get(collection);
      if ((present?.version ?? 0) !== body.version || !(await people.rules.put(rule)))
        throw new ProblemError('changed-meanwhile', await people.rules.get(collection));
      return rule;
    },
  );
  app.delete(
    '/api/collections/:collection/rule',
    {
      config: administer,
      schema: { tags, summary: 'Opens a collection again', params: One, response: answersNothing('Opened') },
    },
    async ({ params: { collection } }, reply) => {
      if (!(await people.rules.remove(collection))) throw new ProblemError('not-found');
      return reply.code(204).send();
    },
  );
}
