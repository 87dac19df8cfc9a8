import { sameThing } from '../../part-whole/divisions.ts';
import type { Quantity } from '../../part-whole/quantities.ts';
import { writeNumber } from '../wording.ts';
import type { Found } from './change.ts';
import { direction, latestBefore, likeBefore, mostBetween } from './what-grew.ts';

/**
 * «xảy ra 08 vụ, giảm 03 vụ so với cùng kỳ (tương ứng giảm 27,3%)»: what there was before follows from the change in
 * numbers, and the percentage from both.
 */
export function toldTwice(
  text: string,
  own: readonly Quantity[],
  index: number,
  by: Quantity,
  items: ReadonlySet<number>,
): Found | null {
  const change = own[index - 1];
  if (by.measure !== 'percent' || change === undefined || change.measure === 'percent') return null;
  const up = direction(text, change);
  const between = text.slice(change.nounEnd, by.start);
  const again =
    /^(?: so (?:với|cùng)[\p{L}\d ]{0,40})? ?(?:\(|, |\/|= )(?:tương ứng|tương đương|bằng|hay|tỷ lệ|tỉ lệ)?(?: với)?(?: tỷ lệ| mức)?(?: tăng| giảm)? ?[-–+]?$/u;
  if (up === null || !again.test(between)) return null;
  const grown = own.slice(Math.max(0, index - 1 - mostBetween), index - 1);
  const to = latestBefore(text, grown, change.start, change, items);
  if (to === null || to.unit !== change.unit) return null;
  const pairs = [to, ...likeBefore(text, grown, change.start, change)].flatMap((one) => {
    const value = one.value + (up ? -change.value : change.value);
    return value > 0 ? [{ from: { ...change, value, raw: writeLike(one, value), compared: true }, to: one }] : [];
  });
  const [first, ...rivals] = pairs;
  return first?.to === to ? { ...first, up, plain: false, rivals } : null;
}

/**
 * «So với năm 2022 (tiếp nhận 78.744 hồ sơ) tăng 6.820 hồ sơ, tương ứng tăng 8,66%», «tăng 33,8 tỷ đồng so với đầu năm
 * (330,2 tỷ đồng), tốc độ tăng 10,24%»: the percentage follows from the change and from what there was before.
 */
export function ofBase(text: string, own: readonly Quantity[], index: number, by: Quantity): Found | null {
  if (by.measure !== 'percent') return null;
  const before = own.slice(Math.max(0, index - mostBetween), index);
  const change = before.findLast((one) => !one.compared);
  if (change === undefined || change.measure === 'percent' || change.noun === '') return null;
  // «tăng 18 tổ chức (18,75%) và 27 đảng viên (7,03%)»
  const joined = /(?:và|,) $/u.test(text.slice(Math.max(0, change.start - 4), change.start));
  const earlier = joined ? before.findLast((one) => one.end < change.start && one.measure !== 'percent') : undefined;
  const up = direction(text, change) ?? (earlier === undefined ? null : direction(text, earlier));
  const between = text.slice(change.nounEnd, by.start).replace(/ ?so (?:với|cùng)[^.;()]{0,40}(?:\([^()]*\))?/u, '');
  const again =
    /^ ?(?:\(|, |\/|= )(?:tương ứng|tương đương|bằng|hay|tỷ lệ|tỉ lệ|tốc độ)?(?: với)?(?: tỷ lệ| mức)?(?: ?tăng(?: trưởng)?| ?giảm)?(?: là)? ?$/u;
  if (up === null || !again.test(between)) return null;
  const bases = before.filter(
    (one) =>
      one.compared &&
      one.measure === change.measure &&
      one.denominator === null &&
      one.noun !== '' &&
      sameThing(one.noun, change.noun),
  );
  const [from] = bases;
  if (from === undefined || bases.length > 1) return null;
  const value = from.value + (up ? change.value : -change.value);
  if (value <= 0) return null;
  const unit = Math.max(from.unit, change.unit);
  return { from, to: { ...change, value, unit, raw: writeLike(from, value) }, up, plain: false };
}

/** The figure that was not written, as the other one is. */
function writeLike({ raw, value }: Quantity, other: number): string {
  const plain = Number(raw.replaceAll('.', '').replace(',', '.'));
  const scale = plain > 0 ? value / plain : 1;
  return writeNumber(other / scale);
}
