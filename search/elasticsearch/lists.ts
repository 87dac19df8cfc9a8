import { titleKey, undated } from '../identity.ts';
import type { Asker, Page, Placed, RecordFilter, RecordKind, RecordTypes, ReportFilter } from '../port.ts';
import { foldedWords, keyOfNumber } from '../query/tokens.ts';
import { anyPlace, citationCondition, dayConditions, nameCondition, visible } from './filters.ts';
import { type Condition, combinations, find, scan } from './find.ts';
import { reportOrder, withHeads } from './reports.ts';
import type { Server } from './server.ts';

interface Listed<K extends RecordKind> {
  report: string;
  section: string | null;
  page: number | null;
  body: RecordTypes[K];
}
const fields: (keyof Listed<RecordKind>)[] = ['report', 'section', 'page', 'body'];

/** Records of one kind that satisfy all conditions: reports in the order of answers, records in reading order. */
export async function list<K extends RecordKind>(
  server: Server,
  asker: Asker,
  kind: K,
  filter: RecordFilter,
  page: Page,
): Promise<{ total: number; records: Placed<RecordTypes[K]>[] }> {
  const seen = visible(server, asker);
  const again = kind === 'flags' ? await repeatedFlags(server, [...seen, ...reportConditions(filter)]) : [];
  const must_not = again.length > 0 ? [{ ids: { values: again } }] : [];
  const query = { bool: { filter: [...seen, ...conditionsOf(kind, filter)], must_not } };
  const question = { query, sort: [...reportOrder, 'seq'], fields };
  const { total, hits } = await find<Listed<K>>(server, 'records', question, page);
  const records = await withHeads(server, asker, hits, (report, { source: { section, page: at, body } }) => ({
    ...body,
    ...{ report, page: at, section },
  }));
  return { total, records };
}

function conditionsOf(kind: RecordKind, filter: RecordFilter): Condition[] {
  const { words, place, directive, topic, stance, kind: sort, certain } = filter;
  const { severity, only, except } = filter;
  const { place: _, places: __, directive: ___, ...ofReport } = filter;
  return [
    { term: { kind } },
    ...reportConditions(ofReport),
    ...given(words, (value) => everyWord('words', value)),
    ...given(place, (value) => spokenPlace(value, filter)),
    ...given(directive, (value) => (namesDirectives(kind) ? namedCondition(value) : citationCondition(value))),
    ...given(topic, (value) => ({ term: { topic: value } })),
    ...given(stance, (value) => ({ term: { stance: value } })),
    ...given(sort, (value) => ({ term: { sort: value } })),
    ...given(certain, (value) => ({ term: { certain: value } })),
    ...given(severity, (value) => ({ term: { severity: value } })),
    ...given(only, (value) => ({ terms: { flag: [...value] } })),
    ...given(except, (value) => ({ bool: { must_not: [{ terms: { flag: [...value] } }] } })),
  ];
}

/** Documents of flags that an earlier report in the order of answers raises as well. */
async function repeatedFlags(server: Server, inReports: readonly Condition[]): Promise<string[]> {
  const ofFlags = { bool: { filter: [{ term: { kind: 'flags' } }, ...inReports] } };
  const repeated = (await combinations(server, 'records', ofFlags, ['flag'])).flatMap(({ key, doc_count }) =>
    doc_count > 1 && !key.flag!.includes(' ') ? [key.flag!] : [],
  );
  if (repeated.length === 0) return [];
  const query = { bool: { filter: [ofFlags, { terms: { flag: repeated } }] } };
  const told = new Set<string>();
  const again: string[] = [];
  const inOrder = { query, sort: [...reportOrder, 'seq'], fields: ['flag'] };
  for await (const { id, source } of scan<{ flag: [string, string] }>(server, 'records', inOrder)) {
    const [flag] = source.flag;
    if (told.has(flag)) again.push(id);
    told.add(flag);
  }
  return again;
}

/** Conditions on the report, on any document that tells its facts. */
export function reportConditions({ report, place, places, issuer, from, to, directive }: ReportFilter): Condition[] {
  return [
    ...dayConditions({ from: from ?? null, to: to ?? null }),
    ...given(report, (value) => ({ prefix: { report: value } })),
    ...given(place, (value) => oneOf(anyPlace({ place: value, places }))),
    ...given(issuer, (value) => nameCondition('issuer', { value, whole: false })),
    ...given(directive, citationCondition),
  ];
}

function given<T>(value: T | undefined, conditionOf: (value: T) => Condition): Condition[] {
  return value === undefined ? [] : [conditionOf(value)];
}

const everyWord = (field: string, text: string): Condition => ({
  bool: { filter: foldedWords(text).map((word) => ({ term: { [field]: word } })) },
});

/** The report is of that place, or the record itself speaks of it. */
function spokenPlace(place: string, { places }: ReportFilter): Condition {
  const own = foldedWords(place).length === 0 ? [] : [everyWord('said', place)];
  return oneOf([...anyPlace({ place, places }), ...own]);
}

const oneOf = (should: Condition[]): Condition => ({ bool: { should, minimum_should_match: 1 } });

/** Figures, issues and flags name no directive themselves: asked for one, those of the reports that cite it answer. */
const namesDirectives = (kind: RecordKind): boolean => kind === 'citations' || kind === 'relations';

function namedCondition(value: string): Condition {
  return { terms: { names: [value, undated(value) ?? value, keyOfNumber(value) ?? titleKey(value)] } };
}
