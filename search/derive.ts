import { createHash } from 'node:crypto';
import { fold } from '../extractors/text/fold.ts';
import type { Citation } from '../schemas/citation.ts';
import type { Extraction } from '../schemas/extraction.ts';
import type { Relation } from '../schemas/relation.ts';
import { type UnitLevel, UnitLevel as UnitLevels } from '../schemas/report.ts';
import { titleKey, undated } from './identity.ts';
import { type LinkRow, linksOf } from './links.ts';
import type { IndexedReport, RecordKind, RecordTypes } from './port.ts';
import { foldedWords, type Keyword, keyOfNumber, type Tokens, tokenize } from './query/tokens.ts';
import { sentenceAround } from './sentence.ts';

/** A block with text, as it is searched. `seq` is its place in the report. */
export interface PassageRow {
  seq: number;
  block: string;
  section: string | null;
  page: number | null;
  text: string;
  /** Words for the engine, parted by blanks; whole keywords stand behind a lone `#`, out of reach of any phrase. */
  exact: string;
  folded: string;
  /** Keywords that records give beyond the letters: the 217-QĐ/TW of "Quyết định 217 và 218". */
  keywords: Keyword[];
}

/** One mention of a directive, with what the report says of it. */
export interface MentionRow {
  seq: number;
  /** The directive's identity; where it is not resolved, the keyword of its number. */
  directive: string;
  keyword: string | null;
  number: string | null;
  /** False for a shorthand: its number was inferred, never written. */
  spelled: boolean;
  type: string | null;
  issuer: string | null;
  date: string | null;
  title: string | null;
  verb: string | null;
  modality: Relation['modality'] | null;
  actor: string | null;
  place: string | null;
  /** The sentence it stands in. */
  quote: string;
  block: string;
  start: number;
  end: number;
  section: string | null;
  page: number | null;
}

export interface RecordRow<K extends RecordKind = RecordKind> {
  kind: K;
  seq: number;
  section: string | null;
  page: number | null;
  /** Folded words of label, quote and message. */
  words: string;
  /** Folded words of the place it speaks of. */
  place: string;
  /** Its sub-kind: `kind` of indicators and flags, `type` of citations, `verb` of relations. */
  sort: string | null;
  topic: string | null;
  stance: string[];
  certain: boolean | null;
  /** Identities and number keywords it names. */
  directives: string[];
  body: RecordTypes[K];
}

/** Everything both homes index of one report, worked out once and alike. */
export interface IndexRows {
  passages: PassageRow[];
  mentions: MentionRow[];
  links: LinkRow[];
  records: RecordRow[];
  /** Directives the report mentions, each once. */
  directives: string[];
}

export function derive(extraction: Extraction): IndexRows {
  const blocks = new Map(extraction.blocks.map((block) => [block.id, block]));
  const placeOf = (block: string) => ({
    section: blocks.get(block)?.section ?? null,
    page: blocks.get(block)?.page ?? null,
  });
  const resolve = resolver(extraction.citations);
  const relations = Map.groupBy(extraction.relations, (relation) => relation.block);
  const mentions = extraction.citations.flatMap((citation, seq) => {
    const mention = mentionOf(citation, seq, relations.get(citation.block) ?? []);
    const { text } = blocks.get(citation.block)!;
    const said = sentenceAround(text, citation.start, citation.end);
    const quote = text.slice(said.start, said.end);
    return mention ? [{ ...mention, quote, block: citation.block, ...said, ...placeOf(citation.block) }] : [];
  });
  return {
    passages: passagesOf(extraction),
    mentions,
    links: linksOf(extraction, blocks, resolve),
    records: recordsOf(extraction, resolve).map((row) => ({ ...row, ...placeOf(blockOf(row.body)) })),
    directives: [...new Set(mentions.map((mention) => mention.directive))],
  };
}

function passagesOf({ blocks, citations }: Extraction): PassageRow[] {
  const cited = Map.groupBy(citations, (citation) => citation.block);
  return blocks.flatMap((block, seq) => {
    if (block.text === '') return [];
    const read = tokenize(block.text);
    const keywords = (cited.get(block.id) ?? []).flatMap((citation) => keywordBeyond(citation, read));
    const { section, page } = block;
    // half a surrogate pair, which broken PDFs give, cannot be kept as text by every engine
    const text = block.text.toWellFormed();
    return [{ seq, block: block.id, section, page, text, ...wordsOf(read, keywords), keywords }];
  });
}

/** Both fields of a passage, from what its letters and its records say. */
function wordsOf(read: Tokens, keywords: readonly Keyword[]): Pick<PassageRow, 'exact' | 'folded'> {
  const all = new Set([...read.keywords, ...keywords].map(({ key }) => key));
  const field = (spelling: 'exact' | 'folded'): string =>
    [...read.tokens.map((token) => token[spelling]), ...(all.size > 0 ? ['#', ...all] : [])].join(' ');
  return { exact: field('exact'), folded: field('folded') };
}

/** The same for a passage that was written. */
export const passageWords = ({ text, keywords }: Pick<PassageRow, 'text' | 'keywords'>) =>
  wordsOf(tokenize(text), keywords);

/** The keyword of a citation, unless its own letters spell it. */
function keywordBeyond({ number, start, end }: Citation, read: Tokens): Keyword[] {
  const key = number === null ? null : keyOfNumber(number);
  if (key === null) return [];
  const spelled = read.keywords.some((word) => word.key === key && word.start >= start && word.end <= end);
  return spelled ? [] : [{ key, start, end }];
}

