import type { ClosedFlag, Flag } from '../../schemas/flag.ts';
import { type Cause, chooseClosed, closedFlag, type KeptClosed, reportsOfFlag } from '../cross-flags.ts';
import type { Asker, Page, RecordFilter } from '../port.ts';
import { copiesOf } from './copies.ts';
import type { Database } from './database.ts';
import type { Reports } from './reports.ts';

/** A flag as it stood before its key was judged anew. `readings`: numbers of its reports by their ids. */
export interface StandingFlag {
  id: string;
  body: string;
  readings: string;
}

/** Remembers, until the keys of the report are judged, where it lay and which report its file holds now. */
export function noteGone(
  database: Database,
  report: number,
  collections: readonly string[],
  successor: number | null,
): void {
  database.run(
    `INSERT OR REPLACE INTO gone_report
       SELECT sha, ?2, (SELECT sha FROM report WHERE id = ?3) FROM report JOIN compared_report ON report = id WHERE id = ?1`,
    ...[report, JSON.stringify(collections), successor],
  );
}

/** Nothing waits any more, so nothing will be asked of reports that went. */
export function forgetGone(database: Database): void {
  database.run('DELETE FROM gone_report WHERE NOT EXISTS (SELECT 1 FROM dirty_key)');
}

export function closeFlag(database: Database, { id, body, readings }: StandingFlag): void {
  const flag = JSON.parse(body) as Flag;
  const reports = reportsOfFlag(flag);
  const gone = Object.fromEntries(
    reports.flatMap((sha) => {
      const row = database.get<{ collections: string }>('SELECT collections FROM gone_report WHERE sha = ?', sha);
      return row ? [[sha, JSON.parse(row.collections) as string[]]] : [];
    }),
  );
  const closed = closedFlag(flag, causesOf(database, reports, JSON.parse(readings) as Record<string, number>));
  database.run(
    'INSERT OR REPLACE INTO closed_flag (id, gone, body) VALUES (?, ?, ?)',
    ...[id, JSON.stringify(gone), JSON.stringify(closed)],
  );
}

/** What happened to its reports. */
function causesOf(database: Database, reports: readonly string[], readings: Record<string, number>): Cause[] {
  return reports.flatMap((report): Cause[] => {
    const now = database.get<{ id: number; superseded: number | null }>(
      'SELECT id, superseded FROM report LEFT JOIN compared_report ON report = id WHERE sha = ?',
      report,
    );
    if (now === undefined) {
      const by = database.value<string | null>('SELECT successor FROM gone_report WHERE sha = ?', report) ?? null;
      return [{ reason: by === null ? 'removed' : 'replaced', report, by }];
    }
    if (now.superseded === 1) return [{ reason: 'superseded', report, by: copiesOf(database, report).at(-1) ?? null }];
    return readings[report] === now.id ? [] : [{ reason: 'read-anew', report, by: null }];
  });
}

export function closedFlags(
  database: Database,
  reports: Reports,
  asker: Asker,
  filter: Pick<RecordFilter, 'report' | 'kind'>,
  { offset, limit }: Page,
): { total: number; records: ClosedFlag[] } {
  const visible = new Set(reports.visible(asker).map(({ sha }) => sha));
  const there = new Set(reports.all().map(({ sha }) => sha));
  const rows = database.all<{ gone: string; body: string }>('SELECT gone, body FROM closed_flag ORDER BY seq DESC');
  const kept = rows.map(({ gone, body }): KeptClosed => ({ gone: JSON.parse(gone), closed: JSON.parse(body) }));
  const found = chooseClosed(kept, asker, filter, { visible, there });
  return { total: found.length, records: found.slice(offset, offset + limit) };
}
