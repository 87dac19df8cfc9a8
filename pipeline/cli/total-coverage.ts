import type { Coverage } from '../../schemas/flag.ts';
import type { Store } from '../../search/port.ts';
import { everybody } from './session.ts';

const PAGE = 500;

/** What was checked in all reports together, or in one. */
export async function totalCoverage(store: Store, report: string | null): Promise<Coverage> {
  const total = noCoverage();
  const add = async (id: string): Promise<void> => {
    const found = await store.report(everybody, id);
    if (found) addCoverage(total, found.extraction.coverage);
  };
  if (report !== null) {
    await add(report);
    return total;
  }
  for (let offset = 0; ; offset += PAGE) {
    const { reports } = await store.reports(everybody, { offset, limit: PAGE });
    for (const { id } of reports) await add(id);
    if (reports.length < PAGE) return total;
  }
}

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
