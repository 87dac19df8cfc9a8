import type { Citation } from '../schemas/citation.ts';
import type { Extraction } from '../schemas/extraction.ts';
import type { ClosedFlag, Coverage, Flag } from '../schemas/flag.ts';
import type { Indicator } from '../schemas/indicator.ts';
import type { Issue } from '../schemas/issue.ts';
import type { LedgerBalance, LedgerEntry } from '../schemas/ledger.ts';
import type { Relation } from '../schemas/relation.ts';
import type { Unit } from '../schemas/report.ts';
import type { Directive, ReportHead, SearchResult, TraceMention } from '../schemas/search.ts';
import type { FlagConditions } from './flag-names.ts';
import type { FieldCondition, Query } from './query/parse.ts';

/** Who asks: null sees every collection; hits, facets, counts and traces hold nothing else. */
export interface Asker {
  collections: readonly string[] | null;
  /** May know in which folders files lie. The store tells them to everybody; who serves its answers does not. */
  seesFolders?: boolean;
}

/** A record with the report it stands in and the place a person can turn to. */
export type Placed<T> = T & { report: ReportHead; page: number | null; section: string | null };

/** The records that can be listed on their own. */
export interface RecordTypes {
  citations: Citation;
  relations: Relation;
  indicators: Indicator;
  issues: Issue;
  flags: Flag;
}
export type RecordKind = keyof RecordTypes;

/** Conditions on reports; all that are given must hold. */
export interface ReportFilter {
  report?: string;
  place?: string;
  /** Units that are meant by the place as well, each by its whole name and that of the unit right above it. */
  places?: readonly NamedPlace[];
  issuer?: string;
  from?: string;
  to?: string;
  /** Directive identity or any spelling of a number. */
  directive?: string;
}

export type NamedPlace = Pick<FieldCondition, 'value' | 'within'>;

/** All given conditions must hold; those on flags are asked of flags only. Words match folded (accents and đ/d do not count) in the label, quote or message. */
export interface RecordFilter extends ReportFilter, FlagConditions {
  /** Folded words that must all occur. */
  words?: string;
  topic?: string;
  stance?: string;
  kind?: string;
  certain?: boolean;
}

export interface Page {
  offset: number;
  limit: number;
}

/** One file's share of the store. Replaced whole; an older pipeline version never overwrites a newer one. */
export interface IndexedReport {
  extraction: Extraction & { sha256: string };
  collection: string;
  /** Where the file lies, as the user named it. */
  path: string;
  /** What comparing it with other reports needs; without it the report is compared with none. */
  comparables?: Comparables;
}

/** Facts of one report that may contradict those of others. The store keeps them by key and does not know what they mean. */
export interface Comparables {
  /** Of several copies or versions of one report the one that sorts last counts. */
  age: string;
  /** What tells whether another file holds the same report, as JSON; and where such files meet. */
  sketch: string;
  bands: readonly string[];
  /** Files that tell different ones do not hold the same report, so they need not meet; null where it tells none. */
  issuer: string | null;
  period: string | null;
  facts: readonly Comparable[];
}

export interface Comparable {
  /** Under each of these it meets the facts that it may contradict. */
  keys: readonly string[];
  /** Facts of one key with the same value cannot contradict each other: a few of them speak for all. Empty: each counts. */
  value: string;
  /** JSON */
  fact: string;
}

/** How the facts of reports are compared: pure, and asked inside of transactions. */
export interface Judge {
  /** Whether two sketches are of one report. */
  isSame(sketch: string, other: string): boolean;
  flags(key: string, facts: readonly string[]): Flag[];
}

/** A contradiction between reports, with the reports that its evidence stands in. */
export type CrossFlag = Flag & { reports: ReportHead[] };

/** Keys that a written, replaced or removed report has touched wait in the store until they are judged anew. */
export interface Comparisons {
  /**
   * Judges what waits, or every key; ended at any moment, the next call goes on. Of many processes that call it, one works
   * at a time and the others wait until nothing of theirs is left. At the signal it ends early. Returns how many keys this
   * one judged.
   */
  reconcile(judge: Judge, which: 'waiting' | 'all', signal?: AbortSignal): Promise<number>;
  /** By id. Only flags all of whose reports the asker may see; conditions on reports hold for one of them. */
  flags(asker: Asker, filter: RecordFilter, page: Page): Promise<{ total: number; records: CrossFlag[] }>;
  /**
   * Those that no longer hold, the last closed first; one that holds again is not among them. Only those all of whose
   * reports the asker may see, or might have seen when they were there.
   */
  closed(
    asker: Asker,
    filter: Pick<RecordFilter, 'report' | 'kind'>,
    page: Page,
  ): Promise<{ total: number; records: ClosedFlag[] }>;
  /** The reports that are copies or versions of this one, itself among them, the one that counts last. */
  copies(report: string): Promise<string[]>;
}

