import { malformedNumber } from './malformed-number.ts';
import type { Rule } from './rule.ts';

/** Every check, in the order of the contract. One file each, named after its kind. */
export const rules: readonly Rule[] = [malformedNumber];
