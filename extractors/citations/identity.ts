import type { Report } from '../../schemas/report.ts';
import { issuerOfCode, typeCodes } from './codes.ts';
import type { NumberMatch } from './grammar.ts';
import { CENTRAL, scopeOf } from './scope.ts';

/** What an identity is made of: the parts of the number and the words about its issuer. */
export interface IdentityParts {
  ordinal: string;
  typeLetters: string | null;
  type: string | null;
  issuerCode: string;
  year: number | null;
  form: NumberMatch['form'] | null;
  date: string | null;
  issuer: string | null;
  /** The words of the sentence before the mention. */
  near?: string;
}

/** National congresses of the Party: the first day of each term. */
const NATIONAL_TERMS: readonly [string, string][] = [
  ['2026-01-19', 'XIV'],
  ['2021-01-25', 'XIII'],
  ['2016-01-20', 'XII'],
  ['2011-01-12', 'XI'],
  ['2006-04-18', 'X'],
  ['2001-04-19', 'IX'],
  ['1996-06-28', 'VIII'],
  ['1991-06-24', 'VII'],
];

/** Provincial and lower committees change between the middle and the autumn of years that end in 0 and 5. */
const LOCAL_TERM_START = '-08-01';
/** In 2025 the merged committees and those of the new communes began new series on the day of the reform. */
const REFORM_TERM_START = '-07-01';

/**
 * `system|scope|issuer|type|ordinal|year or term`: one key for one real document. A number is no identity: TU is another
 * committee in each province, and counters restart every term (Party) or year (State). Null where the scope is unknown.
 */
export function identityOf(parts: IdentityParts, report: Report): string | null {
  const issuer = issuerOfCode(parts.issuerCode.split('-')[0] ?? '');
  const system = issuer?.system ?? (parts.form === 'party' ? 'party' : 'state');
  const scope = scopeOf(parts.issuer ?? '', issuer?.level ?? null, report, parts.date, parts.near);
  if (scope === null) return null;
  const written = parts.typeLetters ?? lettersOfType(parts);
  const letters = written.replace(/^(?:QĐi|QyĐ)$/, 'QĐ');
  const time = system === 'party' ? termOf(parts.date, scope) : (parts.year ?? parts.date?.slice(0, 4) ?? '');
  return [system, scope, canonical(parts.issuerCode), letters, Number.parseInt(parts.ordinal, 10), time].join('|');
}

/** A number without letters of its type: that of an official letter, of a law, of a decree of old. */
function lettersOfType({ type, form }: IdentityParts): string {
  // The number of a law is whole without a type: «31/2024/QH15» and «Luật số 31/2024/QH15» are one.
  if (form === 'statute') return '';
  return typeCodes.find(({ names }) => type !== null && names.includes(type))?.letters ?? type ?? 'CV';
}

function canonical(issuerCode: string): string {
  return issuerCode
    .split('-')
    .map((code) => {
      const known = issuerOfCode(code);
      return known?.variants?.some((variant) => variant.toUpperCase() === code.toUpperCase()) ? known.code : code;
    })
    .join('-')
    .toUpperCase();
}

/** The term a day falls in; empty where the day is not known. */
function termOf(date: string | null, scope: string): string {
  if (!date) return '';
  if (scope === CENTRAL) return NATIONAL_TERMS.find(([start]) => date >= start)?.[1] ?? '';
  const year = Number(date.slice(0, 4));
  const start = year - (year % 5);
  const firstDay = year === 2025 ? REFORM_TERM_START : LOCAL_TERM_START;
  return String(year % 5 === 0 && date < `${year}${firstDay}` ? start - 5 : start);
}
