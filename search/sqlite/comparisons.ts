import { setImmediate as turn } from 'node:timers/promises';
import type { Flag } from '../../schemas/flag.ts';
import { chooseFlags, reportsOfFlag, SPEAKERS } from '../cross-flags.ts';
import type { Asker, Comparables, Comparisons, CrossFlag, Judge, Page, RecordFilter } from '../port.ts';
import { closedFlags, closeFlag, forgetGone, type StandingFlag } from './closed-flags.ts';
import { copiesOf, regroupNext } from './copies.ts';
import type { Database } from './database.ts';
import { reportsOf } from './lists.ts';
import type { Reports } from './reports.ts';

/** Facts of a report are numbered report × 2²⁰ + place. */
const FACTS_PER_REPORT = 2 ** 20;
/** Keys judged in one transaction: few enough that other writers need not wait. */
const TOGETHER = 200;

/** Part of the transaction that writes the report; triggers mark its keys as waiting, also when it goes. */
export function keepComparables(
  database: Database,
  report: number,
  sha: string,
  { age, sketch, bands, issuer, period, facts }: Comparables,
): void {
  database.run('INSERT INTO compared_report VALUES (?, ?, ?, 1, 0)', report, age, sketch);
  for (const band of bands)
    database.run('INSERT INTO compared_band VALUES (?, ?, ?, ?)', band, issuer ?? '', period ?? '', report);
  facts.forEach(({ keys, value, fact }, seq) => {
    database.run(
      'INSERT INTO compared_fact VALUES (?, ?, ?, ?, ?, ?)',
      ...[report * FACTS_PER_REPORT + seq, report, sha, JSON.stringify([...new Set(keys)]), value, fact],
    );
  });
}

export function sqliteComparisons(database: Database, reports: Reports): Comparisons {
  return {
    async reconcile(judge, which, signal) {
      if (which === 'all') {
        database.transaction(() => {
          database.run('DELETE FROM same_report');
          database.run('UPDATE compared_report SET stale = 1');
          database.run('INSERT INTO dirty_key SELECT DISTINCT key FROM compared_key WHERE true ON CONFLICT DO NOTHING');
        });
      }
      while (!signal?.aborted && regroupNext(database, judge)) await turn();
      let judged = 0;
      while (!signal?.aborted) {
        const done = database.transaction(() => judgeSome(database, judge));
        judged += done;
        if (done < TOGETHER) break;
        await turn();
      }
      forgetGone(database);
      return judged;
    },
    flags: async (asker, filter, page) => database.snapshot(() => crossFlags(database, reports, asker, filter, page)),
    closed: async (asker, filter, page) => database.snapshot(() => closedFlags(database, reports, asker, filter, page)),
    copies: async (report) => copiesOf(database, report),
  };
}

function judgeSome(database: Database, judge: Judge): number {
  const keys = database.column<string>('SELECT key AS x FROM dirty_key ORDER BY key LIMIT ?', TOGETHER);
  for (const key of keys) {
    const before = database.all<StandingFlag>('SELECT id, body, readings FROM cross_flag WHERE key = ?', key);
    database.run('DELETE FROM cross_flag WHERE key = ?', key);
    const facts = factsUnder(database, key);
    if (facts.length > 1) for (const flag of judge.flags(key, facts)) raise(database, key, flag);
    for (const flag of before) {
      const holds = database.value<number>('SELECT EXISTS (SELECT 1 FROM cross_flag WHERE id = ?)', flag.id);
      if (!holds) closeFlag(database, flag);
    }
    database.run('DELETE FROM dirty_key WHERE key = ?', key);
  }
  return keys.length;
}

function raise(database: Database, key: string, flag: Flag): void {
  const numbered = reportsOfFlag(flag).map((sha) => [
    sha,
    database.value<number>('SELECT id FROM report WHERE sha = ?', sha),
  ]);
  database.run(
    'INSERT OR REPLACE INTO cross_flag VALUES (?, ?, ?, ?)',
    ...[key, flag.id, JSON.stringify(flag), JSON.stringify(Object.fromEntries(numbered))],
  );
  database.run('DELETE FROM closed_flag WHERE id = ?', flag.id);
}

/** Steps from value to value through the index, so that a directive that everybody cites costs a few rows. */
function factsUnder(database: Database, key: string): string[] {
  const values: string[] = [];
  let value = database.value<string | null>('SELECT min(value) FROM compared_key WHERE key = ?', key);
  while (value !== null) {
    values.push(value);
    value = database.value<string | null>(
      'SELECT min(value) FROM compared_key WHERE key = ? AND value > ?',
      ...[key, value],
    );
  }
  const [only] = values;
  if (values.length === 1 && only !== '') return [];
  return values.flatMap((one) => {
    const rows = database.all<{ fact: string }>(
      `SELECT compared_fact.fact FROM compared_key AS under CROSS JOIN compared_fact ON id = under.fact
         CROSS JOIN compared_report USING (report)
       WHERE key = ? AND under.value = ? AND superseded = 0 ORDER BY under.sha, under.fact LIMIT ?`,
      ...[key, one, one === '' ? -1 : SPEAKERS],
    );
    return rows.map(({ fact }) => fact);
  });
}

function crossFlags(
  database: Database,
  reports: Reports,
  asker: Asker,
  filter: RecordFilter,
  { offset, limit }: Page,
): { total: number; records: CrossFlag[] } {
  const ids = new Map(reports.visible(asker).map(({ sha, id }) => [sha, id]));
  const { report, issuer, place, places, from, to, directive } = filter;
  const allowed = new Set(reportsOf(reports, asker, { report, issuer, place, places, from, to, cited: directive }));
  const visible = new Set(ids.keys());
  const wanted = new Set([...ids].flatMap(([sha, id]) => (allowed.has(id) ? [sha] : [])));
  const flags = database.jsonColumn<Flag>('SELECT body AS x FROM cross_flag ORDER BY id, key DESC');
  const found = chooseFlags(flags, filter, { visible, wanted });
  const headOf = reports.heads(asker);
  const records = found
    .slice(offset, offset + limit)
    .map(({ flag, reports: shas }) => ({ ...flag, reports: shas.map((sha) => headOf(ids.get(sha)!)) }));
  return { total: found.length, records };
}
