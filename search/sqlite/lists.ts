import type { SQLInputValue } from 'node:sqlite';
import { titleKey, undated } from '../identity.ts';
import type { Asker, NamedPlace, Page, Placed, RecordFilter, RecordKind, RecordTypes } from '../port.ts';
import { emptyFilters, type Filters } from '../query/query.ts';
import { foldedWords, keyOfNumber } from '../query/tokens.ts';
import type { Database } from './database.ts';
import { filterTest } from './filters.ts';
import type { Reports } from './reports.ts';

interface ListedRow {
  report: number;
  section: string | null;
  page: number | null;
  body: string;
}

/** Records of one kind that satisfy all conditions: reports in the order of answers, records in reading order. */
export function list<K extends RecordKind>(
  database: Database,
  reports: Reports,
  asker: Asker,
  kind: K,
  filter: RecordFilter,
  page: Page,
): { total: number; records: Placed<RecordTypes[K]>[] } {
  return database.snapshot(() => {
    const conditions = conditionsOf(database, reports, asker, kind, filter);
    const where = conditions.map(([sql]) => sql).join(' AND ');
    const values = conditions.flatMap(([, ...rest]) => rest);
    const total = database.value<number>(`SELECT count(*) FROM record WHERE ${where}`, ...values);
    // The reports lead where nothing selects single records; the index then gives the rows in order.
    const join = selects(filter) ? 'record JOIN report' : 'report CROSS JOIN record';
    const rows = database.all<ListedRow>(
      `SELECT record.report, section, page, body FROM ${join} ON report.id = record.report
       WHERE ${where} ORDER BY date_order, sha, record.id LIMIT ? OFFSET ?`,
      ...values,
      page.limit,
      page.offset,
    );
    const headOf = reports.heads(asker);
    const records = rows.map(({ report, section, page: at, body }) => ({
      ...(JSON.parse(body) as RecordTypes[K]),
      report: headOf(report),
      page: at,
      section,
    }));
    return { total, records };
  });
}

const selects = (filter: RecordFilter): boolean =>
  filter.words !== undefined || filter.directive !== undefined || filter.only !== undefined;

type Condition = [sql: string, ...values: SQLInputValue[]];

function conditionsOf(
  database: Database,
  reports: Reports,
  asker: Asker,
  kind: RecordKind,
  filter: RecordFilter,
): Condition[] {
  const { words, place, places, directive, topic, stance, kind: sort, certain, severity, only, except } = filter;
  const conditions: Condition[] = [['kind = ?', kind]];
  const allowed = allowedReports(reports, asker, kind, filter);
  const inReports: Condition[] = allowed
    ? [['record.report IN (SELECT value FROM json_each(?))', JSON.stringify(allowed)]]
    : [];
  conditions.push(...inReports);
  if (kind === 'flags') {
    const again = repeatedFlags(database, inReports);
    if (again.length > 0) conditions.push(['record.id NOT IN (SELECT value FROM json_each(?))', JSON.stringify(again)]);
  }
  if (words !== undefined) {
    const all = [`#${kind}`, ...foldedWords(words)].map((word) => `"${word}"`).join(' AND ');
    conditions.push(['record.id IN (SELECT rowid FROM record_words WHERE record_words MATCH ?)', all]);
  }
  if (place !== undefined) {
    const here = JSON.stringify(reportsOf(reports, asker, { place, places }));
    const own = foldedWords(place).map((word) => ` ${word} `);
    const said = own.length === 0 ? '0' : own.map(() => 'instr(place, ?)').join(' AND ');
    conditions.push([`(record.report IN (SELECT value FROM json_each(?)) OR (${said}))`, here, ...own]);
  }
  if (directive !== undefined && namesDirectives(kind)) {
    const named = 'SELECT record FROM record_directive WHERE value IN (?, ?, ?)';
    const key = keyOfNumber(directive) ?? titleKey(directive);
    conditions.push([`record.id IN (${named})`, directive, undated(directive) ?? directive, key]);
  }
  if (topic !== undefined) conditions.push(['topic = ?', topic]);
  if (stance !== undefined) conditions.push(['EXISTS (SELECT 1 FROM json_each(stance) WHERE value = ?)', stance]);
  if (sort !== undefined) conditions.push(['sort = ?', sort]);
  if (certain !== undefined) conditions.push(['certain = ?', Number(certain)]);
  if (severity !== undefined) conditions.push(["kind = 'flags' AND body ->> '$.severity' = ?", severity]);
  const names = (list: readonly string[]): [string, string] => [JSON.stringify(list), JSON.stringify(list)];
  if (only) conditions.push([`record.id IN ${NAMED}`, ...names(only)]);
  if (except) conditions.push([`kind = 'flags' AND record.id NOT IN ${NAMED}`, ...names(except)]);
  return conditions;
}

