import { clauseAround } from './clause.ts';
import type { Change } from './growths/change.ts';
import { isScanned } from './prose.ts';
import { type CheckInput, type Claim, consistent, flagged } from './rule.ts';
import { writeNumber } from './wording.ts';

/** «tăng gấp 2 lần, từ 20 mô hình lên 40 mô hình»: so many times as much. */
export function multiple(input: CheckInput, { block, from, to, by, plain }: Change): Claim {
  const right = from.value > 0 ? to.value / from.value : 0;
  const slack = by.qualifier === null ? by.unit : by.value * 0.1 + by.unit;
  if (from.value === 0 || Math.abs(right - by.value) < slack) return consistent;
  const expected = writeNumber(Number(right.toFixed(1)));
  const start = Math.min(from.start, by.start);
  const end = Math.max(to.nounEnd, by.nounEnd);
  return flagged({
    certain: plain && by.qualifier === null && Math.abs(right - by.value) >= 1 && !isScanned(input, block.id),
    stated: `gấp ${by.raw} lần`,
    expected: `gấp ${expected} lần`,
    message: {
      vi: `Từ ${from.raw} đến ${to.raw} là gấp ${expected} lần, nhưng ghi gấp ${by.raw} lần.`,
      en: `From ${from.raw} to ${to.raw} is ${expected} times as much, but ${by.raw} times is given.`,
    },
    formula: `${writeNumber(to.value)} / ${writeNumber(from.value)} = ${expected}`,
    suggestion: `Sửa «gấp ${by.raw} lần» thành «gấp ${expected} lần»`,
    evidence: [
      { role: 'change', block: block.id, ...clauseAround(block.text, start, end, { before: 40, after: 20 }) },
      { role: 'from', block: block.id, start: from.start, end: from.nounEnd },
      { role: 'to', block: block.id, start: to.start, end: to.nounEnd },
    ],
  });
}
