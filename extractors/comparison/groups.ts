import type { Report } from '../../schemas/report.ts';
import { type Sketched, sameness } from './same-report.ts';
import { bandsOf } from './sketch.ts';

/**
 * Files that hold one report (copies and versions) in one group, the newest last. Only reports that meet in a band of
 * their sketches are compared, so that ten thousand reports are not fifty million pairs.
 */
export function groupsOf<T extends Sketched & { source: string }>(reports: readonly T[]): T[][] {
  const byBand = new Map<string, Set<T[]>>();
  const groups: T[][] = [];
  for (const one of reports) {
    const bands = bandsOf(one.sketch);
    const near = new Set(bands.flatMap((band) => [...(byBand.get(band) ?? [])]));
    const found = [...near].find((group) => group.some((other) => sameness(other, one) !== 'other'));
    const group = found ?? [];
    if (found === undefined) groups.push(group);
    group.push(one);
    for (const band of bands) byBand.set(band, (byBand.get(band) ?? new Set()).add(group));
  }
  return groups.map((group) => group.sort(byAge));
}

/** By day; of one day in the order of names. */
function byAge(a: { report: Report; source: string }, b: { report: Report; source: string }): number {
  const [one, two] = [a, b].map(({ report, source }) => `${report.date ?? ''} ${source}`);
  return one! < two! ? -1 : 1;
}
