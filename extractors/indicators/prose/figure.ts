import type { NumberToken, NumericValue, UnitMatch } from '../../numerals/index.ts';

/** One figure of running text. Offsets are into the text of its block. */
export interface Figure {
  token: NumberToken;
  value: NumericValue;
  unit: UnitMatch | null;
  /** As it stands in the record: «68,4» of «68,4%», «2/63», «15.140» of «15.140 triệu đồng». */
  raw: string;
  /** «triệu đồng»: the scale of money stays in its unit, everywhere else it is part of the value. */
  number: number;
  unitName: string | null;
  /** What the string of digits as a whole is; «03 lượt/03 người» gives two figures of one token. */
  role: 'count' | 'measure' | 'percent' | 'numerator' | 'denominator' | 'rank' | 'range' | 'rate';
  /** «tăng 5», «giảm 3%», «gấp 2,5 lần»: by how much something changed. */
  changes: boolean;
  /** The digits; `end` takes in the unit. */
  start: number;
  end: number;
}
