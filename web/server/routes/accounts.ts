import { z } from 'zod';
import { addAccount, changeAccount, listAccounts, setPassword } from '../../../pipeline/people/accounts.ts';
import { Account } from '../../../schemas/account.ts';
import type { App, Serving } from '../app-types.ts';
import { answers, answersNothing } from '../openapi.ts';
import { given } from '../parameters.ts';
import { accountsExist } from '../people/identify.ts';
import { ProblemError } from '../problem.ts';

const Password = z.string().max(500);
const New = z.strictObject({
  name: z.string().max(200),
  displayName: z.string().min(1).max(200).optional(),
  role: Account.shape.role,
  confined: z.boolean().default(false).describe('Sees only collections whose rules name it.'),
  password: Password.optional().describe('Left out where another service knows the person.'),
  subject: z.string().min(1).max(500).optional().describe('`issuer subject` of OpenID Connect.'),
});
const Change = Account.pick({
  displayName: true,
  role: true,
  confined: true,
  disabled: true,
  language: true,
}).partial();
const One = z.strictObject({ name: z.string().max(200) });

const config = { access: 'administrator', scope: 'administer' } as const;
const tags = ['people'];

export function accountRoutes(app: App, { home, now }: Serving): void {
  const { people } = home;
  const hasAccounts = accountsExist(home);

  app.get(
    '/api/accounts',
    {
      config,
      schema: { tags, summary: 'All accounts', response: answers(z.strictObject({ items: z.array(Account) })) },
    },
    async () => ({ items: await listAccounts(people) }),
  );
  app.post(
    '/api/accounts',
    { config, schema: { tags, summary: 'A new account', body: New, response: answers(Account) } },
    async ({ body }) => {
      // The first one is made by the link of the first start: it must be an administrator.
      if (!(await hasAccounts())) throw new ProblemError('no-accounts');
      return addAccount(people, given(body), now());
    },
  );
  app.patch(
    '/api/accounts/:name',
    {
      config,
      schema: { tags, summary: 'Changes an account', params: One, body: Change, response: answers(Account) },
    },
    ({ params, body }) => changeAccount(people, params.name, given(body)),
  );
  app.put(
    '/api/accounts/:name/password',
    {
      config: { ...config, rateLimit: { max: 30, timeWindow: 60_000 } },
      schema: {
        tags,
        summary: 'Sets a password, unlocks the account and ends its sessions',
        params: One,
        body: z.strictObject({ password: Password }),
        response: answersNothing('Set'),
      },
    },
    async ({ params, body }, reply) => {
      await setPassword(people, params.name, body.password);
      return reply.code(204).send();
    },
  );
}
