import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Home } from '../../../pipeline/compose.ts';
import { askerOf } from '../../../pipeline/people/access.ts';
import { type Bearer, bearerOf } from '../../../pipeline/people/credentials.ts';
import { ProblemError } from '../problem.ts';
import { assertThisMachine } from '../security.ts';
import { assertMay, type Who } from './access.ts';
import { sessionSecret } from './cookie.ts';
import { assertOwnPage, assertSameSite, changes, csrfToken } from './csrf.ts';

/** While there are no accounts the server listens on this machine alone, and whoever sits at it may do everything. */
const thisMachine: Who = {
  ...{ name: 'may-nay', displayName: 'máy này', role: 'administrator', language: null },
  ...{ asker: { collections: null, seesFolders: true }, scopes: null },
};

/** Before anything of a request is read: who sends it, and whether they may. */
export async function identify(app: FastifyInstance, home: Home, now: () => Date): Promise<void> {
  const { people, store } = home;
  const ownSecret = randomBytes(32).toString('base64url');
  const hasAccounts = accountsExist(home);

  const whoIs = async ({ account, scopes }: Bearer): Promise<Who> => {
    const { name, displayName, role, language } = account;
    return { name, displayName, role, language, scopes, asker: await askerOf(people, store.ledger, account) };
  };

  /** A token needs no page behind it: no browser sends it by itself. */
  const byToken = async (secret: string): Promise<Who> => {
    const bearer = await bearerOf(people, 'token', secret, now());
    if (bearer === null) throw new ProblemError('bad-token');
    return whoIs(bearer);
  };

  const bySession = async (request: FastifyRequest, secret: string | undefined): Promise<Who | null> => {
    const bearer = secret === undefined ? null : await bearerOf(people, 'session', secret, now());
    if (changes(request)) {
      assertSameSite(request);
      if (bearer !== null && secret !== undefined) assertOwnPage(request, secret);
    }
    if (bearer === null || secret === undefined) return null;
    request.csrf = csrfToken(secret);
    return whoIs(bearer);
  };

  await app.register(cookie);
  app.decorateRequest('signedIn', null);
  app.decorateRequest('csrf', null);
  app.decorateRequest('who', {
    getter(this: FastifyRequest) {
      if (this.signedIn === null) throw new ProblemError('not-signed-in');
      return this.signedIn;
    },
  });
  app.addHook('onRequest', async (request) => {
    // That an address does not exist is told to everybody.
    if (request.is404) return;
    const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!(await hasAccounts())) {
      assertThisMachine(request);
      request.signedIn = thisMachine;
      request.csrf = csrfToken(ownSecret);
      if (changes(request)) {
        assertSameSite(request);
        assertOwnPage(request, ownSecret);
      }
    } else if (token !== undefined) request.signedIn = await byToken(token);
    else request.signedIn = await bySession(request, sessionSecret(request));
    assertMay(request);
  });
}

/** Once there are accounts there always are: the last administrator can be neither locked out nor taken away. */
export function accountsExist({ people }: Pick<Home, 'people'>): () => Promise<boolean> {
  let known = false;
  return async () => {
    known ||= (await people.accounts.list()).length > 0;
    return known;
  };
}
