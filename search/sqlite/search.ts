import type { ReportHead, SearchHit, SearchResult, Tier } from '../../schemas/search.ts';
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
import type { KnownReport, Reports } from './reports.ts';

/** Passages that fit equally well. Of tens of thousands only those are kept that may be shown. */
class Bucket {
  readonly tier: Tier;
  /** In the order of answers. */
  readonly first: number[] = [];
  total = 0;
  readonly #most: number;

  constructor(tier: Tier, { offset, limit }: Page) {
    this.tier = tier;
    this.#most = offset + limit;
  }

  add(id: number): void {
    if (this.total++ < this.#most) this.first.push(id);
  }
}

export function search(database: Database, reports: Reports, asker: Asker, query: Query, page: Page): SearchResult {
  return database.snapshot(() => {
    const visible = reports.visible(asker);
    const allowed = hasFilters(query) ? visible.filter(filterTest(query.filters)) : visible;
    const counts = reports.facets.newCounts();
    const hidden = reports.hiddenCollections(asker);
    const count = (report: KnownReport, hits: number): void => {
      for (const value of report.values) counts[value]! += hits;
      for (const value of report.collectionValues) if (!hidden.has(value)) counts[value]! += hits;
    };
    const buckets = hasWords(query)
      ? passages(query, page, allowed, reports, count)
      : firstPassages(query, page, allowed, reports, count);
    return {
      total: buckets.reduce((sum, bucket) => sum + bucket.total, 0),
      hits: hitsOf(database, query, pageOf(buckets, page), reports.heads(asker)),
      facets: reports.facets.told(counts),
    };
  });
}

type HeadOf = (report: number) => ReportHead;
type Count = (report: KnownReport, hits: number) => void;

/** The tiers above `some`, in which every clause holds; what tells the first of them; and which one marks tell. */
const wholeTiers = tiers.slice(0, -1);
const best = { phrase: 1, exact: 2, foldedPhrase: 4 } as const;
const bestMarks = [best.phrase, best.exact, best.foldedPhrase];
const tierOfMarks = Array.from({ length: 8 }, (_, marks) => {
  const first = bestMarks.findIndex((one) => (marks & one) !== 0);
  return first === -1 ? bestMarks.length : first;
});

function passages(query: Query, page: Page, allowed: readonly KnownReport[], reports: Reports, count: Count): Bucket[] {
  const all = query.clauses.length;
  const least = leastClauses(query);
  const { held, marks } = findPostings(query, reports);
  // One bucket a tier, and within `some` one for each number of clauses that hold.
  const buckets = wholeTiers.map((tier) => new Bucket(tier, page));
  for (let missing = 1; missing <= all - least; missing++) buckets.push(new Bucket('some', page));
  for (const report of allowed) {
    let hits = 0;
    const end = report.firstPassage + report.passages;
    for (let id = report.firstPassage; id < end; id++) {
      const clauses = held[id]!;
      if (clauses < least) continue;
      const bucket = clauses < all ? wholeTiers.length - 1 + all - clauses : tierOfMarks[marks[id]!]!;
      buckets[bucket]!.add(id);
      hits++;
    }
    if (hits > 0) count(report, hits);
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
  allowed: readonly KnownReport[],
  reports: Reports,
  count: Count,
): Bucket[] {
  if (!hasFilters(query)) return [];
  const postings = new Postings(reports.size);
  postings.held.fill(1);
  refuseExcluded(query, reports.lists, postings);
  const bucket = new Bucket('exact', page);
  for (const report of allowed) {
    if (report.passages === 0 || postings.held[report.firstPassage] === 0) continue;
    count(report, 1);
    bucket.add(report.firstPassage);
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
  for (const { tier, first, total } of buckets) {
    const shown = first.slice(Math.max(0, offset - before), Math.max(0, offset + limit - before));
    for (const id of shown) page.push({ id, tier });
    before += total;
  }
  return page;
}

type PassageRow = Pick<SearchHit, 'block' | 'section' | 'page' | 'text'> & { report: number; keywords: Keyword[] };

/** What is shown, asked for at once: each question costs more than its answer. */
function hitsOf(database: Database, query: Query, shown: { id: number; tier: Tier }[], headOf: HeadOf): SearchHit[] {
  const rows = database.jsonColumn<PassageRow>(
    `SELECT json_object('report', report, 'block', block, 'section', section, 'page', page, 'text', text,
       'keywords', json(keywords)) AS x
     FROM json_each(?) JOIN passage ON passage.id = value ORDER BY key`,
    JSON.stringify(shown.map(({ id }) => id)),
  );
  return rows.map(({ report, keywords, ...passage }, i) => {
    const { tier } = shown[i]!;
    return { report: headOf(report), ...passage, tier, highlights: highlight(passage.text, keywords, query, tier) };
  });
}
