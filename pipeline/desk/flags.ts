import type { Decision, DecisionState, DeskFlag, FlagCounts, FlagFile, Standing } from '../../schemas/decision.ts';
import type { Flag } from '../../schemas/flag.ts';
import type { Desk } from '../../search/desk-port.ts';
import { flagNames } from '../../search/flag-names.ts';
import type { Asker, Page, RecordFilter, ReportFilter, Store } from '../../search/port.ts';
import { placeFinder } from './places.ts';
import { standingOf } from './standing.ts';

export interface Reading {
  store: Pick<Store, 'list' | 'comparisons' | 'report' | 'coverage'>;
  desk: Desk;
}

export interface FlagFilter extends Omit<RecordFilter, 'only' | 'except'> {
  state?: DecisionState;
  assignee?: string;
}

export interface FlagList {
  total: number;
  records: DeskFlag[];
}

/** Flags within reports in the order of lists, then those between reports, each with how it stands. */
export async function listFlags(reading: Reading, asker: Asker, filter: FlagFilter, page: Page): Promise<FlagList> {
  return gather(reading, asker, await recordFilter(reading, filter), page);
}

export async function flagsWithin(reading: Reading, asker: Asker, filter: FlagFilter, page: Page): Promise<FlagList> {
  return within(reading, asker, await recordFilter(reading, filter), page);
}

export async function flagsBetween(reading: Reading, asker: Asker, filter: FlagFilter, page: Page): Promise<FlagList> {
  return between(reading, asker, await recordFilter(reading, filter), page);
}

async function recordFilter({ desk }: Reading, { state, assignee, ...filter }: FlagFilter): Promise<RecordFilter> {
  if (state === undefined && assignee === undefined) return filter;
  return { ...filter, ...namesOf([...(await desk.decisions.latest()).values()], state, assignee) };
}

/** Decisions on figures that are no longer given name no flag that is raised, so their flags are open. */
function namesOf(
  decisions: readonly Decision[],
  state: DecisionState | undefined,
  assignee: string | undefined,
): Pick<RecordFilter, 'only' | 'except'> {
  const mine = assignee === undefined ? decisions : decisions.filter((decision) => decision.assignee === assignee);
  const withFigures = ({ flag, fingerprint }: Decision) => flagNames({ id: flag, fingerprint })[1];
  if (state !== undefined && state !== 'open')
    return { only: mine.filter((decision) => decision.state === state).map(withFigures) };
  return {
    ...(assignee !== undefined && { only: mine.map(({ flag }) => flag) }),
    ...(state === 'open' && { except: mine.filter((decision) => decision.state !== 'open').map(withFigures) }),
  };
}

async function gather(reading: Reading, asker: Asker, filter: RecordFilter, page: Page): Promise<FlagList> {
  const inside = await within(reading, asker, filter, page);
  const rest = { offset: Math.max(0, page.offset - inside.total), limit: page.limit - inside.records.length };
  const across = await between(reading, asker, filter, rest);
  return { total: inside.total + across.total, records: [...inside.records, ...across.records] };
}

async function within({ store, desk }: Reading, asker: Asker, filter: RecordFilter, page: Page): Promise<FlagList> {
  const { total, records } = await store.list(asker, 'flags', filter, page);
  const placed = records.map((flag) => ({ ...flag, reports: [flag.report] }));
  return { total, records: await standing(desk, placed) };
}

async function between({ store, desk }: Reading, asker: Asker, filter: RecordFilter, page: Page): Promise<FlagList> {
  const { total, records } = await store.comparisons.flags(asker, filter, page);
  const placed = records.map((flag) => ({ ...flag, report: firstReport(flag), page: null, section: null }));
  return { total, records: await standing(desk, placed) };
}

async function standing({ decisions }: Desk, flags: Omit<DeskFlag, keyof Standing>[]): Promise<DeskFlag[]> {
  const latest = await decisions.latest(flags.map(({ id }) => id));
  return flags.map((flag) => ({ ...flag, ...standingOf(flag, latest.get(flag.id) ?? null) }));
}

function firstReport({ evidence, reports }: Flag & Pick<DeskFlag, 'reports'>): DeskFlag['report'] {
  return reports.find(({ id }) => id === evidence[0]?.source) ?? reports[0]!;
}

/** These flags by id, as far as the asker may see them. */
export async function flagsById(
  reading: Reading,
  asker: Asker,
  ids: readonly string[],
): Promise<Map<string, DeskFlag>> {
  const found = new Map<string, DeskFlag>();
  for await (const flag of allFlags(reading, asker, { only: ids })) if (!found.has(flag.id)) found.set(flag.id, flag);
  return found;
}

const TOGETHER = 500;

/** All flags that satisfy the filter, however many. */
export async function* allFlags(reading: Reading, asker: Asker, filter: RecordFilter): AsyncGenerator<DeskFlag> {
  for (let offset = 0; ; offset += TOGETHER) {
    const { records } = await gather(reading, asker, filter, { offset, limit: TOGETHER });
    yield* records;
    if (records.length < TOGETHER) return;
  }
}

/** Null where there is no such flag, or none that the asker may see. */
export async function flagFile(reading: Reading, asker: Asker, id: string): Promise<FlagFile | null> {
  const flag = (await flagsById(reading, asker, [id])).get(id);
  if (!flag) return null;
  const places = await placeFinder(reading.store, asker)(flag);
  return { flag, places, history: await reading.desk.decisions.of(id) };
}

/** What was checked in these reports, and what became of the flags raised in and between them. */
export async function countFlags(reading: Reading, asker: Asker, filter: ReportFilter): Promise<FlagCounts> {
  const { claimsChecked, byFate } = await reading.store.coverage(asker, filter);
  const count = async (state?: DecisionState) =>
    (await listFlags(reading, asker, { ...filter, ...(state && { state }) }, { offset: 0, limit: 0 })).total;
  const flagged = await count();
  return { checked: claimsChecked, consistent: byFate.consistent, flagged, decided: flagged - (await count('open')) };
}
