import { lowerBound } from '../../part-whole/brackets.ts';
import { sameThing } from '../../part-whole/divisions.ts';
import type { Quantity } from '../../part-whole/quantities.ts';
import { namedBase } from '../named-bases.ts';
import { agrees, isSlip, shareRange } from '../share.ts';
import {
  isAside,
  isChange,
  newClause,
  ofPlan,
  type PercentFound,
  type PercentSite,
  received,
  sameKind,
} from './site.ts';

/** «đại biểu trẻ 5 người, chiếm 10%; đại biểu ngoài Đảng 3 người, chiếm 6%»: each has a share of the same whole. */
const hasShare = /^[^\d.;%]{0,30}chiếm[^\d.;%]{0,14}\d[\d,]* ?%/u;
/** «phấn đấu đạt thêm 12 trường, chiếm 46% tổng số trường»: the share is of all there will be. */
const further = /(?:thêm|tăng)(?: được| mới)? $/u;
const paid = /(?:đã|được) (?:thu|nộp|chi|giải ngân|thanh toán)[^\d.;]{0,60}$/u;
const done = /(?:giải quyết|trả kết quả|xử lý|hoàn thành|trả lời|thực hiện|hòa giải|thành|xong|đã)[^\d.;]{0,60}$/u;

/** «thi hành xong 448 việc, đạt 86% số việc có điều kiện»: the base is named as it was when it was told. */
export function baseNamed({ text, percentage, index, own, sentence, earlier }: PercentSite): PercentFound | null {
  const part = own[index - 1];
  if (part === undefined || part.measure === 'percent' || part.measure === 'time' || part.denominator !== null)
    return null;
  if (further.test(text.slice(Math.max(0, part.start - 16), part.start))) return null;
  if (
    !/^[^\d.;%]{0,40}(?:đạt|chiếm|bằng|\()(?: tỷ lệ| tỉ lệ| chiếm)? ?$/u.test(
      text.slice(part.nounEnd, percentage.start),
    )
  )
    return null;
  const fits = (whole: Quantity) => agrees(percentage, shareRange(part, whole));
  const base = namedBase(text, sentence, part, percentage, earlier, (one) => sameKind(one, part), fits);
  return base && { part, whole: base.whole, wholeBlock: base.block, wording: 'chain', doubtful: true };
}

/** «Tiếp nhận 120 đơn, đã giải quyết 108 đơn, đạt 90%»: what was done of what came in. */
export function chainFor({
  text,
  percentage,
  index,
  own,
  brackets,
  quantities,
  previous,
  items,
}: PercentSite): PercentFound | null {
  const part = own[index - 1];
  if (part === undefined || part.measure === 'percent' || part.measure === 'time' || part.denominator !== null)
    return null;
  const between = text.slice(part.nounEnd, percentage.start);
  if (
    !/^[^\d.;%]{0,60}(?:; ?)?(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng)[\p{L} ,:]{0,20}$/u.test(between) &&
    !/^[\s,]*\(\s?$/.test(between)
  )
    return null;
  if (
    ofPlan.test(text.slice(percentage.end, percentage.end + 24)) ||
    newClause.test(text.slice(percentage.end, percentage.end + 24))
  )
    return null;
  if (!done.test(text.slice(Math.max(0, part.start - 70), part.start))) return null;
  // What came in may have been told in the sentence before, with its parts and with what it was last year.
  const at = lowerBound(quantities, part.start);
  const bases = quantities
    .slice(Math.max(0, at - 16), at)
    .filter(
      (one) =>
        one.start >= (previous?.start ?? own[0]!.start) &&
        one.measure === part.measure &&
        one.noun !== '' &&
        one.denominator === null &&
        !one.compared &&
        !one.relative &&
        !isAside(brackets, one, part.start) &&
        sameThing(one.noun, part.noun),
    );
  const free = bases.filter((one) => !items.has(one.start));
  // «Hòa giải 04 vụ, hòa giải thành 03 vụ, đạt 75%»: the only figure of the thing is the base without a word for it.
  const only = free.filter((one) => one.start >= own[0]!.start);
  // «năm 2014 thụ lý 3.399 vụ, …; năm 2015 thụ lý 2.592 vụ, hòa giải thành 1.735 vụ»: each year has its own base.
  const turn = text.lastIndexOf(';', part.start);
  const inTurn = bases.filter((one) => one.start > turn && one.start >= own[0]!.start);
  const whole =
    (turn > own[0]!.start && inTurn.length === 1 ? inTurn[0] : undefined) ??
    (only.length > 0 ? only : free).findLast((one) =>
      received.test(text.slice(Math.max(0, one.start - 60), one.start)),
    ) ??
    (only.length === 1 && only[0]!.value >= part.value ? only[0] : undefined);
  if (whole === undefined) return null;
  // «đã thu nộp hơn 2,3 tỷ đồng, trong đó thu hồi theo kết luận hơn 2,3 tỷ đồng (đạt 79,44%)»: reached of what was to be paid.
  if (part.measure === 'money' && paid.test(text.slice(Math.max(0, whole.start - 70), whole.start))) return null;
  return { part, whole, wording: 'chain', doubtful: true };
}

/**
 * «9.126 hộ … còn 46 hộ nghèo, chiếm 0,50%»: the base is an earlier figure of the same thing. Which one, the percentage
 * itself shows; where none comes near, nothing is claimed.
 */
export function shareFor({ text, percentage, index, own, quantities }: PercentSite): PercentFound | null {
  const part = own[index - 1];
  if (part === undefined || part.measure === 'percent' || part.noun === '' || part.denominator !== null) return null;
  if (further.test(text.slice(Math.max(0, part.start - 16), part.start))) return null;
  const between = text.slice(part.nounEnd, percentage.start);
  const isShare = /^[^\d.;%()]{0,70}chiếm (?:tỷ lệ |tỉ lệ )?$/u.test(between);
  // Other words may be of another base: only one that gives the share, or all but gives it, is taken.
  const mayBe =
    /^[^\d.;%()]{0,40}, (?:đạt |(?:đạt )?(?:tỷ lệ |tỉ lệ ))$|^[^\d.;%()]{0,24} \((?:đạt |bằng |tỷ lệ |tỉ lệ )*$/u.test(
      between,
    );
  const ends = /^ ?%(?:[.;,)]|$)/u.test(text.slice(percentage.end, percentage.end + 3));
  if (!isShare && !(mayBe && ends && !percentage.relative && !isChange(text, percentage))) return null;
  const at = lowerBound(quantities, part.start);
  const bases = quantities
    .slice(Math.max(0, at - 16), at)
    .filter(
      (one) =>
        one.measure === part.measure &&
        one.denominator === null &&
        !one.compared &&
        !one.relative &&
        one.value >= part.value &&
        sameKind(one, part) &&
        !hasShare.test(text.slice(one.nounEnd, Math.min(one.nounEnd + 60, part.start))),
    );
  const likely = (whole: Quantity) => {
    const share = (part.value / whole.value) * 100;
    return isSlip(percentage, share) ? 1 : Math.min(share, percentage.value) / Math.max(share, percentage.value);
  };
  const whole = bases.reduce<Quantity | null>(
    (best, one) => (best === null || likely(one) > likely(best) ? one : best),
    null,
  );
  if (whole === null || likely(whole) < 0.5) return null;
  if (!isShare) {
    const given = bases.find((one) => agrees(percentage, shareRange(part, one)));
    if (given === undefined && !(likely(whole) === 1 && (percentage.raw.length >= 3 || bases.length === 1)))
      return null;
    return { part, whole: given ?? whole, wording: 'chain', doubtful: true };
  }
  // The one figure of the thing in the sentence, and no other base named behind: «toàn xã có 2.150 hộ; còn 86 hộ nghèo, chiếm 4%.»
  const only = bases.filter((one) => one.start >= own[0]!.start);
  const isOnly =
    only.length === 1 &&
    only[0] === whole &&
    /^ ?%(?:[.;,)]|$)/u.test(text.slice(percentage.end, percentage.end + 3)) &&
    received.test(text.slice(Math.max(0, whole.start - 60), whole.start));
  return { part, whole, wording: isOnly ? 'only' : 'chain', doubtful: true };
}
