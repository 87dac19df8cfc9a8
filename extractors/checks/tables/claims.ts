import type { CheckInput, Claim } from '../rule.ts';
import { consistent, flagged, notCheckable } from '../rule.ts';
import { tableFinding } from './finding.ts';
import { type RootCause, rootCauses } from './root-cause.ts';
import type { Shape } from './shapes.ts';
import { tableSums } from './sums.ts';

/**
 * The claims of all tables along one axis. A figure that breaks a column and a row is told once: where it is the total.
 */
export function* sumClaims(input: CheckInput, axis: Shape['axis']): Iterable<Claim> {
  for (const { table, held, broken, notCheckable: open } of input.shared(tableSums)) {
    for (const relation of held) if (relation.shape.axis === axis) yield consistent;
    for (const one of open) if (one.axis === axis) yield notCheckable(one.reason);
    for (const cause of rootCauses(broken, held)) {
      if (axisOf(cause) === axis) yield flagged(tableFinding(table, cause));
    }
  }
}

function axisOf({ cell, broken }: RootCause): Shape['axis'] {
  const asTotal = broken.find(({ relation }) => relation.total.row === cell.row && relation.total.col === cell.col);
  if (asTotal !== undefined && !broken.some((one) => one !== asTotal && one.relation.total === asTotal.relation.total))
    return asTotal.relation.shape.axis;
  return broken.some((one) => one.relation.shape.axis === 'down') ? 'down' : 'across';
}
