import type { Extraction } from '../schemas/extraction.ts';
import { OUTLINE_TYPE, type Unit, type UnitLevel } from '../schemas/report.ts';
import { type IndexRows, levelOf } from './derive.ts';
import { flagNames } from './flag-names.ts';
import { foldedWords } from './query/tokens.ts';

/** A value of a field with its folded words, parted and surrounded by blanks: ` thanh uy hai phong `. */
export type Named = [value: string, words: string];

/** What filters, facets and the order of hits need to know of a report; kept beside it and held in memory. */
export interface Facts {
  date: string | null;
  issuer: Named | null;
  type: Named | null;
  places: Named[];
  units: Unit[];
  /** First and last day it reports on; the day it is dated where it names no period. */
  from: string | null;
  to: string | null;
  level: UnitLevel | null;
  /** Cited documents: their identity or keyword, and the number where it is known. */
  directives: [directive: string, keyword: string | null, number: string | null][];
  /** What residents are said to raise, each topic once. */
  topics: string[];
  /** Its contradictions, with their figures (`flagNames`); and whether anything in it could be checked. */
  flags: string[];
  checked: boolean;
}

/** Parts the units of a chain, from the widest on: `thành phố Hải Phòng › quận Lê Chân`. */
export const INSIDE = ' › ';

/** A report's place chain, once for each unit of it: what lies in a unit is counted with it. */
export function territoriesOf(units: readonly Pick<Unit, 'name'>[]): string[] {
  return units.map((_, at) =>
    units
      .slice(0, at + 1)
      .map(({ name }) => name)
      .join(INSIDE),
  );
}

export function factsOf({ report, issues, flags, coverage }: Extraction, rows: IndexRows): Facts {
  const cited = new Map<string, Facts['directives'][number]>();
  for (const { directive, keyword, number } of rows.mentions) {
    if (!cited.has(directive)) cited.set(directive, [directive, keyword, number]);
  }
  // An outline reports on no time: nobody is silent because of it.
  const asks = report.type === OUTLINE_TYPE;
  return {
    date: report.date,
    issuer: named(report.issuer),
    type: named(report.type),
    places: report.units.map((unit) => named(unit.name)!),
    units: report.units,
    from: asks ? null : (report.period?.from ?? report.date),
    to: asks ? null : (report.period?.to ?? report.date),
    level: levelOf(report),
    directives: [...cited.values()],
    topics: [...new Set(issues.map(({ topic }) => topic))],
    flags: [...new Set(flags.map((flag) => flagNames(flag)[1]))],
    checked: coverage.claimsChecked > 0,
  };
}

function named(value: string | null): Named | null {
  return value === null ? null : [value, wordsOf(value)];
}

export const wordsOf = (value: string): string => ` ${foldedWords(value).join(' ')} `;
