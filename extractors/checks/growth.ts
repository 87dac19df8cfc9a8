import type { Block } from '../../schemas/document.ts';
import { within } from '../part-whole/brackets.ts';
import { sameThing } from '../part-whole/divisions.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { sentencesOf } from '../part-whole/sentences.ts';
import { lower } from '../text/fold.ts';
import type { Change } from './change.ts';
import { clauseAround } from './clause.ts';
import { multiple } from './multiples.ts';
import { isScanned, quantitiesOf } from './prose.ts';
import { asPrinted } from './prose-sums.ts';
import { type CheckInput, type Claim, consistent, flagged, type Rule } from './rule.ts';
import { agrees, shareRange, writePercent, writeRange } from './share.ts';
import { ratioClaims } from './tables/ratio-claims.ts';
import { suggestChange, writeNumber } from './wording.ts';

/** «từ 40 lên 45 mô hình, tăng 12,5%»: the change is not what its two figures give. */
export const growth: Rule = {
  kind: 'growth',
  severity: 'error',
  *check(input) {
    for (const block of input.context.blocks) {
      if (block.kind === 'table' || !/tăng|giảm/i.test(block.text)) continue;
      for (const change of changesIn(block, quantitiesOf(input)(block)))
        yield change.times ? multiple(input, change) : judge(input, change);
    }
    yield* ratioClaims(input, true);
  },
};

/** «tăng gấp 2 lần, từ 20 mô hình lên 40 mô hình»: how many times as much. */
const timesAsMuch = /gấp (?:hơn |gần |khoảng )?$/u;

function changesIn(block: Block, quantities: readonly Quantity[]): Change[] {
  const text = lower(block.text);
  const changes: Change[] = [];
  for (const sentence of sentencesOf(block.text)) {
    const own = within(quantities, sentence.start, sentence.end);
    own.forEach((by, index) => {
      const found =
        fromTo(text, own, index, by) ?? againstEarlier(text, own, index, by) ?? behindEarlier(text, own, index, by);
      if (found !== null) changes.push({ block, by, ...found });
    });
  }
  return changes;
}

type Found = Omit<Change, 'block' | 'by'>;
const changed = /(?:^|[^\p{L}])(tăng|giảm|nhiều hơn|ít hơn)(?: thêm| được| lên| là| khoảng| trên| gần| hơn){0,2} $/u;

function direction(text: string, by: Quantity): boolean | null {
  const word = changed.exec(text.slice(Math.max(0, by.start - 24), by.start))?.[1];
  return word === undefined ? null : word === 'tăng' || word === 'nhiều hơn';
}

/** «từ 40 mô hình năm 2021 lên 45 mô hình năm 2022, tăng 12,5%» and «tăng 12,5% (từ 40 lên 45 mô hình)». */
function fromTo(text: string, own: readonly Quantity[], index: number, by: Quantity): Found | null {
  const times = by.noun.startsWith('lan') && timesAsMuch.test(text.slice(Math.max(0, by.start - 16), by.start));
  const up = times || direction(text, by);
  if (up === null) return null;
  for (const at of [index - 2, index + 1]) {
    const [from, to] = [own[at], own[at + 1]];
    if (from === undefined || to === undefined || to === by || from === by) continue;
    const named =
      /từ [^\d.;]{0,30}$/u.test(text.slice(Math.max(0, from.start - 36), from.start)) &&
      /^[^.;]{0,60}(?:(?<!trở )lên|xuống|còn|đến|thành)(?: còn)?[^\d.;]{0,20}$/u.test(text.slice(from.end, to.start));
    const gap = at < index ? text.slice(to.end, by.start) : text.slice(by.end, from.start);
    if (named && gap.length <= 80 && !/[.;]/.test(gap) && from.measure === to.measure && sameThing(from.noun, to.noun))
      return { from, to, up, plain: true, times };
  }
  return null;
}

