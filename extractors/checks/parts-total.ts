import { arePersons, isKnownDivision, mayOverlap, sameThing } from '../part-whole/divisions.ts';
import type { Member, Whole } from '../part-whole/part-wholes.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { clauseAround } from './clause.ts';
import { isScanned, wholesOf } from './prose.ts';
import { asPrinted, fitsSum, proseSlack, slippedWholes } from './prose-sums.ts';
import {
  type CheckInput,
  type Claim,
  consistent,
  type Finding,
  flagged,
  notCheckable,
  type Place,
  type Rule,
} from './rule.ts';
import { exactSum } from './tables/evaluate.ts';
import { slip, suggestChange, writeNumber, writeSum } from './wording.ts';

/** «07 cơ sở gồm 04 …, 01 … và 01 …»: the parts do not make up the figure given for the whole. */
export const partsTotal: Rule = {
  kind: 'parts-total',
  severity: 'error',
  *check(input) {
    const slipped = input.shared(slippedWholes);
    const broken = new Map<string, Finding>();
    for (const whole of input.shared(wholesOf)) {
      // A single part is a subset; whether it fits into the whole is another question. A wrong unit is told as such.
      if (whole.parts.length < 2 || slipped.has(whole)) continue;
      const claim = judge(input, whole);
      if (claim.fate !== 'flagged') yield claim;
      else addTo(broken, claim.finding);
    }
    yield* Array.from(broken.values(), flagged);
  },
};

/** «tiếp nhận 76 đơn (30 khiếu nại, 36 tố cáo), gồm 40 … và 26 …»: one wrong total is one finding, however it is divided. */
function addTo(broken: Map<string, Finding>, found: Finding): void {
  const [{ block, end }] = found.evidence as [Place];
  const key = `${block} ${end} ${found.expected}`;
  const known = broken.get(key);
  if (known === undefined) broken.set(key, found);
  else {
    const [surer, other] = known.certain || !found.certain ? [known, found] : [found, known];
    const [, ...parts] = other.evidence;
    const formula = `${surer.formula}; ${other.formula}`;
    broken.set(key, { ...surer, formula, evidence: [...surer.evidence, ...parts] });
  }
}

