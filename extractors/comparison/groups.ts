import type { Report } from '../../schemas/report.ts';
import { type Sketched, sameness } from './same-report.ts';
import { bandsOf } from './sketch.ts';

/**
 * Files that hold one report (copies and versions) in one group, the newest last. Only reports that meet in a band of
 * their sketches are compared, so that ten thousand reports are not fifty million pairs.
 */
export function groupsOf<T extends Sketched & { source: string }>(reports: readonly T[]): T[][] {
  const byBand = new Map<string, T[]>();
  const groupOf = new Map<T, T[]>();
  for (const one of reports) {
    const bands = bandsOf(one.sketch);
    const near = new Set(bands.flatMap((band) => byBand.get(band) ?? []));
    const same = [...near].filter((other) => sameness(other, one) !== 'other');
    // A draft and a scan that are too unlike to meet belong together by the print that is like both.
    const joined = new Set(same.map((other) => groupOf.get(other)!));
    const group = [one];
    for (const members of joined) group.push(...members);
    for (const member of group) groupOf.set(member, group);
    for (const band of bands) {
      const known = byBand.get(band);
      if (known) known.push(one);
      else byBand.set(band, [one]);
    }
  }
  return [...new Set(groupOf.values())].map((group) => group.sort(byAge));
}

/** By day; of one day in the order of names. */
function byAge(a: { report: Report; source: string }, b: { report: Report; source: string }): number {
  const [one, two] = [a, b].map(({ report, source }) => `${report.date ?? ''} ${source}`);
  return one! < two! ? -1 : 1;
}
