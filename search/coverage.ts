import type { Coverage } from '../schemas/flag.ts';

export const noCoverage = (): Coverage => ({
  claimsFound: 0,
  claimsChecked: 0,
  byFate: { consistent: 0, flagged: 0, notCheckable: {} },
});

export function addCoverage(total: Coverage, { claimsFound, claimsChecked, byFate }: Coverage): void {
  total.claimsFound += claimsFound;
  total.claimsChecked += claimsChecked;
  total.byFate.consistent += byFate.consistent;
  total.byFate.flagged += byFate.flagged;
  for (const [reason, n] of Object.entries(byFate.notCheckable))
    total.byFate.notCheckable[reason] = (total.byFate.notCheckable[reason] ?? 0) + n;
}
