export type { NumericValue } from './numeric-value.ts';
export { parseNumber } from './parse.ts';
export type { Bound, QualifierMatch } from './qualifiers.ts';
export { matchQualifier } from './qualifiers.ts';
export { parseRoman } from './roman.ts';
export { scanNumbers } from './scan.ts';
export type { NumberClass, NumberToken } from './token.ts';
export type { UnitFamily, UnitMatch } from './units.ts';
export { matchUnit } from './units.ts';
