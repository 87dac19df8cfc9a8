import { type Product, productsOf } from './products.ts';
import { isScanned } from './prose.ts';
import { type CheckInput, type Claim, consistent, flagged, type Rule } from './rule.ts';
import { unitsApart, withUnit } from './unit-slips.ts';
import { slip, writeNumber } from './wording.ts';

/** «60 suất quà, mỗi suất 500.000 đồng, tổng trị giá 35 triệu đồng»: so many times so much is another total. */
export const product: Rule = {
  kind: 'product',
  severity: 'error',
  *check(input) {
    for (const block of input.context.blocks) {
      if (block.kind === 'table') continue;
      for (const one of productsOf(input)(block)) yield* verdict(input, one);
    }
  },
};

/** A total this near may have been rounded to its tens: 30 triệu for 29,1 triệu. */
const nearlyRight = 0.05;

/** Between figures of two digits a slip is mere chance. */
const leastDigits = 100;

function* verdict(input: CheckInput, one: Product): Iterable<Claim> {
  const { block, count, each, total, plain, average } = one;
  const right = count.value * each.value;
  const apart = Math.abs(right - total.value);
  if (average && apart <= count.value * each.unit + total.unit) {
    yield consistent;
    return;
  }
  if (apart < total.unit || (apart <= (count.value * each.unit) / 2 && each.raw.includes(','))) {
    yield consistent;
    return;
  }
  // A slip of the unit is told by `unit-magnitude`.
  if (unitsApart({ ...total, value: right }, total) !== null) return;
  const scale = total.unit * 10 ** decimalsOf(total.raw);
  const looksSlipped = right / total.unit >= leastDigits && slip(total.value / scale, right / scale) !== null;
  // Among other gifts the total may be theirs as well, unless the figure is plainly miswritten.
  if (!plain && !looksSlipped) return;
  const stated = withUnit(block.text, total);
  const rate = withUnit(block.text, each);
  const digits = writeNumber(right / scale);
  const expected = `${digits}${stated.raw.slice(total.raw.length)}`;
  const rounded = /0$/.test(total.raw) && apart < nearlyRight * right && !looksSlipped;
  yield flagged({
    certain: plain && !rounded && !average && !isScanned(input, block.id),
    stated: stated.raw,
    expected,
    message: {
      vi: `${count.raw} × ${rate.raw} là ${expected}, nhưng ghi ${stated.raw}.`,
      en: `${count.raw} × ${rate.raw} is ${expected}, but ${stated.raw} is given.`,
    },
    formula: `${count.raw} × ${writeNumber(each.value)} = ${writeNumber(right)} ≠ ${writeNumber(total.value)}`,
    suggestion: `Sửa «${stated.raw}» thành «${expected}», hoặc xem lại số lượng và mức của từng phần`,
    evidence: [
      { role: 'total', block: block.id, start: stated.start, end: stated.end },
      { role: 'count', block: block.id, start: count.start, end: count.nounEnd },
      { role: 'part', block: block.id, start: rate.start, end: rate.end },
    ],
  });
}

function decimalsOf(raw: string): number {
  return raw.includes(',') ? raw.length - raw.indexOf(',') - 1 : 0;
}
