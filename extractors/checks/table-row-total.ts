import type { Rule } from './rule.ts';
import { sumClaims } from './tables/claims.ts';

/** The figures of a row do not add up to the total that stands in the row. */
export const tableRowTotal: Rule = {
  kind: 'table-row-total',
  severity: 'error',
  check: (input) => sumClaims(input, 'across'),
};
