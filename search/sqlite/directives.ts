import type { Directive, TraceMention } from '../../schemas/search.ts';
import { titleKey } from '../identity.ts';
import type { Asker, Link, Mentions, Page } from '../port.ts';
import { foldedWords, keyOfNumber } from '../query/tokens.ts';
import type { Database } from './database.ts';
import { collectionsOf, type Reports, visibleReport } from './reports.ts';

const VISIBLE = visibleReport('mention.report', '?1');

/**
 * Directives by how often they are mentioned; facts about one are those that most mentions state. A mention that does not
 * tell the time of a document means the one whose time is told elsewhere, if there is only one.
 */
export function directives(
  database: Database,
  asker: Asker,
  filter: { words?: string; number?: string },
  page: Page,
): { total: number; directives: Directive[] } {
  return database.snapshot(() => {
    const collections = collectionsOf(asker);
    const chosen = choose(filter);
    const groups = `WITH chosen AS (
        SELECT directive, stem, time, report FROM mention WHERE ${VISIBLE} AND ${chosen.sql}
      ), dated AS (
        SELECT stem, max(time) AS time FROM chosen WHERE time <> '' GROUP BY stem HAVING count(DISTINCT time) = 1
      )
      SELECT CASE WHEN chosen.time = '' AND dated.time <> '' THEN stem || '|' || dated.time ELSE directive END AS identity,
        count(*) AS mentions, count(DISTINCT report) AS reports, json_group_array(DISTINCT directive) AS members
      FROM chosen LEFT JOIN dated USING (stem) GROUP BY identity`;
    const total = database.value<number>(`SELECT count(*) FROM (${groups})`, collections, ...chosen.values);
    const rows = database.all<{ identity: string; mentions: number; reports: number; members: string }>(
      `${groups} ORDER BY mentions DESC, identity LIMIT ? OFFSET ?`,
      ...[collections, ...chosen.values, page.limit, page.offset],
    );
    const facts = rows.map(({ identity, mentions, reports, members }) => ({
      identity,
      ...factsOf(database, collections, identity, members),
      reports,
      mentions,
    }));
    return { total, directives: facts };
  });
}

function choose({ words, number }: { words?: string; number?: string }): { sql: string; values: string[] } {
  const parts = ['1'];
  const values: string[] = [];
  if (number !== undefined) {
    const key = keyOfNumber(number) ?? titleKey(number);
    const named = `SELECT stem FROM mention WHERE directive IN (?, ?) AND ${VISIBLE}`;
    parts.push(`stem IN (${named} UNION SELECT stem FROM mention WHERE keyword = ? AND ${VISIBLE})`);
    values.push(number, key, key);
  }
  const folded = words === undefined ? [] : foldedWords(words);
  if (folded.length > 0) {
    // a directive is found by what any of its mentions says; a mention has the row of its citation
    const said = 'SELECT stem FROM mention JOIN record_words ON record_words.rowid = mention.id';
    parts.push(`stem IN (${said} WHERE record_words MATCH ? AND ${VISIBLE})`);
    values.push(['#citations', ...folded].map((word) => `"${word}"`).join(' AND '));
  }
  return { sql: parts.join(' AND '), values };
}

function factsOf(
  database: Database,
  collections: string | null,
  identity: string,
  members: string,
): Pick<Directive, 'number' | 'type' | 'issuer' | 'date' | 'title' | 'spellings'> {
  const stated = (column: string, condition: string): string[] =>
    database
      .all<{ value: string }>(
        `SELECT ${column} AS value FROM mention WHERE ${VISIBLE} AND directive IN (SELECT value FROM json_each(?2)) AND ${condition}
         GROUP BY value ORDER BY count(*) DESC, value`,
        collections,
        members,
      )
      .map(({ value }) => value);
  const most = (column: string): string | null => stated(column, `${column} IS NOT NULL`)[0] ?? null;
  const title = most('title');
  return {
    number: most('number') ?? title ?? identity,
    type: most('type'),
    issuer: most('issuer'),
    date: most('date'),
    title,
    spellings: stated('number', 'number IS NOT NULL AND spelled'),
  };
}

export function mentions(
  database: Database,
  reports: Reports,
  asker: Asker,
  wanted: readonly string[],
  { offset, limit }: Page,
): Mentions {
  return database.snapshot(() => {
    const where = `directive IN (SELECT value FROM json_each(?2)) AND ${VISIBLE}`;
    const values = [collectionsOf(asker), JSON.stringify(wanted)];
    const rows = database.all<{ report: number; body: string }>(
      `SELECT report, body FROM mention WHERE ${where}
       ORDER BY level_order, date_order, sha, id LIMIT ?3 OFFSET ?4`,
      ...values,
      limit,
      offset,
    );
    const headOf = reports.heads(asker);
    return {
      total: database.value<number>(`SELECT count(*) FROM mention WHERE ${where}`, ...values),
      mentions: rows.map(({ report, body }) => ({
        report: headOf(report),
        ...(JSON.parse(body) as Omit<TraceMention, 'report'>),
      })),
      reports: database.column<string>(`SELECT DISTINCT sha AS x FROM mention WHERE ${where} ORDER BY sha`, ...values),
    };
  });
}

export function links(database: Database, asker: Asker, targets: readonly string[]): Link[] {
  const numbers = database.all<{ source: string; verb: string; number: string; times: number }>(
    `SELECT source, verb, number, count(*) AS times FROM link
     WHERE target IN (SELECT value FROM json_each(?2)) AND ${visibleReport('link.report', '?1')}
     GROUP BY source, verb, number ORDER BY times DESC, source, verb, number`,
    collectionsOf(asker),
    JSON.stringify(targets),
  );
  const seen = new Set<string>();
  return numbers.flatMap(({ source, verb, number }) => {
    const key = JSON.stringify([source, verb]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ directive: source, number, verb }];
  });
}
