import type { Block } from '../../schemas/document.ts';
import type { Whole } from '../part-whole/part-wholes.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { type Mention, mentionsOf, sameSet, shared } from './mentions.ts';
import { beyondReason } from './plausible-sizes.ts';
import { type Product, productsOf } from './products.ts';
import { isScanned, quantitiesOf } from './prose.ts';
import { slippedWholes } from './prose-sums.ts';
import { type CheckInput, type Claim, consistent, flagged, type Place, type Rule } from './rule.ts';
import { type SlippedTotal, slippedTotals } from './total-of-two.ts';
import { mendedUnit, type UnitSlip, unitsApart, withUnit } from './unit-slips.ts';
import { writeNumber, writeSum } from './wording.ts';

/** «gồm 900 tỷ đồng … và 600 triệu đồng» of «1,5 tỷ đồng»; «15.140 tỷ» here and «15.140 triệu» there; a ward of «1.626 m²». */
export const unitMagnitude: Rule = {
  kind: 'unit-magnitude',
  severity: 'error',
  *check(input) {
    for (const [whole, slip] of input.shared(slippedWholes)) yield ofWhole(input, whole, slip);
    for (const [a, b] of sameDigits(input)) yield ofPair(input, a, b);
    for (const block of input.context.blocks) {
      if (block.kind === 'table') continue;
      for (const slipped of slippedTotals(block.text, quantitiesOf(input)(block))) yield ofTotal(block, slipped);
      for (const product of productsOf(input)(block)) yield* ofProduct(input, product);
      for (const { quantity, reason } of beyondReason(block, quantitiesOf(input)(block))) {
        const { raw, ...place } = withUnit(block.text, quantity);
        yield flagged({
          certain: false,
          severity: 'warning',
          stated: raw,
          expected: null,
          message: {
            vi: `«${raw}» khó có thể đúng với ${reason.vi}; có thể nhầm đơn vị.`,
            en: `“${raw}” can hardly be right for ${reason.en}; perhaps the unit is wrong.`,
          },
          evidence: [{ role: 'stated', block: block.id, ...place }],
        });
      }
    }
  },
};

/** A whole that adds up once one of its figures has another unit. */
function ofWhole(input: CheckInput, { total, parts, unclear, opener }: Whole, { index, factor }: UnitSlip): Claim {
  const members = [total, ...parts];
  const wrong = members[index]!;
  const text = input.block(wrong.block).text;
  const { raw } = withUnit(text, wrong.quantity);
  const expected = mendedUnit(wrong.quantity, factor);
  const scale = parts.reduce((least, one) => Math.min(least, scaleOf(one.quantity)), scaleOf(total.quantity));
  const sum = parts.map((one) => one.quantity.value / scale);
  return flagged({
    certain: !unclear && opener !== 'colon' && opener !== 'remainder' && !isScanned(input, total.block),
    stated: raw,
    expected,
    message: {
      vi: `Tổng và các phần chỉ khớp nếu «${raw}» là ${expected ?? `số lớn gấp ${writeNumber(factor)} lần`}: nhầm đơn vị.`,
      en: `Total and parts agree only if “${raw}” is ${expected ?? `${writeNumber(factor)} times as much`}: a wrong unit.`,
    },
    formula: `${writeSum(sum)} ≠ ${writeNumber(total.quantity.value / scale)}`,
    suggestion: expected === null ? null : `Sửa «${raw}» thành «${expected}»`,
    evidence: members.map(
      (one, at): Place => ({
        role: at === 0 ? 'total' : 'part',
        block: one.block,
        start: one.start,
        end: Math.max(one.end, withUnit(input.block(one.block).text, one.quantity).end),
      }),
    ),
  });
}

function scaleOf({ raw, value }: Quantity): number {
  const plain = Number(raw.replace(/\./g, '').replace(',', '.'));
  return plain > 0 ? value / plain : 1;
}

/** Three figures of which one adds up under another unit only; what they are parts of is not told, so it is soft. */
function ofTotal(block: Block, { figures, index, factor }: SlippedTotal): Claim {
  const { raw } = withUnit(block.text, figures[index]!);
  const expected = mendedUnit(figures[index]!, factor);
  return flagged({
    certain: false,
    stated: raw,
    expected,
    message: {
      vi: `Tổng và các phần chỉ khớp nếu «${raw}» là ${expected ?? `số gấp ${writeNumber(factor)} lần`}: nhầm đơn vị.`,
      en: `Total and parts agree only if “${raw}” is ${expected ?? `${writeNumber(factor)} times as much`}: a wrong unit.`,
    },
    suggestion: expected === null ? null : `Sửa «${raw}» thành «${expected}»`,
    evidence: figures.map((one, at) => ({
      role: at === 0 ? 'total' : 'part',
      block: block.id,
      ...placeOf(block.text, one),
    })),
  });
}

