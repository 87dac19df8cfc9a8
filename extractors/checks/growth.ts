import type { Block } from '../../schemas/document.ts';
import { within } from '../part-whole/brackets.ts';
import { sameThing } from '../part-whole/divisions.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { sentencesOf } from '../part-whole/sentences.ts';
import { lower } from '../text/fold.ts';
import { clauseAround } from './clause.ts';
import { isScanned, quantitiesOf } from './prose.ts';
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
      for (const change of changesIn(block, quantitiesOf(input)(block))) yield judge(input, change);
    }
    yield* ratioClaims(input, true);
  },
};

interface Change {
  block: Block;
  from: Quantity;
  to: Quantity;
  by: Quantity;
  up: boolean;
  /** Both figures are named as such («từ … lên …»); else the earlier one stands in parentheses. */
  plain: boolean;
}

function changesIn(block: Block, quantities: readonly Quantity[]): Change[] {
  const text = lower(block.text);
  const changes: Change[] = [];
  for (const sentence of sentencesOf(block.text)) {
    const own = within(quantities, sentence.start, sentence.end);
    own.forEach((by, index) => {
      const found = fromTo(text, own, index, by) ?? againstEarlier(text, own, index, by);
      if (found !== null) changes.push({ block, by, ...found });
    });
  }
  return changes;
}

type Found = Omit<Change, 'block' | 'by'>;
const changed = /(?:^|[^\p{L}])(tăng|giảm)(?: thêm| được| lên| là| khoảng| trên| gần| hơn){0,2} $/u;

function direction(text: string, by: Quantity): boolean | null {
  const word = changed.exec(text.slice(Math.max(0, by.start - 24), by.start))?.[1];
  return word === undefined ? null : word === 'tăng';
}

/** «từ 40 mô hình năm 2021 lên 45 mô hình năm 2022, tăng 12,5%» and «tăng 12,5% (từ 40 lên 45 mô hình)». */
function fromTo(text: string, own: readonly Quantity[], index: number, by: Quantity): Found | null {
  const up = direction(text, by);
  if (up === null) return null;
  for (const at of [index - 2, index + 1]) {
    const [from, to] = [own[at], own[at + 1]];
    if (from === undefined || to === undefined || to === by || from === by) continue;
    const named =
      /từ [^\d.;]{0,30}$/u.test(text.slice(Math.max(0, from.start - 36), from.start)) &&
      /^[^.;]{0,60}(?:lên|xuống|còn|đến|thành)(?: còn)?[^\d.;]{0,20}$/u.test(text.slice(from.end, to.start));
    const gap = at < index ? text.slice(to.end, by.start) : text.slice(by.end, from.start);
    if (named && gap.length <= 80 && !/[.;]/.test(gap) && from.measure === to.measure)
      return { from, to, up, plain: true };
  }
  return null;
}

/** «tiếp nhận 120 đơn, tăng 20% so với cùng kỳ năm 2022 (100 đơn)». */
function againstEarlier(text: string, own: readonly Quantity[], index: number, by: Quantity): Found | null {
  const up = direction(text, by);
  const to = own[index - 1];
  const from = own[index + 1];
  if (up === null || to === undefined || from === undefined || to.measure !== from.measure) return null;
  const before = text.slice(to.nounEnd, by.start);
  const after = text.slice(by.end, from.start);
  const compared =
    /^[^.;]{0,30}so (?:với|cùng)[^.;()]{0,60}\((?:cùng kỳ[^.;()\d]{0,30}|năm \d{4}[^.;()\d]{0,20})?(?:là |có |đạt )?$/u.test(
      after,
    );
  if (!compared || before.length > 60 || /[.;(]/.test(before) || to.relative) return null;
  return sameThing(to.noun, from.noun) ? { from, to, up, plain: false } : null;
}

function judge(input: CheckInput, { block, from, to, by, up, plain }: Change): Claim {
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
  const expected = isPercent ? writePercent(right, by.unit) : writeNumber(Math.round(right / unit) * unit);
  const wrongWay = right < 0;
  const stated = `${up ? 'tăng' : 'giảm'} ${by.raw}${isPercent ? '%' : ''}`;
  const start = Math.min(from.start, to.start, by.start);
  const end = Math.max(from.nounEnd, to.nounEnd, by.nounEnd, by.end + 1);
  const formula =
    isPercent && from.measure !== 'percent'
      ? `(${writeNumber(to.value)} - ${writeNumber(from.value)}) / ${writeNumber(from.value)} × 100 = ${writeRange({ low: range.low - 100, high: range.high - 100 })}`
      : `${writeNumber(to.value)} - ${writeNumber(from.value)} = ${writeNumber(difference)}`;
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
      by.value,
      Math.abs(Math.round(right / by.unit) * by.unit),
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
