import type { Flag } from '../../schemas/flag.ts';
import { flagTest } from '../flag-names.ts';
import type { Asker, Comparables, Comparisons, CrossFlag, Judge, RecordFilter } from '../port.ts';
import { foldedWords } from '../query/tokens.ts';
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
        if (done < TOGETHER) return judged;
      }
    },
    async flags(asker, filter, { offset, limit }) {
      return database.snapshot(() => {
        const found = crossFlags(database, reports, asker, filter);
        return { total: found.length, records: found.slice(offset, offset + limit) };
      });
    },
    copies: async (report) => copiesOf(database, report),
  };
}

/** Finds the copies and versions of reports that came, and of those that lost one. */
function regroup(database: Database, judge: Judge): void {
  const next = 'SELECT report FROM compared_report WHERE stale = 1 ORDER BY report LIMIT 1';
  for (;;) {
    const found = database.transaction(() => {
      const report = database.value<number | undefined>(next);
      if (report !== undefined) regroupOne(database, judge, report);
      return report !== undefined;
    });
    if (!found) return;
  }
}

function regroupOne(database: Database, judge: Judge, report: number): void {
  const own = database.value<string>('SELECT sketch FROM compared_report WHERE report = ?', report);
  for (const other of nearOnes(database, report)) {
    if (!judge.isSame(own, other.sketch)) continue;
    database.run('INSERT INTO same_report VALUES (?1, ?2), (?2, ?1) ON CONFLICT DO NOTHING', ...[report, other.report]);
  }
  const group = database.all<{ report: number; age: string; superseded: number }>(
    `WITH RECURSIVE together (report) AS
       (SELECT ? UNION SELECT other FROM same_report JOIN together ON one = together.report)
     SELECT report, age, superseded FROM compared_report JOIN together USING (report) ORDER BY age, report`,
    report,
  );
  const last = group.at(-1)!.report;
  for (const member of group) {
    const superseded = Number(member.report !== last);
    if (superseded === member.superseded) continue;
    database.run('UPDATE compared_report SET superseded = ? WHERE report = ?', superseded, member.report);
    database.run(
      'INSERT INTO dirty_key SELECT DISTINCT key FROM compared_fact WHERE report = ? ON CONFLICT DO NOTHING',
      member.report,
    );
  }
  database.run('UPDATE compared_report SET stale = 0 WHERE report = ?', report);
}

/** The reports that meet this one in a band: a form is alike in every unit and month, so the index names both as well. */
function nearOnes(database: Database, report: number): { report: number; sketch: string }[] {
  const own = database.get<{ issuer: string; period: string }>(
    'SELECT issuer, period FROM compared_band WHERE report = ? LIMIT 1',
    report,
  );
  if (own === undefined) return [];
  const told = (['issuer', 'period'] as const).filter((fact) => own[fact] !== '');
  const agrees = told.map((fact) => `AND ${fact} IN (?, '')`).join(' ');
  return database.all(
    `SELECT report, sketch FROM compared_report WHERE report <> ? AND report IN
       (SELECT report FROM compared_band WHERE band IN (SELECT band FROM compared_band WHERE report = ?) ${agrees})`,
    ...[report, report, ...told.map((fact) => own[fact])],
  );
}

function judgeSome(database: Database, judge: Judge): number {
  const keys = database.column<string>('SELECT key AS x FROM dirty_key ORDER BY key LIMIT ?', TOGETHER);
  for (const key of keys) {
    database.run('DELETE FROM cross_flag WHERE key = ?', key);
    const facts = factsUnder(database, key);
    if (facts.length > 1) {
      for (const flag of judge.flags(key, facts))
        database.run('INSERT OR REPLACE INTO cross_flag VALUES (?, ?, ?)', key, flag.id, JSON.stringify(flag));
    }
    database.run('DELETE FROM dirty_key WHERE key = ?', key);
  }
  return keys.length;
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
  const { report, issuer, place, from, to, directive, words, kind, certain } = filter;
  const allowed = new Set(reportsOf(reports, asker, { report, issuer, place, from, to, cited: directive }));
  const wanted = foldedWords(words ?? '');
  const isWanted = flagTest(filter);
  const rows = database.all<{ body: string }>('SELECT max(key), body FROM cross_flag GROUP BY id ORDER BY id');
  return rows.flatMap(({ body }) => {
    const flag = JSON.parse(body) as Flag;
    if (kind !== undefined && flag.kind !== kind) return [];
    if (certain !== undefined && flag.certain !== certain) return [];
    if (!isWanted(flag)) return [];
    const shas = [...new Set(flag.evidence.flatMap(({ source }) => (source === undefined ? [] : [source])))];
    const ids = shas.flatMap((sha) => visible.get(sha) ?? []);
    if (ids.length < shas.length || !ids.some((id) => allowed.has(id))) return [];
    const { vi, en } = flag.message;
    const said = new Set(foldedWords([vi, en, ...flag.evidence.map(({ quote }) => quote)].join(' · ')));
    return wanted.every((word) => said.has(word)) ? [{ ...flag, reports: ids.map(headOf) }] : [];
  });
}

function copiesOf(database: Database, report: string): string[] {
  return database.column<string>(
    `WITH RECURSIVE together (report) AS
       (SELECT id FROM report WHERE sha = ? UNION SELECT other FROM same_report JOIN together ON one = together.report)
     SELECT sha AS x FROM together JOIN report ON id = together.report LEFT JOIN compared_report USING (report)
     ORDER BY age, sha`,
    report,
  );
}