export type PutOutcome = 'written' | 'unchanged' | 'newer-version-kept';

/**
 * Everything that is kept about files: what they say, what became of them. Both homes implement exactly this; neither
 * knows how a report is read. All answers are ordered the same way in both: see docs/decisions.
 */
export interface Store {
  /** Writes a report's records and its ledger entry in one step; doing it again unchanged writes nothing. */
  put(indexed: IndexedReport, entry: LedgerEntry): Promise<PutOutcome>;
  /**
   * To be called now and then while no file is in hand: puts right what a process left half-written whose job is over.
   * Returns how many reports those were.
   */
  repair(): Promise<number>;
  /**
   * Makes the index of all reports anew from their readings, while the present one answers; ended anywhere, the next call
   * goes on. Returns how many reports were written. Null where reports are written anew one by one (`put`).
   */
  rebuild:
    | ((comparablesOf: (extraction: IndexedReport['extraction']) => Promise<Comparables>) => Promise<number>)
    | null;
  /** Takes out text, records and ledger rows; true if there was something. The caller deletes the bytes. */
  remove(file: string): Promise<boolean>;

  report(asker: Asker, idPrefix: string): Promise<(ReportHead & { extraction: Extraction; paths: string[] }) | null>;
  /** Newest first, undated ones last, then by id. */
  reports(asker: Asker, page: Page): Promise<{ total: number; reports: ReportHead[] }>;
  /** Who reported on which days: one entry a report, in the order of `reports`. */
  bodies(asker: Asker): Promise<Body[]>;
  search(asker: Asker, query: Query, page: Page): Promise<SearchResult>;
  /**
   * Reports in the order of `reports`, records in reading order. A flag that several of these reports raise (the file
   * and its print, a draft and its final version) is told once, in the first of them.
   */
  list<K extends RecordKind>(
    asker: Asker,
    kind: K,
    filter: RecordFilter,
    page: Page,
  ): Promise<{ total: number; records: Placed<RecordTypes[K]>[] }>;
  directives(
    asker: Asker,
    filter: { words?: string; number?: string },
    page: Page,
  ): Promise<{ total: number; directives: Directive[] }>;

  /** What was checked in these reports together. */
  coverage(asker: Asker, filter: ReportFilter): Promise<Coverage>;

  /** Mentions of these directives: places from the centre down, newest first, then by file and position. */
  mentions(asker: Asker, directives: readonly string[], page: Page): Promise<Mentions>;
  /** Papers that were issued for the sake of these directives, each with its verb once, most frequent first. */
  links(asker: Asker, directives: readonly string[]): Promise<Link[]>;

  ledger: Ledger;

  comparisons: Comparisons;

  /** The whole store as ordered NDJSON lines without times or paths: same content, same bytes. */
  dump(): AsyncIterable<string>;
  /** For `doisoat doctor`: what kind of store, which version, sizes, warnings. */
  health(): Promise<{ kind: string; version: string; details: Record<string, string | number>; warnings: string[] }>;
  close(): Promise<void>;
}

/** The place chain of a report and the first and last day it reports on (the day it is dated where it names none). */
export interface Body {
  report: string;
  units: Unit[];
  from: string | null;
  to: string | null;
}

export interface Mentions {
  total: number;
  mentions: TraceMention[];
  /** Ids of all reports that mention them, whatever the page. */
  reports: string[];
}

/** `directive` is the identity of the paper that was issued, `number` how it is written. */
export interface Link {
  directive: string;
  number: string;
  verb: string;
}

/** What became of each file. Rows are keyed by collection and path. */
export interface Ledger {
  get(collection: string, path: string): Promise<LedgerEntry | null>;
  /** The first path with these bytes in this collection whose outcome is final, if any; `otherThan` is passed over. */
  firstWithBytes(collection: string, sha256: string, otherThan?: string): Promise<LedgerEntry | null>;
  write(entries: LedgerEntry[]): Promise<void>;
  list(filter: { state?: LedgerEntry['state']; collection?: string }, page: Page): Promise<LedgerEntry[]>;
  balance(collection?: string): Promise<LedgerBalance>;
  /** In order. */
  collections(): Promise<string[]>;
}
