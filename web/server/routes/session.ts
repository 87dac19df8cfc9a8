import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { changeAccount, setPassword } from '../../../pipeline/people/accounts.ts';
import { endSession, openSession } from '../../../pipeline/people/credentials.ts';
import { isSetup, useSetup } from '../../../pipeline/people/first-administrator.ts';
import { signIn } from '../../../pipeline/people/sign-in.ts';
import { type Account, Role } from '../../../schemas/account.ts';
import type { App, Serving } from '../app-types.ts';
import { answers, answersNothing } from '../openapi.ts';
import { forgetSession, keepSession, sessionSecret } from '../people/cookie.ts';
import { csrfToken } from '../people/csrf.ts';
import { accountsExist } from '../people/identify.ts';
import { ProblemError } from '../problem.ts';

const Language = z.enum(['vi', 'en']);
const Session = z.strictObject({
  /** Null while nobody has signed in, as are role and csrf. */
  name: z.string().nullable(),
  displayName: z.string().nullable(),
  role: Role.nullable(),
  language: Language.nullable(),
  /** What changes anything must be sent along with, as the header `x-csrf-token`. */
  csrf: z.string().nullable(),
  /** False: nobody needs to sign in, the server is open to this machine alone. */
  hasAccounts: z.boolean(),
  /** People can sign in at the service of their organisation, at `/api/openid`. */
  openId: z.boolean(),
});
const Secret = z.string().max(500);
const Who = z.strictObject({ name: z.string().max(200), password: Secret });
const FirstAdministrator = Who.extend({ displayName: z.string().min(1).max(200).optional() });
const Link = z.strictObject({ secret: z.string().max(100) });

const tags = ['people'];
/** Attempts from one address, beside the lock of the account. */
const rateLimit = { max: 30, timeWindow: 60_000 };

export function sessionRoutes(app: App, { home, settings, now }: Serving): void {
  const openId = settings.openidIssuer !== null && settings.openidClient !== null;
  const { people } = home;
  const hasAccounts = accountsExist(home);

  const sessionOf = async (request: FastifyRequest, reply: FastifyReply): Promise<z.infer<typeof Session>> => {
    reply.header('cache-control', 'no-store');
    const { name = null, displayName = null, role = null, language = null } = request.signedIn ?? {};
    return { name, displayName, role, language, csrf: request.csrf, hasAccounts: await hasAccounts(), openId };
  };
  const begin = async (request: FastifyRequest, reply: FastifyReply, account: Account) => {
    const before = sessionSecret(request);
    if (before !== undefined) await endSession(people, before);
    const secret = await openSession(people, account, now());
    keepSession(request, reply, secret);
    reply.header('cache-control', 'no-store');
    const { name, displayName, role, language } = account;
    return { name, displayName, role, language, csrf: csrfToken(secret), hasAccounts: true, openId };
  };

  app.get(
    '/api/session',
    { config: { access: 'everybody' }, schema: { tags, summary: 'Who I am', response: answers(Session) } },
    sessionOf,
  );

  app.post(
    '/api/session',
    {
      config: { access: 'everybody', rateLimit },
      schema: { tags, summary: 'Signs in', body: Who, response: answers(Session) },
    },
    async (request, reply) => {
      const attempt = await signIn(people, request.body, now());
      if (attempt.outcome === 'refused') throw new ProblemError('wrong-password');
      if (attempt.outcome === 'locked') {
        reply.header('retry-after', Math.ceil((attempt.until.getTime() - now().getTime()) / 1000));
        throw new ProblemError('locked');
      }
      return begin(request, reply, attempt.account);
    },
  );

  app.delete(
    '/api/session',
    {
      config: { access: 'reader', scope: 'person' },
      schema: { tags, summary: 'Signs out', response: answersNothing('Signed out') },
    },
    async (request, reply) => {
      const secret = sessionSecret(request);
      if (secret !== undefined) await endSession(people, secret);
      forgetSession(request, reply);
      return reply.code(204).send();
    },
  );

  app.patch(
    '/api/session',
    {
      config: { access: 'reader', scope: 'person' },
      schema: {
        tags,
        summary: 'Changes my language',
        body: z.strictObject({ language: Language.nullable() }),
        response: answers(Session),
      },
    },
    async (request, reply) => {
      const { language } = await changeAccount(people, request.who.name, request.body);
      return { ...(await sessionOf(request, reply)), language };
    },
  );

  app.put(
    '/api/session/password',
    {
      config: { access: 'reader', scope: 'person', rateLimit },
      schema: {
        tags,
        summary: 'Changes my password and ends my other sessions',
        body: z.strictObject({ present: Secret, password: Secret }),
        response: answers(Session),
      },
    },
    async (request, reply) => {
      const { present, password } = request.body;
      const attempt = await signIn(people, { name: request.who.name, password: present }, now());
      if (attempt.outcome !== 'signed-in') throw new ProblemError('wrong-password');
      await setPassword(people, request.who.name, password);
      return begin(request, reply, attempt.account);
    },
  );

  app.get(
    '/api/setup/:secret',
    {
      config: { access: 'everybody', rateLimit },
      schema: {
        tags,
        summary: 'Whether a link still makes the first administrator',
        params: Link,
        response: answersNothing('It does'),
      },
    },
    async ({ params }, reply) => {
      if (!(await isSetup(people, params.secret, now()))) throw new ProblemError('setup-over');
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/setup/:secret',
    {
      config: { access: 'everybody', rateLimit },
      schema: {
        tags,
        summary: 'Makes the first administrator and signs in',
        params: Link,
        body: FirstAdministrator,
        response: answers(Session),
      },
    },
    async (request, reply) => begin(request, reply, await useSetup(people, request.params.secret, request.body, now())),
  );
}
