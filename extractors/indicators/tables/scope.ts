import { isBareTotal } from '../../checks/tables/wording.ts';
import { fold } from '../../text/fold.ts';
import { bodyAt } from '../prose/scope.ts';
import { tokensOf } from '../prose/tokens.ts';
import type { NamedRow } from './rows.ts';

const unitType = /^(?:tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu)(?=\s)/iu;

/** A row named after a place or a body tells of it, else a heading of a level («Cấp huyện»); the total row of the whole territory. */
export function scopeOfCell(row: NamedRow, headings: readonly string[], reportScope: string | null): string | null {
  if (row.role === 'total' || isBareTotal(fold(row.name))) {
    const type = reportScope === null ? null : unitType.exec(reportScope)?.[0];
    return type === null || type === undefined ? reportScope : `toàn ${type.toLowerCase()}`;
  }
  const body = row.path.findLast((name) => bodyAt(tokensOf(name, [], [], []), 0) > 0);
  return (
    body ?? headings.find((heading) => /^cấp (?:tỉnh|thành phố|huyện|quận|xã|cơ sở)/iu.test(heading)) ?? reportScope
  );
}
