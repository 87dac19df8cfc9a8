import type { Flag } from '../../schemas/flag.ts';
import { flagTest } from '../flag-names.ts';
import type { Asker, Comparables, Comparisons, CrossFlag, Judge, RecordFilter } from '../port.ts';
import { foldedWords } from '../query/tokens.ts';
import { closedFlags, closeFlag, forgetGone, type StandingFlag, sourcesOf } from './closed-flags.ts';
import { copiesOf, regroup } from './copies.ts';
import type { Database } from './database.ts';
import { reportsOf } from './lists.ts';
import type { Reports } from './reports.ts';

/** Keys judged in one transaction: few enough that other writers need not wait. */
const TOGETHER = 200;
/** Facts of one value that are looked at where thousands of reports say the same of one directive. */
const SPEAKERS = 64;

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
  facts.forEach(({ key, value, fact }, seq) => {
    database.run('INSERT INTO compared_fact VALUES (?, ?, ?, ?, ?, ?)', key, value, sha, seq, report, fact);
  });
}

export function sqliteComparisons(database: Database, reports: Reports): Comparisons {
  return {
    async reconcile(judge, which) {
      if (which === 'all') {
        database.transaction(() => {
          database.run('DELETE FROM same_report');
          database.run('UPDATE compared_report SET stale = 1');
          database.run(
            'INSERT INTO dirty_key SELECT DISTINCT key FROM compared_fact WHERE true ON CONFLICT DO NOTHING',
          );
        });
      }
      regroup(database, judge);
      let judged = 0;
      for (;;) {
        const done = database.transaction(() => judgeSome(database, judge));
        judged += done;
        if (done < TOGETHER) break;
      }
      forgetGone(database);
      return judged;
    },
    async flags(asker, filter, { offset, limit }) {
      return database.snapshot(() => {
        const found = crossFlags(database, reports, asker, filter);
        return { total: found.length, records: found.slice(offset, offset + limit) };
      });
    },
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
  const numbered = sourcesOf(flag).map((sha) => [
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
  let value = database.value<string | null>('SELECT min(value) FROM compared_fact WHERE key = ?', key);
  while (value !== null) {
    values.push(value);
    value = database.value<string | null>(
      'SELECT min(value) FROM compared_fact WHERE key = ? AND value > ?',
      ...[key, value],
    );
  }
  const [only] = values;
  if (values.length === 1 && only !== '') return [];
  return values.flatMap((one) => {
    const rows = database.all<{ fact: string }>(
      `SELECT fact FROM compared_fact CROSS JOIN compared_report USING (report)
       WHERE key = ? AND value = ? AND superseded = 0 ORDER BY sha, seq LIMIT ?`,
      ...[key, one, one === '' ? -1 : SPEAKERS],
    );
    return rows.map(({ fact }) => fact);
  });
}

/** One flag may follow from several keys; it is told once. */
function crossFlags(database: Database, reports: Reports, asker: Asker, filter: RecordFilter): CrossFlag[] {
  const headOf = reports.heads(asker);
  const visible = new Map(reports.visible(asker).map(({ sha, id }) => [sha, id]));
  const { report, issuer, place, places, from, to, directive, words, kind, certain } = filter;
  const allowed = new Set(reportsOf(reports, asker, { report, issuer, place, places, from, to, cited: directive }));
  const wanted = foldedWords(words ?? '');
  const isWanted = flagTest(filter);
  const rows = database.all<{ body: string }>('SELECT max(key), body FROM cross_flag GROUP BY id ORDER BY id');
  return rows.flatMap(({ body }) => {
    const flag = JSON.parse(body) as Flag;
    if (kind !== undefined && flag.kind !== kind) return [];
    if (certain !== undefined && flag.certain !== certain) return [];
    if (!isWanted(flag)) return [];
    const shas = sourcesOf(flag);
    const ids = shas.flatMap((sha) => visible.get(sha) ?? []);
    if (ids.length < shas.length || !ids.some((id) => allowed.has(id))) return [];
    const { vi, en } = flag.message;
    const said = new Set(foldedWords([vi, en, ...flag.evidence.map(({ quote }) => quote)].join(' · ')));
    return wanted.every((word) => said.has(word)) ? [{ ...flag, reports: ids.map(headOf) }] : [];
  });
}