function mentionOf(citation: Citation, seq: number, relations: readonly Relation[]) {
  const { number, type, issuer, date, title } = citation;
  const keyword = number === null ? null : keyOfNumber(number);
  const directive = citation.directive ?? keyword ?? titleOf(citation);
  if (directive === null || citation.self) return null;
  const relation = relationOf(citation, keyword, relations);
  const { verb = null, modality = null, actor = null, place = null } = relation ?? {};
  const spelled = number !== null && !citation.inferred.includes('number');
  const facts = { number, spelled, type, issuer, date, title };
  return { seq, directive, keyword, ...facts, verb, modality, actor, place };
}

/** Kinds that are known by their title all over the country; a plan without a number is known to its report only. */
const titled = new Set(['hien phap', 'bo luat', 'luat', 'phap lenh', 'dieu le', 'nghi quyet']);

function titleOf({ type, title }: Citation): string | null {
  return type !== null && title !== null && titled.has(fold(type)) ? titleKey(title) : null;
}

/** What is done with the mentioned directive: the relation that names it there, the nearest one where there are several. */
function relationOf(citation: Citation, keyword: string | null, relations: readonly Relation[]): Relation | undefined {
  const named = relations.filter(
    (relation) =>
      relation.start <= citation.start &&
      citation.end <= relation.end &&
      (keyword === null ? relation.to === citation.title : keyOfNumber(relation.to) === keyword),
  );
  return named.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

/** Identities of a number in this report: its own citations know which body of which place is meant. */
function resolver(citations: readonly Citation[]): (number: string) => string | null {
  const identities = new Map<string, string | null>();
  for (const { number, directive } of citations) {
    const key = number === null ? null : keyOfNumber(number);
    if (key === null || directive === null) continue;
    const known = identities.get(key);
    identities.set(key, known === undefined ? directive : oneIdentity(known, directive));
  }
  return (number) => {
    const key = keyOfNumber(number);
    return key === null ? null : (identities.get(key) ?? key);
  };
}

/** The identity that tells more of one document; null for two bodies with one number: unsure, it stands for itself. */
function oneIdentity(a: string | null, b: string): string | null {
  if (a === null || a === b) return a;
  if (undated(b) === a) return b;
  return undated(a) === b ? a : null;
}

type PlainRow = Omit<RecordRow, 'section' | 'page'>;
type Facts = Partial<Pick<RecordRow, 'place' | 'sort' | 'topic' | 'stance' | 'certain' | 'directives'>>;

function recordsOf(extraction: Extraction, resolve: (number: string) => string | null): PlainRow[] {
  const row = <K extends RecordKind>(
    kind: K,
    body: RecordTypes[K],
    seq: number,
    words: Words,
    facts: Facts,
  ): PlainRow => ({
    kind,
    seq,
    sort: null,
    topic: null,
    stance: [],
    certain: null,
    directives: [],
    ...facts,
    words: folded(words),
    place: facts.place ?? '',
    body,
  });
  const names = (...numbers: (string | null)[]): string[] => [
    ...new Set(
      numbers
        .flatMap((number) => (number === null ? [] : [keyOfNumber(number), resolve(number)]))
        .filter((n) => n !== null),
    ),
  ];
  return [
    ...extraction.citations.map((body, seq) => {
      const directives = [...new Set([...names(body.number), ...directiveOf(body)])];
      const words = [body.quote, body.type, body.issuer, body.title, body.number];
      return row('citations', body, seq, words, { sort: body.type, directives });
    }),
    ...extraction.relations.map((body, seq) =>
      row('relations', body, seq, [body.quote, body.verb, body.actor], {
        sort: body.verb,
        place: folded([body.place]),
        directives: names(body.from, body.to),
      }),
    ),
    ...extraction.indicators.map((body, seq) =>
      row('indicators', body, seq, [body.label, body.quote], { sort: body.kind, place: folded([body.scope]) }),
    ),
    ...extraction.issues.map((body, seq) =>
      row('issues', body, seq, [body.topic, body.quote], {
        place: folded([body.place]),
        topic: body.topic,
        stance: body.stance,
      }),
    ),
    ...extraction.flags.map((body, seq) => {
      const words = [body.message.vi, body.message.en, ...body.evidence.map((evidence) => evidence.quote)];
      return row('flags', body, seq, words, { sort: body.kind, certain: body.certain });
    }),
  ];
}

type Words = (string | null)[];
const directiveOf = (citation: Citation): string[] => {
  const directive = citation.directive ?? titleOf(citation);
  return directive === null ? [] : [directive];
};
const folded = (words: Words): string => foldedWords(words.filter((text) => text !== null).join(' · ')).join(' ');

function blockOf(body: RecordTypes[RecordKind]): string {
  return 'evidence' in body ? body.evidence[0]!.block : body.block;
}

/** Level of the body that reports: that of the last unit of its place chain. */
export function levelOf(report: Extraction['report']): UnitLevel | null {
  return report.units.at(-1)?.level ?? null;
}

/** Levels from the centre down, unknown last. */
export function levelOrder(level: UnitLevel | null): number {
  return level === null ? UnitLevels.options.length : UnitLevels.options.indexOf(level);
}

/** Raise it when other rows are derived from the same reading: `doisoat reindex` then writes every report anew. */
export const DERIVATION = 6;

/** What tells two readings apart; the name a file had while it was read is no part of it. */
export function contentHash({ extraction, comparables }: Pick<IndexedReport, 'extraction' | 'comparables'>): string {
  const { source: _, ...content } = extraction;
  return createHash('sha256')
    .update(JSON.stringify([DERIVATION, content, comparables]))
    .digest('hex');
}
