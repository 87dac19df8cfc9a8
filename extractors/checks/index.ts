import { anniversary } from './anniversary.ts';
import { dateOrder } from './date-order.ts';
import { directiveIdentity } from './directive-identity.ts';
import { granularity } from './granularity.ts';
import { growth } from './growth.ts';
import { issuerCode } from './issuer-code.ts';
import { listCount } from './list-count.ts';
import { malformedNumber } from './malformed-number.ts';
import { partsTotal } from './parts-total.ts';
import { percentage } from './percentage.ts';
import { product } from './product.ts';
import { proseTable } from './prose-table.ts';
import { rank } from './rank.ts';
import { repeatedFigure } from './repeated-figure.ts';
import { rowCount } from './row-count.ts';
import type { Rule } from './rule.ts';
import { subsetBound } from './subset-bound.ts';
import { tableColumnTotal } from './table-column-total.ts';
import { tableRowTotal } from './table-row-total.ts';
import { tableTable } from './table-table.ts';
import { unitMagnitude } from './unit-magnitude.ts';

/** Every check, in the order of the contract. One file each, named after its kind. */
export const rules: readonly Rule[] = [
  partsTotal,
  percentage,
  product,
  granularity,
  growth,
  tableColumnTotal,
  tableRowTotal,
  proseTable,
  tableTable,
  repeatedFigure,
  subsetBound,
  listCount,
  rowCount,
  anniversary,
  malformedNumber,
  unitMagnitude,
  rank,
  dateOrder,
  directiveIdentity,
  issuerCode,
];
