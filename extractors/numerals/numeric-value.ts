export interface NumericValue {
  start: number;
  end: number;
  raw: string;
  /** With the multiplier applied: «2,5 triệu» → 2500000. */
  value: number;
  /** Size of the last printed place, multiplier included; half of it is the rounding tolerance. */
  step: number;
  integer: boolean;
  form: 'plain' | 'grouped' | 'decimal' | 'word' | 'malformed';
  leadingZero: boolean;
  multiplier: number;
  /** Other values the same string may have («1,187» in a cell). */
  alternatives?: number[];
}
