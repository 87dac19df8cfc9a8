import type { Directive, TraceMention } from '../../schemas/search.ts';
import type { Asker, Link, Mentions, Page } from '../port.ts';
import { foldedWords, keyOfNumber } from '../query/tokens.ts';
import type { Database } from './database.ts';
import { collectionsOf, type Reports, visibleReport } from './reports.ts';

const VISIBLE = visibleReport('mention.report', '?1');

/** Directives by how often they are mentioned; facts about one are those that most mentions state. */
export function directives(
  database: Database,
  asker: Asker,
  filter: { words?: string; number?: string },
  page: Page,
): { total: number; directives: Directive[] } {
  return database.snapshot(() => {
    const collections = collectionsOf(asker);
    const chosen = choose(filter);
    const groups = `SELECT directive, count(*) AS mentions, count(DISTINCT report) AS reports FROM mention
      WHERE ${VISIBLE} AND ${chosen.sql} GROUP BY directive`;
    const total = database.value<number>(`SELECT count(*) FROM (${groups})`, collections, ...chosen.values);
    const rows = database.all<{ directive: string; mentions: number; reports: number }>(
      `${groups} ORDER BY mentions DESC, directive LIMIT ? OFFSET ?`,
      ...[collections, ...chosen.values, page.limit, page.offset],
    );
    const facts = rows.map(({ directive, mentions, reports }) => ({
      identity: directive,
      ...factsOf(database, collections, directive),
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
    parts.push('(directive = ? OR keyword = ?)');
    values.push(number, keyOfNumber(number) ?? '');
  }
  const folded = words === undefined ? [] : foldedWords(words);
  if (folded.length > 0) {
    // a directive is found by what any of its mentions says; a mention has the row of its citation
    parts.push(
      'directive IN (SELECT directive FROM mention AS said JOIN record_words ON record_words.rowid = said.id WHERE record_words MATCH ?)',
    );
    values.push(['#citations', ...folded].map((word) => `"${word}"`).join(' AND '));
  }
  return { sql: parts.join(' AND '), values };
}

function factsOf(
  database: Database,
  collections: string | null,
  directive: string,
): Pick<Directive, 'number' | 'type' | 'issuer' | 'date' | 'title' | 'spellings'> {
  const stated = (column: string, condition: string): string[] =>
    database
      .all<{ value: string }>(
        `SELECT ${column} AS value FROM mention WHERE ${VISIBLE} AND directive = ?2 AND ${condition}
         GROUP BY value ORDER BY count(*) DESC, value`,
        collections,
        directive,
      )
      .map(({ value }) => value);
  const most = (column: string): string | null => stated(column, `${column} IS NOT NULL`)[0] ?? null;
  const title = most('title');
  return {
    number: most('number') ?? title ?? directive,
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
