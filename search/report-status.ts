import type { Correction } from '../schemas/correction.ts';
import type { Decision, SignOff } from '../schemas/decision.ts';
import type { ReportStatus } from '../schemas/search.ts';
import type { Facts } from './facts.ts';
import { flagNames } from './flag-names.ts';

/** What auditors have settled: flags decided on their present figures (`flagNames`), and reports signed off. */
export interface Settled {
  flags: ReadonlySet<string>;
  reports: ReadonlySet<string>;
}

/** What an entry settles while it is the last under its key; null where it leaves it open. */
export function settledBy(entry: Decision | SignOff | Correction): { kind: keyof Settled; name: string } | null {
  if ('signed' in entry) return entry.signed ? { kind: 'reports', name: entry.report } : null;
  if (!('flag' in entry) || entry.state === 'open') return null;
  return { kind: 'flags', name: flagNames({ id: entry.flag, fingerprint: entry.fingerprint })[1] };
}

export function statusesOf(sha: string, { flags, checked }: Pick<Facts, 'flags' | 'checked'>, settled: Settled) {
  const statuses: ReportStatus[] = [];
  if (flags.length > 0) statuses.push(flags.every((flag) => settled.flags.has(flag)) ? 'decided' : 'open');
  else statuses.push(checked ? 'consistent' : 'unchecked');
  if (settled.reports.has(sha)) statuses.push('signed-off');
  return statuses;
}