/** Records of the flags of these names, found by the index: to look at every flag would be to open its body. */
const NAMED = `(SELECT id FROM record WHERE flag IN (SELECT value FROM json_each(?))
  UNION ALL SELECT id FROM record WHERE flag_figures IN (SELECT value FROM json_each(?)))`;

/** Records of flags that an earlier report in the order of answers raises as well. */
function repeatedFlags(database: Database, inReports: readonly Condition[]): number[] {
  const where = inReports.map(([sql]) => `AND ${sql}`).join(' ');
  const found = database.all<{ id: number; flag: string }>(
    `SELECT record.id, flag FROM record JOIN report ON report.id = record.report
     WHERE flag IN (SELECT flag FROM record WHERE flag IS NOT NULL GROUP BY flag HAVING count(*) > 1) ${where}
     ORDER BY date_order, sha, record.id`,
    ...inReports.flatMap(([, ...values]) => values),
  );
  const told = new Set<string>();
  return found.flatMap(({ id, flag }) => {
    if (told.has(flag)) return [id];
    told.add(flag);
    return [];
  });
}

const namesDirectives = (kind: RecordKind): boolean => kind === 'citations' || kind === 'relations';

/** Numbers of the reports that the conditions on reports leave, or null where there is no such condition. */
function allowedReports(reports: Reports, asker: Asker, kind: RecordKind, filter: RecordFilter): number[] | null {
  const { report, issuer, from, to, directive } = filter;
  // A flag speaks of no place but that of its report.
  const place = kind === 'flags' ? filter.place : undefined;
  // Figures, issues and flags name no directive themselves: asked for one, those of the reports that cite it answer.
  const cited = directive !== undefined && !namesDirectives(kind) ? directive : undefined;
  if (asker.collections === null && [report, issuer, place, from, to, cited].every((value) => value === undefined))
    return null;
  return reportsOf(reports, asker, {
    report,
    issuer,
    place,
    places: place === undefined ? undefined : filter.places,
    from,
    to,
    cited,
  });
}

interface ReportConditions {
  report?: string | undefined;
  issuer?: string | undefined;
  place?: string | undefined;
  places?: readonly NamedPlace[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cited?: string | undefined;
}

export function reportsOf(reports: Reports, asker: Asker, conditions: ReportConditions): number[] {
  const { report, issuer, place, places = [], from, to, cited } = conditions;
  const contains = (value: string | undefined) => (value === undefined ? [] : [{ value, whole: false, not: false }]);
  const filters: Filters = {
    ...emptyFilters(),
    issuer: contains(issuer),
    place: [...contains(place), ...places.map((one) => ({ ...one, whole: true, not: false }))],
    directive: contains(cited),
    from: from ?? null,
    to: to ?? null,
  };
  const test = filterTest(filters);
  return reports
    .visible(asker)
    .filter((known) => (report === undefined || known.sha.startsWith(report)) && test(known))
    .map(({ id }) => id);
}
