import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Home } from '../../../pipeline/compose.ts';
import { noteReading } from '../../../pipeline/people/access.ts';
import type { AuditEntry } from '../../../schemas/account.ts';

export type Reading = AuditEntry['action'];

/** Readings of more than one report are written down before they are answered; those of one, by `noteReport`. */
export function noteReadings(app: FastifyInstance, { people, store }: Home, now: () => Date): void {
  app.addHook('preHandler', async ({ routeOptions, signedIn }) => {
    const { reads } = routeOptions.config;
    if (reads === undefined || signedIn === null) return;
    const { name: account, asker } = signedIn;
    await noteReading(people, store.ledger, { account, asker, action: reads, report: null }, now());
  });
}

export async function noteReport(
  { people, store }: Home,
  { who }: FastifyRequest,
  action: Reading,
  report: string,
  now: Date,
): Promise<void> {
  await noteReading(people, store.ledger, { account: who.name, asker: who.asker, action, report }, now);
}
