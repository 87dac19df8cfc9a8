import type { ClosedFlag, Flag } from '../../schemas/flag.ts';
import { type Cause, chooseClosed, closedFlag, type KeptClosed, reportsOfFlag } from '../cross-flags.ts';
import type { Asker, Page, RecordFilter } from '../port.ts';
import { compareText } from '../query/rank.ts';
import { bulk } from './bulk.ts';
import { copiesOf, supersededAmong } from './copies.ts';
import { visible } from './filters.ts';
import { type Condition, find, findAll } from './find.ts';
import type { CloseFlags, Judged, KeyFlags } from './judging.ts';
import type { DocumentOf } from './mappings.ts';
import { contentsOf } from './reports.ts';
import type { Server } from './server.ts';
import type { Gone, Waiting } from './waiting.ts';

/** A flag that no longer holds. It stays when it holds again, and is not told then. */
interface Closing extends DocumentOf<'closedflags'> {
  id: string;
  /** Counts the reconcilings. */
  turn: number;
  key: string;
  reports: string[];
  closed: KeptClosed;
}

/** For one reconciling. */
export function closer(server: Server): CloseFlags {
  let turn: number | null = null;
  return async (judged) => {
    const over = await flagsOver(server, judged);
    if (over.length === 0) return;
    turn ??= 1 + (await lastTurn(server));
    const reports = [...new Set(over.flatMap(({ flag }) => reportsOfFlag(flag)))];
    const [contents, superseded] = await Promise.all([contentsOf(server, reports), supersededAmong(server, reports)]);
    const gone = await goneAmong(
      server,
      reports.filter((sha) => !contents.has(sha)),
    );
    const standing = new Map<string, string | null>();
    for (const sha of superseded) standing.set(sha, (await copiesOf(server, sha)).at(-1) ?? null);
    const causesOf = (readings: Record<string, string>, report: string): Cause[] => {
      const by = gone.get(report)?.successor ?? null;
      if (!contents.has(report)) return [{ reason: by === null ? 'removed' : 'replaced', report, by }];
      if (superseded.has(report)) return [{ reason: 'superseded', report, by: standing.get(report) ?? null }];
      return readings[report] === contents.get(report) ? [] : [{ reason: 'read-anew', report, by: null }];
    };
    await bulk(
      server,
      over.map(({ key, flag, readings }) => {
        const own = reportsOfFlag(flag);
        const closed = closedFlag(
          flag,
          own.flatMap((report) => causesOf(readings, report)),
        );
        const lay = own.flatMap((sha) => (gone.has(sha) ? [[sha, gone.get(sha)!.collections] as const] : []));
        const document: Closing = {
          ...{ id: flag.id, turn: turn!, key, reports: own },
          closed: { closed, gone: Object.fromEntries(lay) },
        };
        return { index: 'closedflags', id: flag.id, document };
      }),
    );
  };
}

interface Over {
  key: string;
  flag: Flag;
  readings: Record<string, string>;
}

async function flagsOver(server: Server, judged: readonly Judged[]): Promise<Over[]> {
  const raised = new Set(judged.flatMap(({ flags }) => flags.map(({ id }) => id)));
  const over = new Map<string, Over>();
  for (const { key, before } of judged.toSorted((a, b) => compareText(a.key, b.key))) {
    if (before === null) continue;
    const readings = JSON.parse(before.readings) as Record<string, string>;
    for (const flag of JSON.parse(before.flags) as Flag[])
      if (!raised.has(flag.id)) over.set(flag.id, { key, flag, readings });
  }
  if (over.size === 0) return [];
  const others = await findAll<KeyFlags>(server, 'crossflags', {
    query: {
      bool: {
        filter: [{ terms: { ids: [...over.keys()] } }],
        must_not: [{ terms: { key: judged.map(({ key }) => key) } }],
      },
    },
    sort: ['key'],
    fields: ['ids'],
  });
  for (const { source } of others) for (const id of source.ids) over.delete(id);
  return [...over.values()];
}

async function lastTurn(server: Server): Promise<number> {
  const last = { query: { match_all: {} }, sort: [{ turn: { order: 'desc' as const } }], fields: ['turn'] };
  const { hits } = await find<Closing>(server, 'closedflags', last, { offset: 0, limit: 1 });
  return hits[0]?.source.turn ?? 0;
}

/** What is known of reports that were taken out, until the keys they touched are judged. */
async function goneAmong(server: Server, shas: readonly string[]): Promise<Map<string, Gone>> {
  const gone = new Map<string, Gone>();
  if (shas.length === 0) return gone;
  const question = { query: { terms: { report: [...shas] } }, sort: ['report'], fields: ['report', 'gone'] };
  for (const { source } of await findAll<Waiting>(server, 'waiting', question)) {
    const known = gone.get(source.report);
    // One who finishes what another began does not know what came in its place.
    if (source.gone && (!known || known.successor === null)) gone.set(source.report, source.gone);
  }
  return gone;
}

export async function closedFlags(
  server: Server,
  asker: Asker,
  filter: Pick<RecordFilter, 'report' | 'kind'>,
  { offset, limit }: Page,
): Promise<{ total: number; records: ClosedFlag[] }> {
  const { report } = filter;
  const descending = { order: 'desc' as const };
  const stored = await findAll<Closing>(server, 'closedflags', {
    query: report === undefined ? { match_all: {} } : { prefix: { reports: report } },
    sort: [{ turn: descending }, { key: descending }, { id: descending }],
    fields: ['id', 'closed'],
  });
  const ids = stored.map(({ source }) => source.id);
  const holding = await findAll<KeyFlags>(server, 'crossflags', {
    query: { terms: { ids } },
    sort: ['key'],
    fields: ['ids'],
  });
  const open = new Set(holding.flatMap(({ source }) => source.ids));
  const kept = stored.flatMap(({ source }) => (open.has(source.id) ? [] : [source.closed]));
  const shas = [...new Set(kept.flatMap(({ closed: { reports, by } }) => (by === null ? reports : [...reports, by])))];
  const seen = async (conditions: Condition[]): Promise<Set<string>> => {
    const query = { bool: { filter: [{ terms: { report: shas } }, ...conditions] } };
    const question = { query, sort: ['report'], fields: ['report'] };
    return new Set((await findAll<{ report: string }>(server, 'reports', question)).map(({ source }) => source.report));
  };
  const found = chooseClosed(kept, asker, filter, {
    visible: await seen(visible(server, asker)),
    there: new Set((await contentsOf(server, shas)).keys()),
  });
  return { total: found.length, records: found.slice(offset, offset + limit) };
}