/** Digits that say something by themselves: «1.250», not «10». */
const fewestDigits = 3;
const fewestShared = 3;

/** The same digits of the same thing under two units. */
function* sameDigits(input: CheckInput): Iterable<[Mention, Mention]> {
  const earlier = new Map<string, Mention>();
  for (const mention of input.shared(mentionsOf)) {
    const { quantity } = mention;
    if (quantity.measure !== 'money' && quantity.measure !== 'area') continue;
    if (quantity.relative || quantity.denominator !== null || mention.target) continue;
    if (quantity.raw.replace(/\D/g, '').replace(/^0+|0+$/g, '').length < fewestDigits) continue;
    const key = `${quantity.measure} ${quantity.raw}`;
    const other = earlier.get(key);
    if (other === undefined) earlier.set(key, mention);
    else if (unitsApart(other.quantity, quantity) !== null && speakOfOne(other, mention)) yield [other, mention];
  }
}

function speakOfOne(a: Mention, b: Mention): boolean {
  const subjects = a.subject === '' || b.subject === '' || a.subject === b.subject;
  return subjects && sameSet(a.marks, b.marks) && sameSet(a.names, b.names) && shared(a.words, b.words) >= fewestShared;
}

function ofPair(input: CheckInput, a: Mention, b: Mention): Claim {
  const common = shared(a.words, b.words);
  const [earlier, later] = [withUnit(a.block.text, a.quantity), withUnit(b.block.text, b.quantity)];
  return flagged({
    certain:
      common >= 5 &&
      common >= 0.8 * Math.max(a.words.size, b.words.size) &&
      !isScanned(input, a.block.id) &&
      !isScanned(input, b.block.id),
    stated: later.raw,
    expected: earlier.raw,
    message: {
      vi: `Cùng một số liệu nhưng nơi ghi ${earlier.raw}, nơi ghi ${later.raw}: nhầm đơn vị.`,
      en: `The same figure is ${earlier.raw} in one place and ${later.raw} in another: a wrong unit.`,
    },
    formula: `${earlier.raw} ≠ ${later.raw}`,
    suggestion: `Thống nhất một đơn vị: ${earlier.raw} hoặc ${later.raw}`,
    evidence: [
      { role: 'stated', block: b.block.id, start: later.start, end: later.end },
      { role: 'repeated', block: a.block.id, start: earlier.start, end: earlier.end },
    ],
  });
}

/** «20 suất quà, mỗi suất 500.000 đồng, tổng trị giá 10 tỷ đồng». */
function* ofProduct(input: CheckInput, { block, count, each, total }: Product): Iterable<Claim> {
  const right = count.value * each.value;
  const apart = unitsApart({ ...total, value: right }, total);
  if (apart === null) {
    if (Math.abs(right - total.value) <= total.unit / 2) yield consistent;
    return;
  }
  const { raw } = withUnit(block.text, total);
  const expected = mendedUnit(total, apart);
  yield flagged({
    certain: !isScanned(input, block.id),
    stated: raw,
    expected,
    message: {
      vi: `${count.raw} × ${withUnit(block.text, each).raw} là ${expected ?? writeNumber(right)}, nhưng ghi ${raw}.`,
      en: `${count.raw} × ${withUnit(block.text, each).raw} is ${expected ?? writeNumber(right)}, but ${raw} is given.`,
    },
    formula: `${count.raw} × ${writeNumber(each.value)} = ${writeNumber(right)} ≠ ${writeNumber(total.value)}`,
    suggestion: expected === null ? null : `Sửa «${raw}» thành «${expected}»`,
    evidence: [
      { role: 'total', block: block.id, ...placeOf(block.text, total) },
      { role: 'count', block: block.id, start: count.start, end: count.nounEnd },
      { role: 'part', block: block.id, ...placeOf(block.text, each) },
    ],
  });
}

function placeOf(text: string, quantity: Quantity): { start: number; end: number } {
  const { start, end } = withUnit(text, quantity);
  return { start, end };
}
