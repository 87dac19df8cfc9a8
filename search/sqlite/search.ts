import type { SearchHit, SearchResult, Tier } from '../../schemas/search.ts';
import type { Asker, Page } from '../port.ts';
import { highlight } from '../query/highlight.ts';
import { hasFilters, hasWords, isMarked, leastClauses, type Query } from '../query/query.ts';
import { tiers } from '../query/rank.ts';
import type { Keyword } from '../query/tokens.ts';
import type { Database } from './database.ts';
import { filterTest } from './filters.ts';
import { clauseExpression, phraseExpression, termExpression } from './match.ts';
import { mark, Postings } from './postings.ts';
import type { KnownReport, Reports } from './reports.ts';

/** Passages found, parted by how well they fit, best first; each part in the order of answers. */
type Buckets = { tier: Tier; found: { id: number; report: number }[] }[];

export function search(database: Database, reports: Reports, asker: Asker, query: Query, page: Page): SearchResult {
  return database.snapshot(() => {
    const test = filterTest(query.filters);
    const allowed = reports.visible(asker).filter(test);
    const counts = reports.facets.newCounts();
    const hidden = reports.hiddenCollections(asker);
    const count = (report: KnownReport, hits: number): void => {
      for (const value of report.values) counts[value]! += hits;
      for (const value of report.collectionValues) if (!hidden.has(value)) counts[value]! += hits;
    };
    const buckets = hasWords(query)
      ? passages(database, query, allowed, reports.size, count)
      : firstPassages(database, query, allowed, reports.size, count);
    const headOf = reports.heads(asker);
    return {
      total: buckets.reduce((sum, { found }) => sum + found.length, 0),
      hits: pageOf(buckets, page).map(({ id, report, tier }) => ({
        report: headOf(report),
        ...passageOf(database, query, id, tier),
      })),
      facets: reports.facets.told(counts),
    };
  });
}

type Count = (report: KnownReport, hits: number) => void;

/** All clauses hold: the tiers above `some`, and what tells the first of them. */
const wholeTiers = tiers.slice(0, -1);
const bestMarks = [mark.phrase, mark.exact, mark.foldedPhrase];

function passages(database: Database, query: Query, allowed: KnownReport[], size: number, count: Count): Buckets {
  const { clauses } = query;
  const postings = new Postings(size);
  for (const clause of clauses)
    postings.addClause(rowids(database, 'folded', clauseExpression(clause, 'folded')), clause.required);
  const allExact = clauses.map((clause) => clauseExpression(clause, 'exact')).join(' AND ');
  postings.mark(rowids(database, 'exact', allExact), mark.exact);
  if (query.phrases.length > 0) {
    postings.mark(rowids(database, 'exact', phraseExpression(query.phrases, 'exact')), mark.phrase);
    postings.mark(rowids(database, 'folded', phraseExpression(query.phrases, 'folded')), mark.foldedPhrase);
  }
  markUnwanted(database, query, postings);

  // One bucket a tier, and within `some` one for each number of clauses that hold.
  const buckets: Buckets = wholeTiers.map((tier) => ({ tier, found: [] }));
  const least = leastClauses(query);
  for (let missing = 1; missing <= clauses.length - least; missing++) buckets.push({ tier: 'some', found: [] });
  const required = clauses.filter((clause) => clause.required).length;
  for (const report of allowed) {
    let hits = 0;
    for (let id = report.firstPassage; id < report.firstPassage + report.passages; id++) {
      const held = postings.clauses(id, required);
      if (held < least) continue;
      const missing = clauses.length - held;
      const whole = bestMarks.findIndex((one) => postings.has(id, one));
      buckets[missing > 0 ? wholeTiers.length - 1 + missing : whole === -1 ? bestMarks.length : whole]!.found.push({
        id,
        report: report.id,
      });
      hits++;
    }
    if (hits > 0) count(report, hits);
  }
  return buckets;
}

/** Filters alone are answered with the first passage of each report. */
function firstPassages(database: Database, query: Query, allowed: KnownReport[], size: number, count: Count): Buckets {
  if (!hasFilters(query)) return [];
  const postings = new Postings(size);
  markUnwanted(database, query, postings);
  const found = allowed.flatMap((report) => {
    if (report.passages === 0 || postings.has(report.firstPassage, mark.unwanted)) return [];
    count(report, 1);
    return [{ id: report.firstPassage, report: report.id }];
  });
  return [{ tier: 'exact', found }];
}

function markUnwanted(database: Database, query: Query, postings: Postings): void {
  for (const term of query.excluded) {
    const spelling = isMarked(term) ? 'exact' : 'folded';
    postings.mark(rowids(database, spelling, termExpression(term, spelling)), mark.unwanted);
  }
}

function rowids(database: Database, spelling: 'exact' | 'folded', expression: string): number[] {
  const table = `passage_${spelling}`;
  return database.column<number>(`SELECT rowid AS x FROM ${table} WHERE ${table} MATCH ?`, expression);
}

function pageOf(buckets: Buckets, { offset, limit }: Page): { id: number; report: number; tier: Tier }[] {
  const page: { id: number; report: number; tier: Tier }[] = [];
  let before = 0;
  for (const { tier, found } of buckets) {
    const shown = found.slice(Math.max(0, offset - before), Math.max(0, offset + limit - before));
    for (const { id, report } of shown) page.push({ id, report, tier });
    before += found.length;
  }
  return page;
}

function passageOf(database: Database, query: Query, id: number, tier: Tier): Omit<SearchHit, 'report'> {
  const { keywords, block, section, page, text } = database.get<Omit<SearchHit, 'report'> & { keywords: string }>(
    'SELECT block, section, page, text, keywords FROM passage WHERE id = ?',
    id,
  )!;
  const highlights = highlight(text, JSON.parse(keywords) as Keyword[], query, tier);
  return { block, section, page, tier, text, highlights };
}
