import type { Block } from '../../schemas/document.ts';
import { mayOverlap, sameThing } from '../part-whole/divisions.ts';
import type { Member, Whole } from '../part-whole/part-wholes.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { lower } from '../text/fold.ts';
import { clauseAround } from './clause.ts';
import { ofThose } from './of-those.ts';
import { isScanned, quantitiesOf, wholesOf } from './prose.ts';
import { type CheckInput, type Claim, consistent, flagged, notCheckable, type Place, type Rule } from './rule.ts';
import { columnBounds } from './tables/bounds.ts';
import { suggestChange, writeNumber } from './wording.ts';

/** A part that is larger than its whole: «16/15 quận, huyện», «12 đơn, trong đó có 20 đơn khiếu nại», «110% số hộ». */
export const subsetBound: Rule = {
  kind: 'subset-bound',
  severity: 'error',
  *check(input) {
    for (const block of input.context.blocks) {
      if (block.kind === 'table') continue;
      const text = lower(block.text);
      for (const quantity of quantitiesOf(input)(block)) {
        if (quantity.denominator !== null) {
          // «xếp thứ 72/63» is a rank.
          if (!/(?:thứ|vị trí|hạng|xếp) $/u.test(text.slice(Math.max(0, quantity.start - 10), quantity.start)))
            yield fraction(input, block, text, quantity);
        } else if (quantity.measure === 'percent') yield* beyondAll(input, block, text, quantity);
      }
    }
    for (const block of input.context.blocks) {
      if (block.kind !== 'table') yield* ofThose(input, block, quantitiesOf(input)(block));
    }
    for (const whole of input.shared(wholesOf)) yield* subset(input, whole);
    yield* columnBounds(input);
  },
};

/** More than was planned is no contradiction: «15/12 lớp, đạt 125% kế hoạch». */
const beyondPlan =
  /vượt|gấp|cùng kỳ|so với|1\d\d(?:,\d+)? ?%|(?:đạt|bằng|giao|theo|của|%) ?(?:kế hoạch|chỉ tiêu|dự toán|nghị quyết)|(?:kế hoạch|chỉ tiêu) (?:năm|giao|đề ra)/;

