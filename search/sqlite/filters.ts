import { type Named, wordsOf } from '../facts.ts';
import { titleKey, undated } from '../identity.ts';
import type { FieldCondition, Filters } from '../query/parse.ts';
import { foldedWords, keyOfNumber } from '../query/tokens.ts';
import type { KnownReport } from './reports.ts';

type Test = (report: KnownReport) => boolean;

/** The reports that satisfy all conditions; several values of one field are alternatives. */
export function filterTest(filters: Filters): Test {
  const { from, to } = filters;
  const tests: Test[] = [
    ...anyOf(filters.issuer, (condition) => {
      const holds = nameTest(condition);
      return ({ issuer }) => issuer !== null && holds(issuer);
    }),
    ...anyOf(filters.type, (condition) => {
      const holds = nameTest(condition);
      return ({ type }) => type !== null && holds(type);
    }),
    ...anyOf(filters.place, (condition) => {
      const holds = nameTest(condition);
      const { within } = condition;
      const lies = within === undefined ? null : nameTest({ value: within, whole: true, not: false });
      return ({ places }) => places.some(holds) && (lies === null || places.some(lies));
    }),
    ...anyOf(
      filters.collection,
      ({ value }) =>
        ({ collections }) =>
          collections.includes(value),
    ),
    ...anyOf(filters.topic, (condition) => {
      const holds = nameTest(condition);
      const known = new Map<string, boolean>();
      const isMeant = (topic: string): boolean => {
        const meant = known.get(topic) ?? holds([topic, wordsOf(topic)]);
        known.set(topic, meant);
        return meant;
      };
      return ({ topics }) => topics.some(isMeant);
    }),
    ...anyOf(
      filters.status,
      ({ status }) =>
        ({ statuses }) =>
          statuses.includes(status),
    ),
    ...anyOf(filters.directive, ({ value }) => citationTest(value)),
    ...anyOf(
      filters.level,
      ({ level }) =>
        (report) =>
          report.level === level,
    ),
  ];
  if (from !== null) tests.push(({ date }) => date !== null && date >= from);
  if (to !== null) tests.push(({ date }) => date !== null && date <= to);
  return (report) => tests.every((test) => test(report));
}

function anyOf<C extends { not: boolean }>(conditions: C[], testOf: (condition: C) => Test): Test[] {
  if (conditions.length === 0) return [];
  const wanted = conditions.filter(({ not }) => !not).map(testOf);
  const unwanted = conditions.filter(({ not }) => not).map(testOf);
  return [
    (report) => (wanted.length === 0 || wanted.some((test) => test(report))) && !unwanted.some((test) => test(report)),
  ];
}

function nameTest({ value, whole }: FieldCondition): (name: Named) => boolean {
  const words = foldedWords(value);
  const all = ` ${words.join(' ')} `;
  const each = words.map((word) => ` ${word} `);
  return ([, name]) => (whole ? name === all : each.every((word) => name.includes(word)));
}

function citationTest(value: string): Test {
  const key = keyOfNumber(value) ?? titleKey(value);
  const wanted = new Set([value, undated(value), key]);
  return ({ directives }) => directives.some(([directive, keyword]) => wanted.has(directive) || keyword === key);
}
