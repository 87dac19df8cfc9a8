import type { Decision, DecisionState, DeskFlag, FlagCounts, FlagFile } from '../../schemas/decision.ts';
import type { Flag } from '../../schemas/flag.ts';
import type { Desk } from '../../search/desk-port.ts';
import { flagNames } from '../../search/flag-names.ts';
import type { Asker, Page, RecordFilter, ReportFilter, Store } from '../../search/port.ts';
import { standingOf } from './standing.ts';

export interface Reading {
  store: Pick<Store, 'list' | 'comparisons' | 'report' | 'coverage'>;
  desk: Desk;
}

export interface FlagFilter extends Omit<RecordFilter, 'only' | 'except'> {
  state?: DecisionState;
  assignee?: string;
}

/** Flags within reports in the order of lists, then those between reports, each with how it stands. */
export async function listFlags(
  { store, desk }: Reading,
  asker: Asker,
  { state, assignee, ...filter }: FlagFilter,
  page: Page,
): Promise<{ total: number; records: DeskFlag[] }> {
  const decided = state === undefined && assignee === undefined ? null : await desk.decisions.latest();
  const named = decided ? namesOf([...decided.values()], state, assignee) : {};
  return gather({ store, desk }, asker, { ...filter, ...named }, page);
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

async function gather({ store, desk }: Reading, asker: Asker, filter: RecordFilter, { offset, limit }: Page) {
  const within = await store.list(asker, 'flags', filter, { offset, limit });
  const rest = { offset: Math.max(0, offset - within.total), limit: limit - within.records.length };
  const across = (await store.comparisons?.flags(asker, filter, rest)) ?? { total: 0, records: [] };
  const found = [
    ...within.records.map((flag) => ({ ...flag, reports: [flag.report] })),
    ...across.records.map((flag) => ({ ...flag, report: firstReport(flag), page: null, section: null })),
  ];
  const latest = await desk.decisions.latest(found.map(({ id }) => id));
  const records = found.map((flag): DeskFlag => ({ ...flag, ...standingOf(flag, latest.get(flag.id) ?? null) }));
  return { total: within.total + across.total, records };
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
  const blocks = new Map<string, { page: number | null; section: string | null }>();
  for (const { id: report } of flag.reports) {
    const found = await reading.store.report(asker, report);
    for (const block of found?.extraction.blocks ?? []) blocks.set(`${report} ${block.id}`, block);
  }
  const places = flag.evidence.map((evidence) => {
    const report = evidence.source ?? flag.report.id;
    const { page = null, section = null } = blocks.get(`${report} ${evidence.block}`) ?? {};
    return { ...evidence, report, page, section };
  });
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
