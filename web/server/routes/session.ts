import { z } from 'zod';
import type { App } from '../app-types.ts';
import { answers } from '../openapi.ts';
import { roles } from '../people/access.ts';

const Session = z.strictObject({
  name: z.string(),
  role: z.enum(roles),
  /** What changes anything must be sent along with, as the header `x-csrf-token`. */
  csrf: z.string().nullable(),
});

export function sessionRoutes(app: App): void {
  app.get(
    '/api/session',
    {
      config: { access: 'everybody' },
      schema: { tags: ['people'], summary: 'Who I am', response: answers(Session) },
    },
    async ({ who: { name, role, csrf } }, reply) => {
      reply.header('cache-control', 'no-store');
      return { name, role, csrf };
    },
  );
}
