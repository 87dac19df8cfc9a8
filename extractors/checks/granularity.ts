import type { Block } from '../../schemas/document.ts';
import { within } from '../part-whole/brackets.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { sentencesOf } from '../part-whole/sentences.ts';
import { lower } from '../text/fold.ts';
import { clauseAround } from './clause.ts';
import { isScanned, quantitiesOf } from './prose.ts';
import { type CheckInput, type Claim, consistent, flagged, type Rule } from './rule.ts';
import { agrees, writePercent } from './share.ts';
import { toldBase } from './shares-of-told.ts';
import { writeNumber } from './wording.ts';

/** «33,5% trong tổng số 10 người»: no whole number of persons is that share of ten. */
export const granularity: Rule = {
  kind: 'granularity',
  severity: 'warning',
  *check(input) {
    for (const block of input.context.blocks) {
      if (block.kind === 'table' || !block.text.includes('%')) continue;
      for (const share of sharesIn(block, quantitiesOf(input)(block))) yield judge(input, share);
    }
  },
};

interface Share {
  block: Block;
  percentage: Quantity;
  base: Quantity;
  /** Counts told before that may be meant as well. */
  others: readonly Quantity[];
  /** «trong tổng số 10 người», not merely «khảo sát 10 người, 33,5% hài lòng». */
  plain: boolean;
}

/** From the percentage to its base: «33,5% (cán bộ) trong tổng số 10 cán bộ». */
const ofAll = /^ ?% ?[^\d.;:(),%]{0,40}(?:trong|trên|của) (?:tổng số|số)(?: [^\d.;:(),%]{0,30})? $/u;
/** From the base to the percentage: «khảo sát 15 người, có 85% hài lòng», «trong số 10 xã, 33,5% đạt chuẩn». */
const asked = /(?:khảo sát|lấy ý kiến|lấy phiếu|phỏng vấn|hỏi|trong số|trong tổng số)(?: của| đối với| tổng số)? $/u;
const answers = /^[^\d.;:()%]{0,60}(?:,|:| thì| kết quả)[^\d.;()%]{0,40}(?:có|với|là|kết quả|trong đó|,|:)(?: tới)? $/u;
/** Shares of something that is not counted by the head. */
const measured =
  /khối lượng|tiến độ|giá trị|kinh phí|vốn|diện tích|công suất|bình quân|trung bình|lãi suất|tăng|giảm|vượt|phấn đấu|ít nhất|tối thiểu|chỉ tiêu|điểm/u;
/** Above this every printed percentage is some whole number of them. */
const mostTelling = 2000;
/** Letters before a percentage where a count that it is of may stand. */
const toldWithin = 1500;

function sharesIn(block: Block, quantities: readonly Quantity[]): Share[] {
  const text = lower(block.text);
  const shares: Share[] = [];
  for (const sentence of sentencesOf(block.text)) {
    const own = within(quantities, sentence.start, sentence.end);
    own.forEach((percentage, index) => {
      if (percentage.measure !== 'percent' || percentage.qualifier !== null || percentage.relative) return;
      if (percentage.value <= 0 || percentage.value >= 100 || percentage.denominator !== null) return;
      const after = own[index + 1];
      if (after !== undefined && isHeads(after)) {
        const between = text.slice(percentage.end, after.start);
        const around = text.slice(Math.max(sentence.start, percentage.start - 40), after.start);
        const counted = own[index - 1];
        // «có 15 hộ, chiếm 5% trong tổng số 302 hộ»: the part is told, so the share itself can be checked.
        const told =
          counted !== undefined &&
          counted.measure === 'count' &&
          !/[.;]/.test(text.slice(counted.end, percentage.start)) &&
          /(?:chiếm|đạt|tỷ lệ|tỉ lệ|bằng|\()[\p{L} ,]{0,16}$/u.test(text.slice(counted.end, percentage.start));
        const next = own[index + 2];
        const result =
          next !== undefined &&
          next.measure === 'count' &&
          /^[^.;]{0,30}(?:là|tương ứng|bằng|\() ?$/u.test(text.slice(after.nounEnd, next.start));
        if (ofAll.test(between) && !measured.test(around) && !told && !result) {
          shares.push({ block, percentage, base: after, others: [], plain: true });
          return;
        }
      }
      const before = own[index - 1];
      if (before !== undefined && isHeads(before)) {
        const between = text.slice(before.nounEnd, percentage.start);
        const isAsked = asked.test(text.slice(Math.max(sentence.start, before.start - 40), before.start));
        if (isAsked && answers.test(between) && !measured.test(between)) {
          shares.push({ block, percentage, base: before, others: [], plain: false });
          return;
        }
      }
      const told = toldBase(
        text,
        sentence,
        percentage,
        within(quantities, percentage.start - toldWithin, percentage.start).filter(isHeads),
      );
      if (told !== null)
        shares.push({ block, percentage, base: told.base, others: told.candidates, plain: told.plain });
    });
  }
  return shares;
}

/** An exact number of people, papers, bodies: things that cannot be divided. */
function isHeads(one: Quantity): boolean {
  return (
    one.measure === 'count' &&
    one.unit === 1 &&
    Number.isInteger(one.value) &&
    one.value >= 2 &&
    one.denominator === null &&
    one.qualifier === null &&
    !one.relative &&
    one.noun !== ''
  );
}

function judge(input: CheckInput, { block, percentage, base, others, plain }: Share): Claim {
  if (base.value > mostTelling || [base, ...others].some((one) => isShareOf(percentage, one.value))) return consistent;
  const near = (percentage.value * base.value) / 100;
  const nearest = around(near, base.value);
  const shareOf = (count: number) => (count / base.value) * 100;
  const written = nearest.map((count) => `${writeNumber(count)}/${base.raw} là ${writePercent(shareOf(count), 0.1)}`);
  const start = Math.min(percentage.start, base.start);
  const end = Math.max(percentage.end + 1, base.nounEnd);
  return flagged({
    certain: plain && !isScanned(input, block.id),
    stated: `${percentage.raw}%`,
    expected: nearest.map((count) => writePercent(shareOf(count), percentage.unit)).join(' hoặc '),
    message: {
      vi: `Không có số nguyên nào là ${percentage.raw}% của ${base.raw} (${written.join(', ')}).`,
      en: `No whole number is ${percentage.raw}% of ${base.raw} (${written.join(', ').replaceAll(' là ', ' is ')}).`,
    },
    formula: `${percentage.raw}% × ${base.raw} = ${writeNumber(Number(near.toFixed(3)))}`,
    suggestion: `Sửa «${percentage.raw}%» thành ${nearest.map((count) => `«${writePercent(shareOf(count), percentage.unit)}»`).join(' hoặc ')}, hoặc xem lại số ${base.raw}`,
    evidence: [
      { role: 'percentage', block: block.id, ...clauseAround(block.text, start, end, { before: 60, after: 0 }) },
      { role: 'base', block: block.id, start: base.start, end: base.nounEnd },
    ],
  });
}

/** The whole numbers next to a share. */
const around = (near: number, base: number): number[] =>
  [Math.floor(near), Math.ceil(near)].filter((count) => count <= base);

const isShareOf = (percentage: Quantity, base: number): boolean =>
  around((percentage.value * base) / 100, base).some((count) => {
    const share = (count / base) * 100;
    return agrees(percentage, { low: share, high: share });
  });
