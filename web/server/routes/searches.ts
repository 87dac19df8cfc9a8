import { z } from 'zod';
import { SavedSearch } from '../../../schemas/account.ts';
import { savedSearchKey } from '../../../search/people-port.ts';
import type { App, Serving } from '../app-types.ts';
import { answers, answersNothing } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

const MOST = 200;

const One = z.strictObject({ name: SavedSearch.shape.name });
const Saved = SavedSearch.omit({ account: true });
const Wanted = SavedSearch.pick({ query: true, filters: true }).extend({
  version: z.int().min(0).describe('Of the search as it was read; 0 for a new one.'),
  seen: z.int().min(0).nullable().describe('How many hits there were when its answer was looked at just now.'),
});

const config = { access: 'reader', scope: 'person' } as const;
const tags = ['search'];

/** Searches that a person wants to come back to; nobody else sees them. */
export function searchesRoutes(app: App, { home: { people }, now }: Serving): void {
  const shown = ({ account: _, ...saved }: SavedSearch) => saved;

  app.get(
    '/api/searches',
    {
      config,
      schema: { tags, summary: 'My saved searches', response: answers(z.strictObject({ items: z.array(Saved) })) },
    },
    async ({ who }) => ({ items: (await people.searches.list(who.name)).map(shown) }),
  );
  app.put(
    '/api/searches/:name',
    {
      config,
      schema: { tags, summary: 'Saves a search of mine', params: One, body: Wanted, response: answers(Saved) },
    },
    async ({ params: { name }, body: { version, seen, ...wanted }, who }) => {
      const key = savedSearchKey({ account: who.name, name });
      const present = await people.searches.get(key);
      if (present === null && (await people.searches.list(who.name)).length >= MOST)
        throw new ProblemError('too-many-kept');
      const at = now().toISOString();
      const looked = seen === null ? (present?.seen ?? null) : { at, total: seen };
      const next = {
        ...wanted,
        account: who.name,
        name,
        version: version + 1,
        seen: looked,
        saved: present?.saved ?? at,
      };
      if ((present?.version ?? 0) !== version || !(await people.searches.put(next)))
        throw new ProblemError('changed-meanwhile', present && shown(present));
      return shown(next);
    },
  );
  app.delete(
    '/api/searches/:name',
    {
      config,
      schema: { tags, summary: 'Forgets a search of mine', params: One, response: answersNothing('Forgotten') },
    },
    async ({ params: { name }, who }, reply) => {
      if (!(await people.searches.remove(savedSearchKey({ account: who.name, name }))))
        throw new ProblemError('not-found');
      return reply.code(204).send();
    },
  );
}
