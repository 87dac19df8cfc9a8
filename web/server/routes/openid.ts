import { z } from 'zod';
import { accountOfSubject } from '../../../pipeline/people/accounts.ts';
import { openSession } from '../../../pipeline/people/credentials.ts';
import type { App, Serving } from '../app-types.ts';
import { answersRedirect } from '../openapi.ts';
import { forgetState, keepSession, keepState, signInState } from '../people/cookie.ts';
import { openOpenId } from '../people/openid.ts';
import { ProblemError } from '../problem.ts';

const BACK = '/api/openid/back';
const Returned = z.looseObject({ state: z.string().max(200) });

const config = { access: 'everybody', rateLimit: { max: 60, timeWindow: 60_000 } } as const;
const tags = ['people'];

export function openIdRoutes(app: App, { home: { people }, settings, now }: Serving): void {
  const openId = openOpenId(settings);

  app.get(
    '/api/openid',
    {
      config,
      schema: { tags, summary: 'Signs in at the service of the organisation', response: answersRedirect('To there') },
    },
    async (request, reply) => {
      if (openId === null) throw new ProblemError('not-found');
      const { url, state } = await openId.begin(`${request.protocol}://${request.host}${BACK}`, now());
      keepState(request, reply, state);
      return reply.header('cache-control', 'no-store').redirect(url);
    },
  );

  app.get(
    BACK,
    {
      config,
      schema: {
        tags,
        summary: 'Where that service sends the browser back to',
        querystring: Returned,
        response: answersRedirect('To the pages'),
      },
    },
    async (request, reply) => {
      const { state } = request.query;
      // Begun by this browser, not by somebody who wants it to be signed in as another.
      const mine = signInState(request) === state;
      forgetState(request, reply);
      const address = new URL(request.url, `${request.protocol}://${request.host}`);
      const subject = mine && openId !== null ? await openId.end(address, state, now()) : null;
      const account = subject === null ? null : await accountOfSubject(people, subject);
      if (account === null) throw new ProblemError('unknown-person');
      keepSession(request, reply, await openSession(people, account, now()));
      return reply.header('cache-control', 'no-store').redirect('/');
    },
  );
}
