import type { SearchHit, SearchResult, Tier } from '../../schemas/search.ts';
import type { Asker, Page } from '../port.ts';
import { highlight } from '../query/highlight.ts';
import { hasFilters, hasWords, leastClauses, type Query } from '../query/query.ts';
import { tiers } from '../query/rank.ts';
import type { Keyword } from '../query/tokens.ts';
import type { Database } from './database.ts';
import { countFacets } from './facets.ts';
import { filterTest } from './filters.ts';
import { clauseExpression, phraseExpression, termExpression } from './match.ts';
import { countMatches, IdSet, type Matches } from './postings.ts';
import type { KnownReport, Reports } from './reports.ts';
import { ROWS_PER_REPORT } from './write.ts';

/** Passages found, parted by how well they fit, best first; each part in the order of ids. */
type Buckets = { tier: Tier; ids: number[] }[];

export function search(database: Database, reports: Reports, asker: Asker, query: Query, page: Page): SearchResult {
  return database.snapshot(() => {
    const allowed = new Map<number, KnownReport>();
    const test = filterTest(query.filters);
    for (const report of reports.visible(asker)) if (test(report)) allowed.set(report.id, report);
    const found = allowed.size === 0 ? [] : passages(database, query, allowed);
    const perReport = new Map<number, number>();
    for (const { ids } of found) {
      for (const id of ids) {
        const report = Math.floor(id / ROWS_PER_REPORT);
        perReport.set(report, (perReport.get(report) ?? 0) + 1);
      }
    }
    const total = found.reduce((sum, { ids }) => sum + ids.length, 0);
    const shown = pageOf(found, [...allowed.keys()], page);
    const headOf = reports.heads(asker);
    return {
      total,
      hits: shown.map(({ id, tier }) => ({
        report: headOf(Math.floor(id / ROWS_PER_REPORT)),
        ...passageOf(database, query, id, tier),
      })),
      facets: countFacets(allowed, perReport, asker),
    };
  });
}

function passages(database: Database, query: Query, allowed: Map<number, KnownReport>): Buckets {
  const unwanted = new IdSet(
    query.excluded.map((term) => {
      // typed with marks, only the word with these marks is unwanted: -đất leaves đặt alone
      const marked = term.words.some(({ exact, folded }) => exact !== folded && !/^\d/.test(exact));
      return rowids(database, marked ? 'exact' : 'folded', termExpression(term, marked ? 'exact' : 'folded'));
    }),
  );
  const admitted = (id: number): boolean => allowed.has(Math.floor(id / ROWS_PER_REPORT)) && !unwanted.has(id);
  if (!hasWords(query)) {
    if (!hasFilters(query)) return [];
    const firsts = [...allowed.values()].flatMap(({ id, first }) =>
      first === null ? [] : [id * ROWS_PER_REPORT + first],
    );
    return [{ tier: 'exact', ids: firsts.sort((a, b) => a - b).filter(admitted) }];
  }
  const { clauses } = query;
  const lists = clauses.map((clause) => rowids(database, 'folded', clauseExpression(clause, 'folded')));
  const required = clauses.map((clause) => clause.required);
  const matches = countMatches(lists, required, leastClauses(query), admitted);
  const exact = rowids(database, 'exact', clauses.map((clause) => clauseExpression(clause, 'exact')).join(' AND '));
  const phrase = query.phrases.length === 0 ? [] : rowids(database, 'exact', phraseExpression(query.phrases));
  return bucketsOf(matches, clauses.length, new IdSet([exact]), new IdSet([phrase]));
}

function rowids(database: Database, spelling: 'exact' | 'folded', expression: string): number[] {
  const table = `passage_${spelling}`;
  return database.column<number>(`SELECT rowid AS x FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid`, expression);
}

/** One bucket a tier, and within `some` one for each number of clauses that hold. */
function bucketsOf({ ids, counts }: Matches, clauses: number, exact: IdSet, phrase: IdSet): Buckets {
  const buckets: Buckets = tiers.slice(0, 3).map((tier) => ({ tier, ids: [] }));
  for (let count = clauses - 1; count > 0; count--) buckets.push({ tier: 'some', ids: [] });
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    const missing = clauses - counts[i]!;
    const bucket = missing > 0 ? 2 + missing : phrase.has(id) ? 0 : exact.has(id) ? 1 : 2;
    buckets[bucket]!.ids.push(id);
  }
  return buckets.filter((bucket) => bucket.ids.length > 0);
}

/** The ids of one page: only the buckets that reach into it are put in the order of their reports. */
function pageOf(buckets: Buckets, reportOrder: number[], { offset, limit }: Page): { id: number; tier: Tier }[] {
  const page: { id: number; tier: Tier }[] = [];
  let before = 0;
  for (const { tier, ids } of buckets) {
    const from = Math.max(0, offset - before);
    const to = Math.min(ids.length, offset + limit - before);
    before += ids.length;
    if (from >= to) continue;
    for (const id of inReportOrder(ids, reportOrder, from, to)) page.push({ id, tier });
  }
  return page;
}

function inReportOrder(ids: number[], reportOrder: number[], from: number, to: number): number[] {
  const spans = new Map<number, [number, number]>();
  ids.forEach((id, i) => {
    const report = Math.floor(id / ROWS_PER_REPORT);
    const span = spans.get(report);
    if (span) span[1] = i + 1;
    else spans.set(report, [i, i + 1]);
  });
  const ordered: number[] = [];
  for (const report of reportOrder) {
    const span = spans.get(report);
    if (!span) continue;
    ordered.push(...ids.slice(...span));
    if (ordered.length >= to) break;
  }
  return ordered.slice(from, to);
}

function passageOf(database: Database, query: Query, id: number, tier: Tier): Omit<SearchHit, 'report'> {
  const { keywords, block, section, page, text } = database.get<Omit<SearchHit, 'report'> & { keywords: string }>(
    'SELECT block, section, page, text, keywords FROM passage WHERE id = ?',
    id,
  )!;
  const highlights = highlight(text, JSON.parse(keywords) as Keyword[], query, tier);
  return { block, section, page, tier, text, highlights };
}
