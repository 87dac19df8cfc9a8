import type { Coverage } from '../../schemas/flag.ts';
import type { Report } from '../../schemas/report.ts';
import { type IndexRows, levelOf, levelOrder } from '../derive.ts';
import { type Facts, factsOf, type Named, territoriesOf, wordsOf } from '../facts.ts';
import { flagNames } from '../flag-names.ts';
import { readIdentity } from '../identity.ts';
import type { Comparables, IndexedReport } from '../port.ts';
import { compareText, dateOrder } from '../query/rank.ts';
import type { Operation } from './bulk.ts';
import { type DocumentOf, type IndexName, LONGEST } from './mappings.ts';

/** Where a report lies. */
export interface Placement {
  collection: string;
  path: string;
}

/** The document of a report; `content` names the reading it and its rows are made from. */
export interface ReportDocument extends DocumentOf<'reports'> {
  report: string;
  generation: number;
  version: string;
  content: string;
  collections: string[];
  placements: Placement[];
  head: Report;
  coverage?: Coverage;
  age: string | null;
  sketch: string | null;
  bands: readonly string[];
  bandIssuer: string | null;
  bandPeriod: string | null;
}

interface Writing {
  generation: number;
  content: string;
  placements: Placement[];
  comparables: Comparables | null;
}

export function collectionsOf(placements: readonly Placement[]): string[] {
  return [...new Set(placements.map(({ collection }) => collection))].sort(compareText);
}

export function reportDocument(
  extraction: IndexedReport['extraction'],
  rows: IndexRows,
  { generation, content, placements, comparables }: Writing,
): ReportDocument {
  const facts = factsOf(extraction, rows);
  return {
    ...ownedFields(extraction, generation, placements),
    ...factFields(facts),
    version: extraction.pipelineVersion,
    content,
    placements,
    head: extraction.report,
    coverage: extraction.coverage,
    speaks: spoken(facts),
    age: comparables?.age ?? null,
    sketch: comparables?.sketch ?? null,
    bands: comparables?.bands ?? [],
    bandIssuer: comparables?.issuer ?? null,
    bandPeriod: comparables?.period ?? null,
  };
}

export type Spoken = Pick<Facts, 'units' | 'from' | 'to'>;

/** No real chain of places is too long for the engine to list. */
function spoken({ units, from, to }: Facts): string {
  const told = JSON.stringify({ units, from, to } satisfies Spoken);
  return told.length <= LONGEST ? told : JSON.stringify({ units: [], from, to } satisfies Spoken);
}

/** Every row of a report; ids name the writing, so that rows of two writings never overwrite each other. */
export function rowOperations(
  extraction: IndexedReport['extraction'],
  rows: IndexRows,
  { generation, placements, comparables }: Omit<Writing, 'content'>,
): Operation[] {
  const owned = ownedFields(extraction, generation, placements);
  const facts = factFields(factsOf(extraction, rows));
  const operation = <I extends IndexName>(index: I, at: number, document: DocumentOf<I>): Operation => ({
    index,
    id: `${extraction.sha256}-${generation}-${at}`,
    document,
  });
  const order = levelOrder(levelOf(extraction.report));
  return [
    ...rows.passages.map(({ seq, block, section, page, text, exact, folded, keywords }, at) =>
      operation('passages', at, {
        ...owned,
        ...facts,
        ...{ seq, first: at === 0, exact, folded, block, section, page, text, keywords },
      }),
    ),
    ...rows.records.map((row, at) => {
      const { kind, section, page, words, place, sort, topic, stance, certain, directives, body } = row;
      return operation('records', at, {
        ...owned,
        ...facts,
        ...{ seq: at, kind, words, said: place, sort, topic, stance, certain, names: directives, section, page, body },
        ...('fingerprint' in body
          ? { severity: body.severity, flag: flagNames(body) }
          : { severity: null, flag: null }),
      });
    }),
    ...rows.mentions.map((mention, at) => {
      const { seq, directive, keyword, number, spelled, type, issuer, date, title, ...body } = mention;
      return operation('mentions', at, {
        ...owned,
        ...{ seq, levelOrder: order, directive, stem: readIdentity(directive).stem, keyword },
        // a mention is found by the words of its citation, whose place among the records is its own
        words: rows.records[seq]!.words,
        ...{ number, spelling: spelled ? number : null, type, issuer, date, title, body },
      });
    }),
    ...rows.links.map(({ to, from, verb, number }, at) =>
      operation('links', at, { ...owned, seq: at, target: to, source: from, verb, number }),
    ),
    ...(comparables?.facts ?? []).map(({ keys, value, fact }, at) =>
      operation('comparables', at, { report: extraction.sha256, generation, seq: at, keys, value, fact }),
    ),
  ];
}

function ownedFields(extraction: IndexedReport['extraction'], generation: number, placements: Placement[]) {
  return {
    report: extraction.sha256,
    generation,
    collections: collectionsOf(placements),
    dateOrder: dateOrder(extraction.report.date),
  };
}

function factFields(facts: Facts) {
  const { date, issuer, type, places, units, level, directives, topics, flags, checked } = facts;
  const words = (named: Named): string => named[1].trim();
  const distinct = (values: (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];
  return {
    date,
    year: date?.slice(0, 4) ?? null,
    issuer: issuer?.[0] ?? null,
    issuerWords: issuer && words(issuer),
    issuerFolded: issuer && words(issuer),
    type: type?.[0] ?? null,
    typeWords: type && words(type),
    typeFolded: type && words(type),
    place: distinct(places.map(([name]) => name)),
    placeWords: places.map(words),
    placeFolded: places.map(words),
    territory: distinct(territoriesOf(units)),
    level,
    topics,
    topicsWords: topics.map((topic) => wordsOf(topic).trim()),
    topicsFolded: topics.map((topic) => wordsOf(topic).trim()),
    flags,
    flagCount: flags.length,
    checked,
    cited: directives.map(([directive]) => directive),
    citedKeywords: distinct(directives.map(([, keyword]) => keyword)),
    citedNumbers: distinct(directives.map(([, , number]) => number)),
  };
}
