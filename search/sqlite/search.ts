import type { Report } from '../../schemas/report.ts';
import type { SearchHit, SearchResult, Tier } from '../../schemas/search.ts';
import type { Asker, Page } from '../port.ts';
import { highlight } from '../query/highlight.ts';
import { type Clause, hasFilters, hasWords, isMarked, leastClauses, type Query } from '../query/query.ts';
import { tiers } from '../query/rank.ts';
import type { Keyword } from '../query/tokens.ts';
import type { Database } from './database.ts';
import { filterTest } from './filters.ts';
import { clauseExpression, phraseExpression, termExpression } from './match.ts';
import type { PassageLists, Spelling } from './passage-lists.ts';
import { Postings } from './postings.ts';
import { collectionsOf, firstPath, type Reports } from './reports.ts';

/** Passages that fit equally well, or all where hits come by day. Of tens of thousands only those are kept that may be shown. */
class Bucket {
  readonly tierOf: (id: number) => Tier;
  /** In the order of answers. */
  readonly first: number[] = [];
  total = 0;
  readonly #most: number;

  constructor(tierOf: (id: number) => Tier, { offset, limit }: Page) {
    this.tierOf = tierOf;
    this.#most = offset + limit;
  }

  add(id: number): void {
    if (this.total++ < this.#most) this.first.push(id);
  }
}

export function search(database: Database, reports: Reports, asker: Asker, query: Query, page: Page): SearchResult {
  return database.snapshot(() => {
    const columns = reports.visibleColumns(asker, hasFilters(query) ? filterTest(query.filters) : null, query.order);
    // By column.
    const hits = new Uint32Array(reports.columns.length);
    const buckets = hasWords(query)
      ? passages(query, page, columns, reports, hits)
      : firstPassages(query, page, columns, reports, hits);
    const counts = reports.facets.newCounts();
    reports.columns.count(counts, columns, hits);
    reports.statuses.count(reports.facets, counts, columns, hits);
    return {
      total: buckets.reduce((sum, bucket) => sum + bucket.total, 0),
      hits: hitsOf(database, query, asker, pageOf(buckets, page)),
      facets: reports.facets.told(counts, asker),
    };
  });
}

/** The tiers above `some`, in which every clause holds; what tells the first of them; and which one marks tell. */
const wholeTiers = tiers.slice(0, -1);
const best = { phrase: 1, exact: 2, foldedPhrase: 4 } as const;
const bestMarks = [best.phrase, best.exact, best.foldedPhrase];
const tierOfMarks = Array.from({ length: 8 }, (_, marks) => {
  const first = bestMarks.findIndex((one) => (marks & one) !== 0);
  return first === -1 ? bestMarks.length : first;
});

function passages(query: Query, page: Page, columns: readonly number[], reports: Reports, hits: Uint32Array): Bucket[] {
  const all = query.clauses.length;
  const least = leastClauses(query);
  const { held, marks } = findPostings(query, reports);
  const tierOf = (id: number): Tier => (held[id]! < all ? 'some' : wholeTiers[tierOfMarks[marks[id]!]!]!);
  const byDay = query.order !== 'relevance';
  // One bucket a tier, and within `some` one for each number of clauses that hold.
  const length = byDay ? 1 : wholeTiers.length + all - least;
  const buckets = Array.from({ length }, () => new Bucket(tierOf, page));
  const [first, end] = [reports.columns.first.numbers, reports.columns.end.numbers];
  for (const column of columns) {
    for (let id = first[column]!; id < end[column]!; id++) {
      const clauses = held[id]!;
      if (clauses < least) continue;
      const fit = clauses < all ? wholeTiers.length - 1 + all - clauses : tierOfMarks[marks[id]!]!;
      buckets[byDay ? 0 : fit]!.add(id);
      hits[column]!++;
    }
  }
  return buckets;
}

function findPostings(query: Query, { lists, size }: Reports): Postings {
  const { clauses, phrases } = query;
  const listOf = (spelling: Spelling) => (clause: Clause) =>
    lists.of(spelling, clauseExpression(clause, spelling), size);
  const postings = new Postings(size);
  for (const ids of clauses.map(listOf('folded'))) postings.addClause(ids);
  postings.require(clauses.filter(({ required }) => required).map(listOf('folded')));
  refuseExcluded(query, lists, postings);
  // The better tiers are among the passages that hold everything.
  if (!postings.held.includes(clauses.length)) return postings;
  postings.markCommon(clauses.map(listOf('exact')), best.exact);
  if (phrases.length > 0) {
    postings.mark(lists.of('exact', phraseExpression(phrases, 'exact'), size), best.phrase);
    postings.mark(lists.of('folded', phraseExpression(phrases, 'folded'), size), best.foldedPhrase);
  }
  return postings;
}

/** Filters alone are answered with the first passage of each report. */
function firstPassages(
  query: Query,
  page: Page,
  columns: readonly number[],
  reports: Reports,
  hits: Uint32Array,
): Bucket[] {
  if (!hasFilters(query)) return [];
  const postings = new Postings(reports.size);
  postings.held.fill(1);
  refuseExcluded(query, reports.lists, postings);
  const bucket = new Bucket(() => 'exact', page);
  const [first, end] = [reports.columns.first.numbers, reports.columns.end.numbers];
  for (const column of columns) {
    const id = first[column]!;
    if (end[column] === id || postings.held[id] === 0) continue;
    hits[column] = 1;
    bucket.add(id);
  }
  return [bucket];
}

function refuseExcluded({ excluded }: Query, lists: PassageLists, postings: Postings): void {
  for (const term of excluded) {
    const spelling = isMarked(term) ? 'exact' : 'folded';
    postings.refuse(lists.of(spelling, termExpression(term, spelling), postings.held.length));
  }
}

function pageOf(buckets: readonly Bucket[], { offset, limit }: Page): { id: number; tier: Tier }[] {
  const page: { id: number; tier: Tier }[] = [];
  let before = 0;
  for (const { tierOf, first, total } of buckets) {
    const shown = first.slice(Math.max(0, offset - before), Math.max(0, offset + limit - before));
    for (const id of shown) page.push({ id, tier: tierOf(id) });
    before += total;
  }
  return page;
}

interface HitRow extends Pick<SearchHit, 'block' | 'section' | 'page' | 'text'> {
  id: string;
  path: string;
  head: Report;
  keywords: Keyword[];
}

/** What is shown, asked for at once: each question costs more than its answer. */
function hitsOf(database: Database, query: Query, asker: Asker, shown: { id: number; tier: Tier }[]): SearchHit[] {
  const rows = database.jsonColumn<HitRow>(
    `SELECT json_object('id', sha, 'path', ${firstPath('report.id', '?2')}, 'head', json(head), 'block', block,
       'section', section, 'page', page, 'text', text, 'keywords', json(keywords)) AS x
     FROM json_each(?1) JOIN passage ON passage.id = value JOIN report ON report.id = passage.report ORDER BY key`,
    JSON.stringify(shown.map(({ id }) => id)),
    collectionsOf(asker),
  );
  return rows.map(({ id, path, head, keywords, text, ...place }, i) => {
    const { tier } = shown[i]!;
    return { report: { id, path, ...head }, ...place, tier, text, highlights: highlight(text, keywords, query, tier) };
  });
}
