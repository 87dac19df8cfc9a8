import type { Decision, Standing } from '../../schemas/decision.ts';
import type { Flag } from '../../schemas/flag.ts';

/** What was decided on other figures is no decision on these: the flag is open again, and says so. */
export function standingOf({ fingerprint }: Pick<Flag, 'fingerprint'>, decision: Decision | null): Standing {
  if (!decision) return { state: 'open', reopenedBecause: null, assignee: null, version: 0, decision };
  const { state, assignee, version } = decision;
  const holds = state === 'open' || decision.fingerprint === fingerprint;
  return {
    state: holds ? state : 'open',
    reopenedBecause: holds ? null : 'figures-changed',
    assignee,
    version,
    decision,
  };
}
