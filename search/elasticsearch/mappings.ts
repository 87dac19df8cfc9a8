import type { estypes } from '@elastic/elasticsearch';

type Field = estypes.MappingProperty;

/** Longer values than the engine can index stay in the document and are found by nothing. */
export const LONGEST = 8191;
/** Between the values of a field: words of two places are never taken for one. Far more than any name has words. */
const VALUE_GAP = 1000;
export const MOST_WORDS_OF_A_NAME = 900;

const keyword: Field = { type: 'keyword', ignore_above: LONGEST };
/** Words that we have cut, lowered and folded; the engine parts them at blanks and does nothing else. */
const words: Field = { type: 'text', analyzer: 'whitespace', norms: false, position_increment_gap: VALUE_GAP };
const integer: Field = { type: 'integer' };
const long: Field = { type: 'long' };
const boolean: Field = { type: 'boolean' };
const binary: Field = { type: 'binary' };
/** Any JSON, given back as it was put, never searched. */
const kept: Field = { type: 'object', enabled: false };

type Fields = Record<string, Field>;

/** Stands in everything that belongs to a report: whose it is, who may see it, where it comes in an answer. */
const owned = {
  report: keyword,
  /** Counts the writings of a report; rows of an earlier one are taken out when a new one is whole. */
  generation: long,
  collections: keyword,
  dateOrder: integer,
} satisfies Fields;

/** What filters and facets ask of the report. */
const facts = {
  date: keyword,
  year: keyword,
  issuer: keyword,
  issuerWords: words,
  issuerFolded: keyword,
  type: keyword,
  typeWords: words,
  typeFolded: keyword,
  place: keyword,
  placeWords: words,
  placeFolded: keyword,
  territory: keyword,
  level: keyword,
  topics: keyword,
  topicsWords: words,
  topicsFolded: keyword,
  /** Its contradictions (flag-names.ts), how many they are, and whether anything was checked. */
  flags: keyword,
  flagCount: integer,
  checked: boolean,
  cited: keyword,
  citedKeywords: keyword,
  citedNumbers: keyword,
} satisfies Fields;

/** One mapping an index, each field written out: `strict` refuses a document with any other. */
export const mappings = {
  reports: {
    ...owned,
    ...facts,
    version: keyword,
    content: keyword,
    placements: kept,
    head: kept,
    coverage: kept,
    /** Who speaks of which days, as JSON: read of all reports at once, without opening their documents. */
    speaks: keyword,
    /** What tells whether another file holds the same report, and where such files meet. */
    age: kept,
    sketch: kept,
    bands: keyword,
    bandIssuer: keyword,
    bandPeriod: keyword,
  },
  /** What was read and what it is compared by, compressed, one document a reading. */
  readings: { report: keyword, extraction: binary, comparables: binary },
  passages: {
    ...owned,
    ...facts,
    seq: integer,
    first: boolean,
    exact: words,
    folded: words,
    block: kept,
    section: kept,
    page: kept,
    text: kept,
    keywords: kept,
  },
  records: {
    ...owned,
    ...facts,
    seq: integer,
    kind: keyword,
    words,
    said: words,
    sort: keyword,
    topic: keyword,
    stance: keyword,
    certain: boolean,
    names: keyword,
    severity: keyword,
    /** What a flag is asked for by: flag-names.ts. */
    flag: keyword,
    section: kept,
    page: kept,
    body: kept,
  },
  mentions: {
    ...owned,
    seq: integer,
    levelOrder: integer,
    directive: keyword,
    stem: keyword,
    keyword,
    words,
    number: keyword,
    spelling: keyword,
    type: keyword,
    issuer: keyword,
    date: keyword,
    title: keyword,
    body: kept,
  },
  links: { ...owned, seq: integer, target: keyword, source: keyword, verb: keyword, number: keyword },
  /** What may contradict other reports. */
  comparables: { report: keyword, generation: long, seq: integer, keys: keyword, value: keyword, fact: kept },
  /** Keys that reports have touched that came, changed or went; `stale` while the copies of such a report are not known. */
  waiting: { report: keyword, stale: boolean, keys: kept, gone: kept },
  /** The other files that hold the same report; `superseded` where one of them counts instead. */
  copies: { report: keyword, others: keyword, superseded: boolean },
  /** Contradictions between reports, one document a key, as JSON in the order of ids. */
  crossflags: { key: keyword, ids: keyword, reports: keyword, flags: kept, readings: kept },
  /** Those that no longer hold; in which reconciling they closed, and by which key. */
  closedflags: { id: keyword, turn: long, key: keyword, reports: keyword, closed: kept },
  /** Which reports are being written, in one document, and who reconciles, in another: see docs/decisions. */
  writing: { marks: kept, lease: kept },
  ledger: {
    collection: keyword,
    path: keyword,
    sha256: keyword,
    size: long,
    state: keyword,
    reason: keyword,
    detail: kept,
    duplicateOf: kept,
    pipelineVersion: keyword,
    attempts: integer,
    updated: kept,
    /** The report that lies at this path, whatever has become of the file since. */
    placed: keyword,
  },
  /** What auditors have said, one document a key: it is replaced only in the state it was read in, with one entry more. */
  /** `settles`: what the last entry settles (report-status.ts). */
  history: { kind: keyword, key: keyword, settles: keyword, entries: kept },
  /** Accounts, credentials, rules of collections, saved searches. */
  shelf: { kind: keyword, key: keyword, owner: keyword, body: kept, writing: kept },
  audit: { seq: long, at: keyword, account: keyword, action: keyword, collection: keyword, report: keyword },
} satisfies Record<string, Fields>;

export type IndexName = keyof typeof mappings;
/** A document of an index: nothing but mapped fields. */
export type DocumentOf<I extends IndexName> = { [F in keyof (typeof mappings)[I]]?: unknown };
export const indexNames = Object.keys(mappings) as IndexName[];

/** Rows of reports, made from readings. */
export const rowIndices = [
  'passages',
  'records',
  'mentions',
  'links',
  'comparables',
] as const satisfies readonly IndexName[];

/**
 * Raise it with any change above. Fields that are added are added to the indices there are, and `doisoat reindex` fills
 * them; any other change needs indices of another name behind the same alias.
 */
export const SHAPE = 5;

/** Answers that reach further down than this are read page by page. */
export const WINDOW = 100_000;

export const settings: estypes.IndicesIndexSettings = {
  // One shard: counts of facets are exact, and no order depends on how documents fell.
  number_of_shards: 1,
  auto_expand_replicas: '0-1',
  // Whoever wrote shows it where somebody waits for it; this is for the rest.
  refresh_interval: '5s',
  max_result_window: WINDOW,
  // a common word stands in the mentions of very many papers
  max_terms_count: 1_000_000,
};
