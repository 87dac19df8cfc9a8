import { z } from 'zod';
import { Facet } from '../../../schemas/search.ts';
import type { Asker, RecordFilter, Store } from '../../../search/port.ts';
import { compareText } from '../../../search/query/rank.ts';

/** What residents raise about one thing: how often, in how many reports, when, where, and how they stand to it. */
export const Topic = z.strictObject({
  topic: z.string(),
  issues: z.int(),
  reports: z.int(),
  /** How many have a response. */
  answered: z.int(),
  /** Value and count: years in order, the others most frequent first. */
  years: Facet,
  places: Facet,
  stances: Facet,
});
export type Topic = z.infer<typeof Topic>;

const TOGETHER = 500;
const MOST_PLACES = 50;

export async function topicsOf(store: Pick<Store, 'list'>, asker: Asker, filter: RecordFilter): Promise<Topic[]> {
  const topics = new Map<string, Tally>();
  for (let offset = 0; ; offset += TOGETHER) {
    const { total, records } = await store.list(asker, 'issues', filter, { offset, limit: TOGETHER });
    for (const { topic, report, response, stance, place } of records) {
      const tally = topics.get(topic) ?? newTally();
      topics.set(topic, tally);
      tally.issues++;
      tally.reports.add(report.id);
      if (response !== null) tally.answered++;
      count(tally.years, report.date?.slice(0, 4));
      count(tally.places, place ?? report.units.at(-1)?.name);
      for (const one of stance) count(tally.stances, one);
    }
    if (offset + TOGETHER >= total) break;
  }
  return [...topics]
    .map(([topic, { issues, reports, answered, years, places, stances }]) => ({
      ...{ topic, issues, reports: reports.size, answered },
      years: [...years].sort(([a], [b]) => compareText(a, b)),
      places: mostFirst(places).slice(0, MOST_PLACES),
      stances: mostFirst(stances),
    }))
    .sort((a, b) => b.issues - a.issues || compareText(a.topic, b.topic));
}

interface Tally {
  issues: number;
  answered: number;
  reports: Set<string>;
  years: Map<string, number>;
  places: Map<string, number>;
  stances: Map<string, number>;
}

const newTally = (): Tally => ({
  ...{ issues: 0, answered: 0, reports: new Set<string>() },
  ...{ years: new Map<string, number>(), places: new Map<string, number>(), stances: new Map<string, number>() },
});

function count(counts: Map<string, number>, value: string | undefined): void {
  if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
}

const mostFirst = (counts: Map<string, number>): [string, number][] =>
  [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
