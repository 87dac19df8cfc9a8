export type { NumericValue } from './numeric-value.ts';
export { parseNumber } from './parse.ts';
export { scanNumbers } from './scan.ts';
export type { NumberToken } from './token.ts';
export type { UnitMatch } from './units.ts';
export { matchUnit } from './units.ts';