function fraction(input: CheckInput, block: Block, text: string, quantity: Quantity): Claim {
  const denominator = quantity.denominator!;
  if (quantity.value <= denominator.value) return consistent;
  const before = text.slice(Math.max(0, quantity.start - 60), quantity.start);
  const after = text.slice(denominator.end, denominator.end + 80);
  const around = `${before.slice(before.search(/[^;]*$/))}${quantity.raw}/${denominator.raw}${/^[^;]*/.exec(after)![0]}`;
  // «tăng 18,2% (312/264 vụ)»: this year over the last.
  const compared = /(?:tăng|giảm|hơn|gấp|bằng) [^.;()]{0,50}\($/u.test(
    text.slice(Math.max(0, quantity.start - 70), quantity.start),
  );
  if (compared || beyondPlan.test(around)) return notCheckable('compared-with-a-plan');
  const raw = `${quantity.raw}/${denominator.raw}`;
  const clause = clauseAround(block.text, quantity.start, Math.max(denominator.end, quantity.nounEnd), {
    before: 60,
    after: 40,
  });
  return flagged({
    // Without a noun it may be two counts side by side («12/7»: cuộc / tổ chức).
    certain: quantity.noun !== '' && !isScanned(input, block.id),
    stated: raw,
    expected: `≤ ${denominator.raw}`,
    message: {
      vi: `Phân số ${raw} có tử số lớn hơn mẫu số: phần không thể lớn hơn tổng.`,
      en: `In ${raw} the part is larger than the whole.`,
    },
    formula: `${writeNumber(quantity.value)} > ${writeNumber(denominator.value)}`,
    suggestion: `Có thể viết ngược: ${denominator.raw}/${quantity.raw}`,
    evidence: [{ role: 'fraction', block: block.id, ...clause }],
  });
}

/** «110% các xã», «102% số hộ»: a share of all cannot pass one hundred; «đạt 110% kế hoạch» can. */
function* beyondAll(input: CheckInput, block: Block, text: string, quantity: Quantity): Iterable<Claim> {
  const after =
    /^ ?% (?:các |số |tổng số |những |cán bộ|người |hộ |đảng viên|chi bộ|xã|phường|thôn|quận|huyện|đơn |hồ sơ|vụ)/u;
  const follows = text.slice(quantity.end, quantity.end + 20);
  if (!after.test(follows) || /^ ?% (?:số |tổng số )?(?:thu|chi|vốn|kế hoạch)/u.test(follows)) return;
  const before = text.slice(Math.max(0, quantity.start - 30), quantity.start);
  if (/(?:tăng|giảm|vượt|bằng|gấp|so với|hoàn thành)[\p{L} ]{0,12}$/u.test(before)) return;
  if (quantity.value <= 100) {
    yield consistent;
    return;
  }
  const clause = clauseAround(block.text, quantity.start, quantity.end, { before: 40, after: 60 });
  yield flagged({
    certain: !/đạt $/.test(before) && !isScanned(input, block.id),
    stated: `${quantity.raw}%`,
    expected: '≤ 100%',
    message: {
      vi: `Tỷ lệ ${quantity.raw}% của toàn bộ không thể vượt 100%.`,
      en: `A share of all cannot be ${quantity.raw}%.`,
    },
    formula: `${writeNumber(quantity.value)} > 100`,
    suggestion: suggestChange(`${quantity.raw}%`, quantity.value, 100, '%'),
    evidence: [{ role: 'percentage', block: block.id, ...clause }],
  });
}

/**
 * Another figure may be the whole, but not over a «;» («có mặt 1.768 người; tinh giản 47 người, trong đó …»), nor over one
 * with parentheses of its own («105 em, hộ nghèo và cận nghèo 58 em (trong đó …)»).
 */
function mayBeMeant(input: CheckInput, { total }: Whole, other: Member, part: Member): boolean {
  if (other.block !== total.block || part.block !== total.block) return true;
  const { text } = input.block(total.block);
  const isOwn = /^ ?\((?:trong đó|gồm|bao gồm)/iu.test(text.slice(total.quantity.nounEnd, part.start));
  return !isOwn && !text.slice(other.end, total.start).includes(';');
}

/** One part told of a whole; several together are added up by `parts-total`. */
function* subset(input: CheckInput, whole: Whole): Iterable<Claim> {
  const { total, parts } = whole;
  const some = whole.opener === 'among-some' || mayOverlap(parts.map((part) => part.label));
  if (parts.length !== 1 && !some) return;
  for (const part of parts) {
    const like = part.quantity.noun !== '' && sameThing(part.quantity.noun, total.quantity.noun);
    if (!like || part.quantity.measure !== total.quantity.measure) {
      yield notCheckable('unlike-things');
      continue;
    }
    const larger = part.quantity.value > total.quantity.value;
    if (!larger || total.quantity.qualifier === 'above' || total.quantity.qualifier === 'about') {
      yield consistent;
      continue;
    }
    // «158/182 xã, trong đó có 161 xã»: of those that stand over the stroke.
    const above = total.quantity.denominator?.value;
    const others = whole.rivals.filter(({ quantity: { value } }) => value >= part.quantity.value && value !== above);
    if (others.some((other) => mayBeMeant(input, whole, other, part))) {
      yield notCheckable('unclear-base');
      continue;
    }
    const place = (role: string, one: typeof total): Place => ({
      role,
      block: one.block,
      start: one.start,
      end: one.end,
    });
    yield flagged({
      certain:
        !whole.unclear &&
        others.length === 0 &&
        (whole.opener === 'among' || whole.opener === 'among-some') &&
        !isScanned(input, total.block),
      stated: part.quantity.raw,
      expected: `≤ ${writeNumber(total.quantity.value)}`,
      message: {
        vi: `Phần ghi ${part.quantity.raw}, lớn hơn tổng ${total.quantity.raw} mà nó thuộc về.`,
        en: `The part is ${part.quantity.raw}, more than the ${total.quantity.raw} it is part of.`,
      },
      formula: `${writeNumber(part.quantity.value)} > ${writeNumber(total.quantity.value)}`,
      evidence: [place('part', part), place('total', total)],
    });
  }
}
