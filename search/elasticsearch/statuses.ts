import type { ReportStatus } from '../../schemas/search.ts';
import type { Settled } from '../report-status.ts';
import { type Condition, combinations } from './find.ts';
import type { Server } from './server.ts';

export type Statuses = Record<ReportStatus, Condition>;

/** What auditors have settled up to now, as few as they are beside what the store holds. */
export async function settled(server: Server): Promise<Settled> {
  const all = await combinations(server, 'history', { exists: { field: 'settles' } }, ['kind', 'settles']);
  const named = (kind: string): Set<string> =>
    new Set(all.flatMap(({ key }) => (key.kind === kind ? [key.settles!] : [])));
  return { flags: named('decision'), reports: named('sign-off') };
}

/** Conditions on a report, on any document that tells its facts. */
export function statusConditions({ flags, reports }: Settled): Statuses {
  const flagged = { exists: { field: 'flags' } };
  const checked = { term: { checked: true } };
  const decided: Condition =
    flags.size === 0
      ? { match_none: {} }
      : { terms_set: { flags: { terms: [...flags], minimum_should_match_field: 'flagCount' } } };
  return {
    open: { bool: { filter: [flagged], must_not: [decided] } },
    decided: { bool: { filter: [flagged, decided] } },
    consistent: { bool: { filter: [checked], must_not: [flagged] } },
    unchecked: { bool: { must_not: [checked, flagged] } },
    'signed-off': { terms: { report: [...reports] } },
  };
}