const comparedWith =
  /^[^.;]{0,30}so (?:với|cùng)[^.;()]{0,60}\((?:cùng kỳ[^.;()\d]{0,30}|năm \d{4}[^.;()\d]{0,20}|từ )?(?:là |có |đạt )?$/u;
/** «giảm 10 vụ (10%)», «tăng 8 đảng viên, tương ứng tăng 10%»: the same change told again. */
const again = /^ ?(?:\(|, |\/|= )(?:tương ứng|tương đương|bằng|hay|tỷ lệ)?(?: tăng| giảm)? ?$/u;

/** «tiếp nhận 120 đơn, tăng 20% so với cùng kỳ năm 2022 (100 đơn)», «tăng 13 vụ (12,1%) so với cùng kỳ (120/107)». */
function againstEarlier(text: string, own: readonly Quantity[], index: number, by: Quantity): Found | null {
  let first = index;
  let up = direction(text, by);
  const before = own[index - 1];
  if (up === null && before !== undefined && again.test(text.slice(before.nounEnd, by.start))) {
    up = direction(text, before);
    first = index - 1;
  }
  if (up === null) return null;
  const told = own[index + 1];
  const repeated =
    first === index &&
    told !== undefined &&
    told.denominator === null &&
    told.measure !== by.measure &&
    again.test(text.slice(by.nounEnd, told.start).replace('%', ''));
  const last = repeated ? index + 1 : index;
  const from = own[last + 1];
  if (from === undefined) return null;
  const between = text.slice(own[last]!.end, from.start);
  // «giảm 5,83% (3.389/3.599 vụ)»: a fraction right behind the change needs no further word.
  const beside = from.denominator !== null && by.measure === 'percent' && /^ ?%? ?\(\s?$/.test(between);
  if (!beside && !comparedWith.test(between)) return null;
  if (from.denominator !== null) {
    const earlier = { ...from, ...from.denominator, denominator: null };
    return { from: earlier, to: { ...from, denominator: null }, up, plain: true };
  }
  const to = own.slice(Math.max(0, first - 4), first).findLast(
    (one) =>
      one.measure === from.measure &&
      !one.relative &&
      sameThing(one.noun, from.noun) &&
      // «3.654 tỷ đồng, bằng 81,2% dự toán (4.500 tỷ đồng), tăng …»: an aside is not what grew.
      !/^[^(]*\)/.test(text.slice(one.nounEnd, own[first]!.start)),
  );
  if (to === undefined || !/^[^.;]{0,100}$/u.test(text.slice(to.nounEnd, own[first]!.start))) return null;
  // Farther away, another figure may be meant; then the change itself has to come near.
  return { from, to, up, plain: false };
}

/** «tiếp 186 lượt công dân (cùng kỳ năm trước 150 lượt), tăng 24%». */
function behindEarlier(text: string, own: readonly Quantity[], index: number, by: Quantity): Found | null {
  const up = direction(text, by);
  const [to, from] = [own[index - 2], own[index - 1]];
  if (up === null || to === undefined || from === undefined || to.measure !== from.measure || to.relative) return null;
  const before = text.slice(to.nounEnd, from.start);
  const after = text.slice(from.nounEnd, by.start);
  const named = /^[^.;()]{0,40}\((?:so với )?cùng kỳ[^.;()]{0,40}$/u.test(before);
  return named && /^[^.;()]{0,20}\),? ?(?:tăng|giảm)[\p{L} ]{0,12}$/u.test(after) && sameThing(to.noun, from.noun)
    ? { from, to, up, plain: false }
    : null;
}

/** Size of the unit that a figure is written in: 1.000.000 (g) of «520 tấn», 10⁹ of «1,2 tỷ đồng». */
function sizeOf({ raw, value }: Quantity): number {
  const plain = Number(raw.replaceAll('.', '').replace(',', '.'));
  return plain > 0 && value > 0 ? value / plain : 1;
}

function judge(input: CheckInput, { block, plain: named, up, by, ...told }: Change): Claim {
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
