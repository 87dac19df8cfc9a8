import { z } from 'zod';
import { issueToken, listTokens, revokeToken } from '../../../pipeline/people/credentials.ts';
import { Credential, Scope } from '../../../schemas/account.ts';
import type { App, Serving } from '../app-types.ts';
import { answers, answersNothing } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

const LONGEST_DAYS = 366;

/** Without its secret, which is shown once and kept by nobody but its owner. */
const Token = Credential.pick({ hash: true, label: true, scopes: true, created: true, seen: true, expires: true });
const New = z.strictObject({
  label: z.string().min(1).max(200),
  scopes: z.array(Scope).min(1),
  days: z.int().min(1).max(LONGEST_DAYS),
});

const config = { access: 'reader', scope: 'person' } as const;
const tags = ['people'];

export function tokenRoutes(app: App, { home: { people }, now }: Serving): void {
  const accountOf = async (name: string) => {
    const account = await people.accounts.get(name);
    if (account === null) throw new ProblemError('no-accounts');
    return account;
  };

  app.get(
    '/api/tokens',
    {
      config,
      schema: { tags, summary: 'My tokens', response: answers(z.strictObject({ items: z.array(Token) })) },
    },
    async ({ who }) => {
      const tokens = await listTokens(people, who.name, now());
      return {
        items: tokens.map(({ hash, label, scopes, created, seen, expires }) => ({
          ...{ hash, label, scopes, created, seen, expires },
        })),
      };
    },
  );
  app.post(
    '/api/tokens',
    {
      config: { ...config, rateLimit: { max: 30, timeWindow: 60_000 } },
      schema: {
        tags,
        summary: 'A new token; its secret is told this once',
        body: New,
        response: answers(z.strictObject({ secret: z.string() })),
      },
    },
    async ({ body, who }, reply) => {
      reply.header('cache-control', 'no-store');
      return { secret: await issueToken(people, await accountOf(who.name), body, now()) };
    },
  );
  app.delete(
    '/api/tokens/:hash',
    {
      config,
      schema: {
        tags,
        summary: 'Revokes a token of mine',
        params: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
        response: answersNothing('Revoked'),
      },
    },
    async ({ params, who }, reply) => {
      if (!(await revokeToken(people, who.name, params.hash))) throw new ProblemError('not-found');
      return reply.code(204).send();
    },
  );
}
