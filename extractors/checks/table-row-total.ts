import { notCheckable, type Rule } from './rule.ts';
import { sumClaims } from './tables/claims.ts';
import { SPANS_UNKNOWN } from './tables/grid.ts';

/** The figures of a row do not add up to the total that stands in the row. */
export const tableRowTotal: Rule = {
  kind: 'table-row-total',
  severity: 'error',
  *check(input) {
    for (const claim of sumClaims(input, 'across')) {
      const told = claim.fate === 'flagged' ? input.block(claim.finding.evidence[0]!.block).table : null;
      // Which columns a heading spans is not to be seen in a table set with tabs.
      yield told !== null && told.confidence <= SPANS_UNKNOWN ? notCheckable('unclear-headings') : claim;
    }
  },
};
