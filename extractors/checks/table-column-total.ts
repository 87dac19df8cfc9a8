import type { Rule } from './rule.ts';
import { sumClaims } from './tables/claims.ts';

/** The figures of a column do not add up to its total or sub-total. */
export const tableColumnTotal: Rule = {
  kind: 'table-column-total',
  severity: 'error',
  check: (input) => sumClaims(input, 'down'),
};
