import { titleKey, undated } from '../identity.ts';
import type { Asker, ReportFilter } from '../port.ts';
import type { FieldCondition, Filters } from '../query/query.ts';
import { foldedWords, keyOfNumber } from '../query/tokens.ts';
import type { Condition } from './find.ts';
import { MOST_WORDS_OF_A_NAME } from './mappings.ts';
import type { Server } from './server.ts';
import type { Statuses } from './statuses.ts';
import { whole } from './writing.ts';

/** What this asker may see at all: whole reports of the asker's collections. */
export function visible(server: Server, { collections }: Asker): Condition[] {
  const complete = whole(server);
  return collections === null ? [complete] : [complete, { terms: { collections: [...collections] } }];
}

/** Conditions on the report, on any document that tells the facts of its report; all must hold. */
export function factConditions(filters: Filters, statuses: Statuses): Condition[] {
  const { from, to } = filters;
  return [
    ...anyOf(filters.issuer, (condition) => nameCondition('issuer', condition)),
    ...anyOf(filters.type, (condition) => nameCondition('type', condition)),
    ...anyOf(filters.place, placeCondition),
    ...anyOf(filters.collection, ({ value }) => ({ term: { collections: value } })),
    ...anyOf(filters.directive, ({ value }) => citationCondition(value)),
    ...anyOf(filters.topic, (condition) => nameCondition('topics', condition)),
    ...anyOf(filters.status, ({ status }) => statuses[status]),
    ...anyOf(filters.level, ({ level }) => ({ term: { level } })),
    ...dayConditions({ from, to }),
  ];
}

export function dayConditions({ from, to }: Pick<Filters, 'from' | 'to'>): Condition[] {
  return [
    ...(from === null ? [] : [{ range: { date: { gte: from } } }]),
    ...(to === null ? [] : [{ range: { date: { lte: to } } }]),
  ];
}

function anyOf<C extends { not: boolean }>(conditions: C[], conditionOf: (condition: C) => Condition): Condition[] {
  const wanted = conditions.filter(({ not }) => !not).map(conditionOf);
  const unwanted = conditions.filter(({ not }) => not).map(conditionOf);
  return [
    ...(wanted.length > 0 ? [{ bool: { should: wanted, minimum_should_match: 1 } }] : []),
    ...(unwanted.length > 0 ? [{ bool: { must_not: unwanted } }] : []),
  ];
}

/** All words stand in one value of the field, in any order; or they are the whole of it. */
export function nameCondition(
  field: 'issuer' | 'type' | 'place' | 'topics',
  { value, whole: all }: Omit<FieldCondition, 'not'>,
): Condition {
  const words = foldedWords(value);
  if (all) return { term: { [`${field}Folded`]: words.join(' ') } };
  if (words.length === 0) return { exists: { field } };
  const distinct = [...new Set(words)];
  if (distinct.length === 1) return { term: { [`${field}Words`]: distinct[0]! } };
  const intervals = distinct.map((query) => ({ match: { query } }));
  return { intervals: { [`${field}Words`]: { all_of: { intervals, max_gaps: MOST_WORDS_OF_A_NAME } } } };
}

/** A place of the report's chain; with `within`, one that lies in that unit. */
function placeCondition(condition: Omit<FieldCondition, 'not'>): Condition {
  const named = nameCondition('place', condition);
  if (condition.within === undefined) return named;
  return { bool: { filter: [named, nameCondition('place', { value: condition.within, whole: true })] } };
}

/** The report is of the place, or of one of the units meant by it as well. */
export function anyPlace({
  place,
  places = [],
}: {
  place: string;
  places: ReportFilter['places'] | undefined;
}): Condition[] {
  return [
    nameCondition('place', { value: place, whole: false }),
    ...places.map((one) => placeCondition({ ...one, whole: true })),
  ];
}

/** The report cites it: by its identity, with or without its time, or by any spelling of its number. */
export function citationCondition(value: string): Condition {
  const key = keyOfNumber(value) ?? titleKey(value);
  const wanted = [value, undated(value), key].filter((one) => one !== null);
  const should = [{ terms: { cited: wanted } }, { term: { citedKeywords: key } }];
  return { bool: { should, minimum_should_match: 1 } };
}
