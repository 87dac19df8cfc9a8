import type { UnitLevel } from '../../schemas/report.ts';
import type { ReportStatus, SearchOrder } from '../../schemas/search.ts';

/** One word as asked, in both spellings. */
export interface Word {
  exact: string;
  folded: string;
}

/**
 * One thing that a passage can hold: a whole keyword (a document number, a date), or words that stand side by side, of
 * which the last may be a beginning only (`tố cá*`).
 */
export interface Term {
  words: Word[];
  keyword: string | null;
  prefix: boolean;
}

/** Holds where one of its terms does. Phrases, prefixes and alternatives are required; plain words are not. */
export interface Clause {
  anyOf: Term[];
  required: boolean;
}

/** `issuer:"Thành ủy"` holds where all the words stand in the field, `issuer="…"` where they are the whole field. */
export interface FieldCondition {
  value: string;
  whole: boolean;
  not: boolean;
  /** Of a place: the unit right above it, by its whole name, that the report names too. Tells homonyms apart. */
  within?: string;
}

/** Conditions on the report a passage stands in. Several values of one field: any of them (and none of those with `not`). */
export interface Filters {
  issuer: FieldCondition[];
  place: FieldCondition[];
  type: FieldCondition[];
  directive: FieldCondition[];
  collection: FieldCondition[];
  /** What its residents raise. */
  topic: FieldCondition[];
  level: { level: UnitLevel; not: boolean }[];
  status: { status: ReportStatus; not: boolean }[];
  from: string | null;
  to: string | null;
}
export type TextField = 'issuer' | 'place' | 'type' | 'directive' | 'collection' | 'topic';

/** What of the query could not be used, for a person: never dropped in silence. */
export interface QueryProblem {
  code: 'bad-date' | 'unknown-level' | 'unknown-status' | 'empty-value' | 'open-quote';
  value: string;
}

/** A query as both homes answer it; see docs/decisions/0003-search-order.md for what it means. */
export interface Query {
  text: string;
  clauses: Clause[];
  /** No hit holds one of these: with its marks if it was typed with marks. */
  excluded: Term[];
  /** What must stand side by side, letter for letter, for the first tier; empty where there is no such tier. */
  phrases: Word[][];
  filters: Filters;
  order: SearchOrder;
  problems: QueryProblem[];
}

/** A query longer than anyone types; refused as a whole instead of being cut. */
export class QueryTooLongError extends Error {
  override name = 'QueryTooLongError';
  readonly limit: number;
  constructor(what: 'characters' | 'terms', limit: number) {
    super(what === 'characters' ? `Câu tìm kiếm dài quá ${limit} ký tự` : `Câu tìm kiếm có quá ${limit} từ`);
    this.limit = limit;
  }
}

export const emptyFilters = (): Filters => ({
  issuer: [],
  place: [],
  type: [],
  directive: [],
  collection: [],
  topic: [],
  level: [],
  status: [],
  from: null,
  to: null,
});

/** How many clauses a hit must hold: at least half, so that one common syllable of four is not an answer. */
export function leastClauses(query: Query): number {
  return Math.ceil(query.clauses.length / 2);
}

/** Typed with marks, an unwanted word is unwanted with these marks only: -đội leaves đối alone. */
export function isMarked(term: Term): boolean {
  return term.words.some(({ exact, folded }) => exact !== folded && !/^\d/.test(exact));
}

/** True where words are asked for; a query of filters alone is answered with each report's first passage. */
export function hasWords(query: Query): boolean {
  return query.clauses.length > 0;
}

export function hasFilters({ filters }: Query): boolean {
  return Object.values(filters).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));
}