function judge(input: CheckInput, whole: Whole): Claim {
  const parts = whole.parts.map((part) => part.quantity);
  const sum = exactSum(parts);
  const fits = (total: Member) => fitsSum(total.quantity, parts, sum);
  if ([whole.total, ...whole.rivals].some(fits)) return consistent;
  if (isOtherList(input, whole, parts)) return consistent;
  if (parts.some((part) => part.qualifier !== null)) return notCheckable('approximate-parts');

  // The parts may belong to an earlier figure of the sentence: the one they come nearest to is meant.
  const total =
    whole.opener === 'among-some'
      ? whole.total
      : whole.rivals.reduce((best, one) => (distance(one, sum) < distance(best, sum) ? one : best), whole.total);
  const stated = total.quantity.value;
  const near = (sum <= stated * 1.25 && sum >= stated * 0.8) || slip(stated, sum) !== null;
  const labels = whole.parts.map((part) => part.label);
  // Wards and communes are unlike nouns, yet together they are all the units there are.
  const alike = isKnownDivision(labels) ? parts.length : parts.filter((part) => isAlike(part, total.quantity)).length;

  if (asPrinted(total.quantity).qualifier === 'about' && Math.abs(sum - stated) <= stated * 0.1) return consistent;
  if (whole.uncountedRest && sum < stated) return notCheckable('open-list');
  if (alike === 0 && !(near && whole.closure !== 'open')) return notCheckable('unlike-things');
  if (sum > stated) {
    // One part that is larger by itself is told by `subset-bound`.
    if (whole.opener === 'among-some' && parts.some((part) => part.value > stated)) return notCheckable('larger-part');
    // «2.268 thủ tục, trong đó mức độ 2 là 2.268, mức độ 3 là 1.089»: a part as large as the whole leaves no room for others.
    const all = parts.some((part) => part.value === stated) && parts.length > 1;
    if (mayOverlap(labels) || (all && whole.opener.startsWith('among'))) return notCheckable('overlapping-groups');
    // «4.850 hồ sơ, trong đó trực tuyến 4.612, đạt 95%; đúng và trước hạn 4.831»: two views of nearly all of them.
    const eachFits = whole.opener.startsWith('among') && parts.every((part) => part.value <= stated);
    if (eachFits && !near && !isKnownDivision(labels) && !hasSlippedPart(parts, stated - sum))
      return notCheckable('overlapping-groups');
    const sure = alike > 0 && !whole.unclear && whole.opener !== 'among-some';
    return report(sure && (near || alike === parts.length));
  }
  // «618 đảng viên (nữ 241 đồng chí, dân tộc thiểu số 37 đồng chí)»: traits of some, which leave others out.
  const hasRest = /khác(?: |$)/.test(labels.at(-1)!) && whole.closure === 'full';
  if (mayOverlap(labels) && !isKnownDivision(labels) && !hasRest) return notCheckable('overlapping-groups');
  if (whole.closure === 'open') {
    const complete = alike === parts.length && isSlippedList(whole, sum);
    return complete ? report(false) : notCheckable('open-list');
  }
  // Where the list stands in a sentence of its own («… chủ yếu cho vay hộ nghèo. Trong đó, a, b và c»), a slip must show.
  if (whole.closure === 'and')
    return near && (!whole.unclear || total.quantity.measure === 'count' || isSlippedList(whole, sum))
      ? report(false)
      : notCheckable('open-list');
  // «8.130 hộ còn dư nợ (…; 24 hộ vay trực tiếp)»: a remark on a few of them.
  const isRemark = whole.opener === 'parentheses' && sum < stated * leastOfRemark && !isKnownDivision(labels);
  if (isRemark && !near && !hasSlippedPart(parts, stated - sum)) return notCheckable('open-list');
  return report(alike > 0 && !whole.unclear && (near || alike === parts.length));

  function report(certain: boolean): Claim {
    const sure = certain && total === whole.total && whole.opener !== 'colon' && whole.opener !== 'remainder';
    return flagged(finding(input, whole, total, sum, sure));
  }
}

/**
 * The total is that of the list as others may read it: with the further figures of its items, or up to where it goes on
 * with other things («30 người chết và mất tích. Cụ thể, 19 người chết, 11 người mất tích, 12 người bị thương»). A list
 * that opens with the sum of all that follows tells of that («Yên Bái 55 người, gồm: TP Yên Bái 24, Lục Yên 15, …»).
 */
function isOtherList(
  input: CheckInput,
  { total: { block, quantity: total }, spare }: Whole,
  parts: readonly Quantity[],
): boolean {
  const comesTo = (some: readonly Quantity[], value: number) => Math.abs(exactSum(some) - value) <= 1e-9 * value;
  const ofSome = /^(?: \p{L}+){1,3} và \p{L}/u.test(input.block(block).text.slice(total.end, total.end + 40));
  const beginnings = ofSome ? parts.map((_, last) => parts.slice(0, last + 1)).slice(1, -1) : [];
  const [first, ...others] = parts;
  return (
    (spare.length > 0 && comesTo([...parts, ...spare], total.value)) ||
    beginnings.some((some) => comesTo(some, total.value)) ||
    (others.length >= 3 && Math.abs(exactSum(others) - first!.value) <= first!.value * 0.02)
  );
}

/** Parts in parentheses that come to less than this of the total divide it only where a slip shows. */
const leastOfRemark = 0.5;

/** Whether one part, with its digits put right, would take up what the sum lacks or has too much. */
const hasSlippedPart = (parts: readonly Quantity[], lacking: number): boolean =>
  parts.some(({ value }) => slip(value, value + lacking) !== null);

