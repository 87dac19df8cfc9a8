import type { FieldCondition, Filters } from '../query/parse.ts';
import { foldedWords, keyOfNumber } from '../query/tokens.ts';
import type { Named } from './facts.ts';
import type { KnownReport } from './reports.ts';

type Test = (report: KnownReport) => boolean;

/** The reports that satisfy all conditions; several values of one field are alternatives. */
export function filterTest(filters: Filters): Test {
  const { from, to } = filters;
  const tests: Test[] = [
    anyOf(filters.issuer, (report, condition) => holds([report.issuer], condition)),
    anyOf(filters.type, (report, condition) => holds([report.type], condition)),
    anyOf(filters.place, (report, condition) => holds(report.places, condition)),
    anyOf(filters.collection, (report, { value }) => report.collections.includes(value)),
    anyOf(filters.directive, (report, { value }) => cites(report, value)),
    anyOf(filters.level, (report, { level }) => report.level === level),
  ];
  if (from !== null) tests.push(({ date }) => date !== null && date >= from);
  if (to !== null) tests.push(({ date }) => date !== null && date <= to);
  return (report) => tests.every((test) => test(report));
}

function anyOf<C extends { not: boolean }>(
  conditions: C[],
  test: (report: KnownReport, condition: C) => boolean,
): Test {
  const wanted = conditions.filter(({ not }) => !not);
  const unwanted = conditions.filter(({ not }) => not);
  return (report) =>
    (wanted.length === 0 || wanted.some((condition) => test(report, condition))) &&
    !unwanted.some((condition) => test(report, condition));
}

function holds(names: (Named | null)[], { value, whole }: FieldCondition): boolean {
  const words = foldedWords(value);
  return names.some((name) => {
    if (name === null) return false;
    return whole ? name[1] === ` ${words.join(' ')} ` : words.every((word) => name[1].includes(` ${word} `));
  });
}

export function cites({ directives }: KnownReport, value: string): boolean {
  const wanted = keyOfNumber(value);
  return directives.some(([directive, keyword]) => directive === value || (wanted !== null && keyword === wanted));
}
