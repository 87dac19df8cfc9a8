import type { Judge } from '../port.ts';
import type { Database } from './database.ts';

/** Finds the copies and versions of a report that came, or that lost one; false if there is none left. */
export function regroupNext(database: Database, judge: Judge): boolean {
  const next = 'SELECT report FROM compared_report WHERE stale = 1 ORDER BY report LIMIT 1';
  return database.transaction(() => {
    const report = database.value<number | undefined>(next);
    if (report !== undefined) regroupOne(database, judge, report);
    return report !== undefined;
  });
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
      'INSERT INTO dirty_key SELECT key.value FROM compared_fact, json_each(keys) AS key WHERE report = ? ON CONFLICT DO NOTHING',
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

/** The reports that are copies or versions of this one, itself among them, the one that counts last. */
export function copiesOf(database: Database, report: string): string[] {
  return database.column<string>(
    `WITH RECURSIVE together (report) AS
       (SELECT id FROM report WHERE sha = ? UNION SELECT other FROM same_report JOIN together ON one = together.report)
     SELECT sha AS x FROM together JOIN report ON id = together.report LEFT JOIN compared_report USING (report)
     ORDER BY age, sha`,
    report,
  );
}
