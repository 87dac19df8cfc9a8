import type { Quantity } from '../part-whole/quantities.ts';
import { changesIn } from './changes.ts';
import { clauseAround } from './clause.ts';
import type { Change } from './growths/change.ts';
import { multiple } from './multiples.ts';
import { isScanned } from './prose.ts';
import { asPrinted } from './prose-sums.ts';
import { type CheckInput, type Claim, consistent, flagged, notCheckable, type Rule } from './rule.ts';
import { agrees, shareRange, writePercent, writeRange } from './share.ts';
import { ratioClaims } from './tables/ratio-claims.ts';
import { slip, suggestChange, writeNumber } from './wording.ts';

/** «từ 40 lên 45 mô hình, tăng 12,5%»: the change is not what its two figures give. */
export const growth: Rule = {
  kind: 'growth',
  severity: 'error',
  *check(input) {
    for (const block of input.context.blocks) {
      if (block.kind === 'table' || !/tăng|giảm|vượt|(?:cao|thấp|nhiều|ít) hơn/i.test(block.text)) continue;
      for (const change of changesIn(input, block)) yield change.times ? multiple(input, change) : judge(input, change);
    }
    yield* ratioClaims(input, true);
  },
};

/** Size of the unit that a figure is written in: 1.000.000 (g) of «520 tấn», 10⁹ of «1,2 tỷ đồng». */
function sizeOf({ raw, value }: Quantity): number {
  const plain = Number(raw.replaceAll('.', '').replace(',', '.'));
  return plain > 0 && value > 0 ? value / plain : 1;
}

function judge(input: CheckInput, { rivals = [], ...change }: Change): Claim {
  const claim = work(input, change);
  if (claim.fate !== 'flagged' || change.plain) return claim;
  const others = rivals.map((rival) => ({ ...change, ...rival }));
  if (others.some((one) => work(input, one).fate === 'consistent')) return consistent;
  // Another figure of the sentence may come nearer: «còn 131 hộ/12.904 hộ, giảm 65 hộ so với đầu năm (186 hộ)».
  const nearest = others.reduce((best, one) => (nearness(one) > nearness(best) ? one : best), change);
  return isFar(nearest) ? notCheckable('unclear-base') : work(input, nearest);
}

/** What the change comes to. */
function right({ from, by, up }: Change): number {
  const value = by.measure === 'percent' ? (from.value * by.value) / 100 : by.value;
  return from.value + (up ? value : -value);
}

const nearness = (change: Change): number =>
  Math.min(change.to.value, right(change)) / Math.max(change.to.value, right(change));

/** «số có mặt tăng 02 người so với đầu năm (146 người)»: what it came to is not told, and another figure stands nearest. */
function isFar(change: Change): boolean {
  if (change.by.measure === 'percent') return false;
  return nearness(change) < 0.5 && slip(change.to.value, right(change)) === null;
}

function work(input: CheckInput, { block, plain: named, up, by, ...told }: Change): Claim {
  const [from, to] = [asPrinted(told.from), asPrinted(told.to)];
  const plain = named && from === told.from && to === told.to;
  const difference = to.value - from.value;
  const unit = Math.min(from.unit, to.unit, by.unit);
  const signed = (value: number) => (up ? value : -value);
  const absolute = signed(difference);
  const slack = from.unit < 1 || to.unit < 1 || by.unit < 1 ? Math.max(from.unit, to.unit, by.unit) : 0;
  const range = shareRange(to, from);
  const relative = up
    ? { low: range.low - 100, high: range.high - 100 }
    : { low: 100 - range.high, high: 100 - range.low };
  const isPercent = by.measure === 'percent';
  // Of percentages «tăng 2%» may mean points.
  const asPoints = !isPercent || from.measure === 'percent';
  const fits =
    (isPercent && from.value > 0 && agrees(by, relative)) ||
    // «đề ra 150, đã thực hiện 152, vượt 2 (tỷ lệ 101,33%)»: the whole of it, not what came on top.
    (isPercent && up && by.value >= 100 && agrees(by, range)) ||
    (asPoints && Math.abs(absolute - by.value) <= slack + 1e-9);
  const loose = by.qualifier !== null || from.qualifier !== null || to.qualifier !== null;
  if (fits || (loose && Math.abs((isPercent ? relative.low : absolute) - by.value) <= by.value * 0.1 + slack))
    return consistent;
  const right = isPercent && from.measure !== 'percent' ? (relative.low + relative.high) / 2 : absolute;
  const size = isPercent ? sizeOf(from) : sizeOf(by);
  const expected = isPercent ? writePercent(right, by.unit) : writeNumber((Math.round(right / unit) * unit) / size);
  const wrongWay = right < 0;
  const stated = `${up ? 'tăng' : 'giảm'} ${by.raw}${isPercent ? '%' : ''}`;
  const start = Math.min(from.start, to.start, by.start);
  const end = Math.max(from.nounEnd, to.nounEnd, by.nounEnd, by.end + 1);
  const formula =
    isPercent && from.measure !== 'percent'
      ? `(${writeNumber(to.value / size)} - ${writeNumber(from.value / size)}) / ${writeNumber(from.value / size)} × 100 = ${writeRange({ low: range.low - 100, high: range.high - 100 })}`
      : `${writeNumber(to.value / size)} - ${writeNumber(from.value / size)} = ${writeNumber(difference / size)}`;
  return flagged({
    certain: plain && !loose && !isScanned(input, block.id),
    stated,
    expected: wrongWay ? `${up ? 'giảm' : 'tăng'} ${expected.replace('-', '')}` : expected,
    message: {
      vi: `Từ ${from.raw} đến ${to.raw} là ${difference < 0 ? 'giảm' : 'tăng'} ${expected.replace('-', '')}, nhưng ghi ${stated}.`,
      en: `From ${from.raw} to ${to.raw} is a ${difference < 0 ? 'fall' : 'rise'} of ${expected.replace('-', '')}, but ${by.raw}${isPercent ? '%' : ''} is given.`,
    },
    formula,
    suggestion: suggestChange(
      `${by.raw}${isPercent ? '%' : ''}`,
      isPercent ? by.value : by.value / size,
      Math.abs(Math.round(right / by.unit) * by.unit) / (isPercent ? 1 : size),
      isPercent ? '%' : '',
    ),
    evidence: [
      {
        role: 'change',
        block: block.id,
        ...clauseAround(block.text, start, Math.min(end, block.text.length), { before: 40, after: 20 }),
      },
      { role: 'from', block: block.id, start: from.start, end: from.nounEnd },
      { role: 'to', block: block.id, start: to.start, end: to.nounEnd },
    ],
  });
}
