import { lower } from '../text/fold.ts';
import type { Mention } from './mentions.ts';
import type { ColumnFacts, TableFacts } from './tables/facts.ts';

/**
 * What a unit in the heading makes of a cell: «Số tiền (triệu đồng)», «Diện tích (ha)». Money and area have no noun of
 * their own, so they are looked for only in a table that the sentence names or introduces.
 */
export function scaleOf(
  mention: Mention,
  { title, table }: TableFacts,
  column: ColumnFacts,
  named: boolean,
): number | null {
  const { measure } = mention.quantity;
  if (measure === 'count') return 1;
  if (!named) return null;
  const heading = table.grid.header[column.col]!.map((cell) => lower(cell.text)).join(' ');
  const unit = (measure === 'money' ? moneyUnit : areaUnit).exec(heading)?.[1];
  if (unit !== undefined) return unitWorth[unit] ?? null;
  return measure === 'money' && title.has('trieu') && title.has('dong') ? 1e6 : null;
}

const moneyUnit = /(tỷ|tỉ|triệu|nghìn|ngàn|1\.000) ?đ/u;
const areaUnit = /\(?(km²|km2|ha|m²|m2)\)?(?!\p{L})/u;
const unitWorth: Record<string, number> = {
  tỷ: 1e9,
  tỉ: 1e9,
  triệu: 1e6,
  nghìn: 1000,
  ngàn: 1000,
  '1.000': 1000,
  'km²': 1e6,
  km2: 1e6,
  ha: 1e4,
  'm²': 1,
  m2: 1,
};
