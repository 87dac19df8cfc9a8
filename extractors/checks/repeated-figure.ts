import { lowerBound } from '../part-whole/brackets.ts';
import { lower } from '../text/fold.ts';
import { clauseAround } from './clause.ts';
import { likePairs } from './like-mentions.ts';
import { type Mention, mentionsBySentence, shared } from './mentions.ts';
import { neighboursAgree } from './neighbours.ts';
import { isScanned, quantitiesOf } from './prose.ts';
import { repeatedBases } from './repeated-bases.ts';
import { repeatedParts } from './repeated-parts.ts';
import { type CheckInput, type Claim, consistent, flagged, type Place, type Rule } from './rule.ts';
import { slippedRepeats } from './slipped-repeats.ts';
import { unitsApart } from './unit-slips.ts';
import { slip } from './wording.ts';

/** The same figure, told twice in the same words, with two values. */
export const repeatedFigure: Rule = {
  kind: 'repeated-figure',
  severity: 'warning',
  *check(input) {
    const told = new Set<Mention>();
    for (const { a, b, likeness } of input.shared(likePairs)) {
      if (a.quantity.value === b.quantity.value && a.quantity.qualifier === b.quantity.qualifier) yield consistent;
      else if (!told.has(b)) {
        const claim = judge(input, a, b, likeness);
        if (claim === null) continue;
        told.add(b);
        yield claim;
      }
    }
    yield* slippedRepeats(input, told);
    yield* repeatedParts(input);
    yield* repeatedBases(input);
  },
};

function judge(input: CheckInput, a: Mention, b: Mention, likeness: number): Claim | null {
  const [x, y] = [a.quantity, b.quantity];
  if (x.qualifier !== null || y.qualifier !== null || unitsApart(x, y) !== null) return null;
  const ratio = Math.min(x.value, y.value) / Math.max(x.value, y.value);
  // Two figures that lie far apart and look unlike are two events worded alike.
  // 2 beside 25 is no lost digit: every second figure begins with it.
  const slipped = Math.min(x.value, y.value) >= 10 && slip(x.value, y.value) !== null;
  if (ratio < 0.7 && !slipped) return null;
  if (isShareOf(a, b) || isShareOf(b, a)) return null;
  if (!sameSubject(input, a, b)) return null;
  const supported = neighboursAgree(input, a, b);
  // What is no slip of the pen is another figure of the same kind, unless the sentences agree in all else; a percentage
  // is in any case («tỷ lệ tái cử đạt 42,4%» of one council, 32,7% of another).
  const alikeDigits = slip(x.value, y.value) !== null;
  const saysOnlyThis = likeness >= 0.95 && !hasOthers(input, a) && !hasOthers(input, b);
  if (!alikeDigits && (x.measure === 'percent' || !(supported || saysOnlyThis))) return null;
  // «Kiểm tra 19 tổ chức đảng …» and «Qua kiểm tra, 149 tổ chức đảng thực hiện tốt»: what says more is some of them.
  if (ratio < 0.7 && !supported && !saysOnlyThis) return null;
  // «9.347/10.468 vụ» of one year, «9.103/11.562 vụ» of the next.
  const [of, other] = [x.denominator?.value, y.denominator?.value];
  if (of !== other && slip(of ?? 0, other ?? 0) === null) return null;
  if (shared(a.words, b.words) < 4 && !supported) return null;
  // «… xảy ra 1.734 vụ, làm bị thương 1.484 người. … Va chạm giao thông xảy ra 936 vụ, làm bị thương 1.106 người»: the
  // sentences of one paragraph go through the kinds of a thing; only the very same words tell it again.
  if (a.block === b.block && !supported && (likeness < 1 || hasOthers(input, a))) return null;
  const scanned = isScanned(input, a.block.id) || isScanned(input, b.block.id);
  const certain = likeness >= 0.9 && shared(a.words, b.words) >= 6 && supported && !scanned;
  return flagged({
    certain,
    stated: y.raw,
    expected: x.raw,
    message: {
      vi: `Cùng một chỉ tiêu nhưng nơi ghi ${x.raw}, nơi ghi ${y.raw}.`,
      en: `The same figure is given as ${x.raw} in one place and as ${y.raw} in another.`,
    },
    formula: `${x.raw} ≠ ${y.raw}`,
    suggestion: `Thống nhất một số: ${x.raw} hoặc ${y.raw}`,
    evidence: [placeOf('stated', b), placeOf('repeated', a)],
  });
}

function hasOthers(input: CheckInput, mention: Mention): boolean {
  return (input.shared(mentionsBySentence).get(mention.order) ?? []).some(
    (other) => other !== mention && other.quantity.measure === mention.quantity.measure,
  );
}

/** «46 vụ việc tố cáo … đã giải quyết 35 vụ việc, đạt 76%»: the share told behind it is that of the other figure. */
function isShareOf({ block, quantity }: Mention, whole: Mention): boolean {
  const behind = block.text.slice(quantity.nounEnd, quantity.nounEnd + 60);
  const share = /^[^.;%]{0,30}(?:đạt|bằng|chiếm|tỷ lệ|\()[^.;%\d]{0,16}(\d{1,3}(?:,\d{1,3})?) ?%/u.exec(behind)?.[1];
  if (share === undefined) return false;
  return Math.abs((quantity.value / whole.quantity.value) * 100 - Number(share.replace(',', '.'))) <= 0.5;
}

/**
 * «Tội phạm về trật tự xã hội xảy ra 46 vụ, …, bị thương 12 người» and «Tai nạn giao thông xảy ra 12 vụ, …, bị thương 09
 * người»: what a later figure of a sentence tells of is said at its head.
 */
function sameSubject(input: CheckInput, a: Mention, b: Mention): boolean {
  const [first, second] = [headOf(input, a), headOf(input, b)];
  if (first.length < 2 || second.length < 2) return true;
  // «Nhập khẩu của khối … đạt» and «Xuất khẩu của khối … đạt»: each has a word of its own.
  const lacks = (a: readonly string[], b: readonly string[]) => a.some((word) => !b.includes(word));
  return !(lacks(first, second) && lacks(second, first));
}

/** Words before the first figure of its sentence; none where the figure itself is the first. */
function headOf(input: CheckInput, { block, sentence, quantity }: Mention): string[] {
  const figures = quantitiesOf(input)(block);
  const first = figures[lowerBound(figures, sentence.start)];
  if (first === undefined || first.start >= quantity.start) return [];
  const words = lower(block.text.slice(sentence.start, Math.min(first.start, sentence.start + 160))).match(/\p{L}+/gu);
  return (words ?? []).filter((word) => !/^(?:xảy|ra|có|đã|là|tổng|số|trong|trên|địa|bàn|các|và|của)$/u.test(word));
}

function placeOf(role: string, { block, quantity }: Mention): Place {
  return {
    role,
    block: block.id,
    ...clauseAround(block.text, quantity.start, Math.max(quantity.nounEnd, quantity.end), { before: 100, after: 40 }),
  };
}
