import type { NumericValue } from './numeric-value.ts';
import type { QualifierMatch } from './qualifiers.ts';
import type { UnitMatch } from './units.ts';

export type NumberClass =
  | 'quantity'
  | 'percent'
  | 'fraction'
  | 'counts'
  | 'range'
  | 'rate'
  | 'rank'
  | 'ordinal'
  | 'date'
  | 'period'
  | 'document-number'
  | 'section-number'
  | 'scale'
  | 'address'
  | 'name'
  | 'personal'
  | 'malformed';

export interface NumberToken {
  class: NumberClass;
  start: number;
  end: number;
  /** In order: fraction = [numerator, denominator], counts = the parallel counts, range = [from, to], rate = [count, (per) count]. */
  values: NumericValue[];
  /** Unit of the (last) value. `end` of the token reaches to the end of the unit. */
  unit: UnitMatch | null;
  /** Unit of each value, where a string has several: «03 lượt/03 người/03 vụ», «21 vụ/3.585 vụ việc», «2 lần/1 tháng». */
  units?: (UnitMatch | null)[];
  qualifier: QualifierMatch | null;
}

/** What a classifier sees: the text and one number in it that no earlier token covers. */
export interface AtomContext {
  text: string;
  atom: NumericValue;
  /** Up to 48 characters before the number, lower case, and 48 after it. */
  before: string;
  after: string;
  /** The next number at or after an offset, to look ahead in fractions and ranges. */
  atomAt(offset: number): NumericValue | null;
}

export function plainToken(kind: NumberClass, start: number, end: number, values: NumericValue[]): NumberToken {
  return { class: kind, start, end, values, unit: null, qualifier: null };
}