/** The same noun, or papers among papers («11 văn bản, gồm 01 nghị quyết, 04 kế hoạch …»), bodies among bodies. */
function isAlike(part: Quantity, total: Quantity): boolean {
  const family = part.family === total.family ? part.family : null;
  if (part.noun === '' || sameThing(part.noun, total.noun) || arePersons(part, total)) return true;
  return family === 'papers' || family === 'organisations';
}

/** Of lists that name only some, few come so near; among figures of three digits a slip of the pen tells the others. */
const leastOfAll = { two: 0.9, more: 0.8 };
const leastTelling = 100;

/**
 * «3.260 ha, trong đó nhiễm rầy nâu 1.120 ha, đạo ôn 890 ha, bạc lá 1.160 ha»: nothing says that the list is complete, but
 * one figure with two digits swapped would make it so.
 */
function isSlippedList({ total, parts, opener, uncountedRest }: Whole, sum: number): boolean {
  const scale = commonScale(total.quantity);
  const stated = total.quantity.value;
  const places = Math.max(...[total, ...parts].map(({ quantity }) => decimalsOf(quantity.raw)));
  const whole = (value: number) => Math.round((value / scale) * 10 ** places);
  if (opener === 'among-some' || uncountedRest || whole(stated) < leastTelling) return false;
  const slipped = (from: number, to: number) => {
    const kind = slip(whole(from), whole(to));
    const swapped = kind?.en === 'two digits swapped';
    const least = parts.length === 2 && !swapped ? leastOfAll.two : leastOfAll.more;
    return kind !== null && sum >= stated * least && (whole(from) >= leastTelling || swapped);
  };
  return slipped(stated, sum) || parts.some(({ quantity: { value } }) => slipped(value, value + stated - sum));
}

function decimalsOf(raw: string): number {
  return raw.includes(',') ? raw.length - raw.indexOf(',') - 1 : 0;
}

function distance(total: Member, sum: number): number {
  return Math.abs(Math.log((total.quantity.value || 0.5) / (sum || 0.5)));
}

function finding(input: CheckInput, whole: Whole, total: Member, sum: number, certain: boolean): Finding {
  const { quantity } = total;
  const values = whole.parts.map((part) => part.quantity.value);
  const scale = commonScale(quantity);
  const shown = values.map((value) => value / scale);
  const written = `${writeNumber(sum / scale)} (${writeSum(shown)})`;
  const slack = proseSlack(
    quantity,
    whole.parts.map((part) => part.quantity),
  );
  const exact = slack.above === 0 && slack.below === 0;
  return {
    certain: certain && !isScanned(input, total.block),
    stated: quantity.raw,
    expected: writeNumber(sum / scale),
    message: {
      vi: `Các phần cộng lại là ${written}, nhưng tổng ghi ${quantity.raw}.`,
      en: `The parts add up to ${written}, but the total given is ${quantity.raw}.`,
    },
    formula: `${writeSum(shown)} = ${writeNumber(sum / scale)} ≠ ${writeNumber(quantity.value / scale)}`,
    interval: exact
      ? null
      : `${writeNumber((sum - slack.below) / scale)} – ${writeNumber((sum + slack.above) / scale)}`,
    suggestion: suggestChange(quantity.raw, quantity.value / scale, sum / scale),
    evidence: [
      totalPlace(input, total),
      ...whole.parts.map((part): Place => ({ role: 'part', block: part.block, start: part.start, end: part.end })),
    ],
  };
}

/** Millions and billions are written as the report writes them: the scale of the total's own word. */
function commonScale({ raw, value }: Quantity): number {
  const plain = Number(raw.replace(/\./g, '').replace(',', '.'));
  return plain === 0 ? 1 : Math.max(1, Math.round(value / plain));
}

/** The total with the words before it: «… có 07 cơ sở kinh doanh». */
function totalPlace(input: CheckInput, total: Member): Place {
  const { start } = clauseAround(input.block(total.block).text, total.start, total.end, { before: 80, after: 0 });
  return { role: 'total', block: total.block, start, end: total.end };
}
