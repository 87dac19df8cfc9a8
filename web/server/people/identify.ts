import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { assertLoopbackName } from '../security.ts';
import { assertMay, type Who } from './access.ts';
import { assertOwnPage, changes, csrfToken } from './csrf.ts';

/** While there are no accounts the server listens on this machine alone, and whoever sits at it may do everything. */
const session = randomUUID();
const thisMachine: Who = {
  ...{ name: 'máy này', role: 'administrator', asker: { collections: null } },
  csrf: csrfToken(session),
};

/** Before anything of a request is read: who sends it, and whether they may. */
export function identify(app: FastifyInstance): void {
  app.decorateRequest('who');
  app.addHook('onRequest', async (request) => {
    // An address that does not exist is told to everybody.
    if (request.is404) return;
    assertLoopbackName(request.headers.host);
    request.who = thisMachine;
    if (changes(request)) assertOwnPage(request, session);
    assertMay(request);
  });
}
