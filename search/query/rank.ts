import type { Tier } from '../../schemas/search.ts';

/** Best first. */
export const tiers: readonly Tier[] = ['phrase', 'exact', 'folded-phrase', 'folded', 'some'];

/** Reports newest first, undated ones last, then by the hash of the file: the same in every home. */
export interface ReportRank {
  date: string | null;
  id: string;
}

export function compareReports(a: ReportRank, b: ReportRank): number {
  if (a.date !== b.date) {
    if (a.date === null) return 1;
    if (b.date === null) return -1;
    return a.date > b.date ? -1 : 1;
  }
  return compareText(a.id, b.id);
}

/** By UTF-16 units: no locale has a say in the order of an answer. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Date as a number that sorts newest first and undated last. */
export function dateOrder(date: string | null): number {
  return date === null ? 0 : -Number(date.replaceAll('-', ''));
}

export const facetNames = [
  'issuer',
  'place',
  'territory',
  'level',
  'type',
  'year',
  'directive',
  'topic',
  'status',
  'collection',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Most frequent first, then by value; at most so many values. */
export function orderFacet(name: FacetName, counts: Map<string, number>): [string, number][] {
  const most = mostFacetValues(name);
  // Of ten thousand wards only those that can be told are put in order.
  const least = counts.size <= most ? 0 : Uint32Array.from(counts.values()).sort().at(-most)!;
  const told = [...counts].filter(([, count]) => count >= least);
  return told.sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).slice(0, most);
}

/** A tree of places is told down to the wards of some districts; a unit is never more frequent than what it lies in. */
export function mostFacetValues(name: FacetName): number {
  return name === 'territory' ? 500 : 100;
}
