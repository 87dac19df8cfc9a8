import type { Block } from '../../schemas/document.ts';
import { within } from '../part-whole/brackets.ts';
import { sameThing } from '../part-whole/divisions.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { sentencesOf } from '../part-whole/sentences.ts';
import { lower } from '../text/fold.ts';
import type { Change, Found } from './growths/change.ts';
import { ofBase, toldTwice } from './growths/told-twice.ts';
import { direction, latestBefore, likeBefore, mostBetween } from './growths/what-grew.ts';
import { itemsOf, quantitiesOf } from './prose.ts';
import { ratesIn } from './rates.ts';
import type { CheckInput } from './rule.ts';

/** Every change of a block whose two figures are told beside it. */
export function changesIn(input: CheckInput, block: Block): Change[] {
  const text = lower(block.text);
  const figures = [...quantitiesOf(input)(block), ...ratesIn(block.text)].sort((a, b) => a.start - b.start);
  const items = itemsOf(input, block);
  const changes: Change[] = [];
  for (const sentence of sentencesOf(block.text)) {
    const own = within(figures, sentence.start, sentence.end);
    own.forEach((by, index) => {
      const found =
        fromTo(text, own, index, by) ??
        againstEarlier(text, own, index, by, items) ??
        behindEarlier(text, own, index, by) ??
        ofBase(text, own, index, by) ??
        toldTwice(text, own, index, by, items);
      // «vượt 127 hội viên so với chỉ tiêu»: by so many, not by more than that.
      const exact = /vượt $/u.test(text.slice(Math.max(0, by.start - 6), by.start)) ? { ...by, qualifier: null } : by;
      if (found !== null) changes.push({ block, by: exact, ...found });
    });
  }
  return changes;
}

/** «tăng gấp 2 lần, từ 20 mô hình lên 40 mô hình»: how many times as much. */
const timesAsMuch = /gấp (?:hơn |gần |khoảng )?$/u;
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
/** Changes of several things share what they are compared with: «tăng 14 tổ chức đảng và giảm 11 đảng viên so với …». */
const mostShared = 4;

/** «tiếp nhận 120 đơn, tăng 20% so với cùng kỳ năm 2022 (100 đơn)», «tăng 13 vụ (12,1%) so với cùng kỳ (120/107)». */
function againstEarlier(
  text: string,
  own: readonly Quantity[],
  index: number,
  by: Quantity,
  items: ReadonlySet<number>,
): Found | null {
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
    !told.compared &&
    told.measure !== by.measure &&
    again.test(text.slice(by.nounEnd, told.start).replace('%', ''));
  const last = repeated ? index + 1 : index;
  const fits = (one: Quantity) => by.measure !== 'count' || by.noun === '' || sameThing(by.noun, one.noun);
  const from = earlierOf(text, own, last, by, fits);
  if (from === null) return null;
  if (from.denominator !== null) {
    const [one, other] = [
      { ...from, denominator: null },
      { ...from, ...from.denominator, denominator: null },
    ];
    // «tăng 93 vụ (206/113 vụ)» tells this year first, «ít hơn 6 vụ (12/6 vụ)» the year before.
    const nowFirst = one.value === other.value || one.value > other.value === up;
    return { from: nowFirst ? other : one, to: nowFirst ? one : other, up, plain: true };
  }
  const grown = own.slice(Math.max(0, first - mostBetween), first);
  const to = latestBefore(text, grown, own[first]!.start, from, items);
  const rivals = likeBefore(text, grown, own[first]!.start, from).map((one) => ({ from, to: one }));
  // Farther away, another figure may be meant; then the change itself has to come near.
  return to === null ? null : { from, to, up, plain: false, rivals };
}

/** The figure that a change is worked out from: in parentheses behind «so với …», or right behind the change. */
function earlierOf(
  text: string,
  own: readonly Quantity[],
  last: number,
  by: Quantity,
  fits: (one: Quantity) => boolean,
): Quantity | null {
  const next = own[last + 1];
  if (next === undefined) return null;
  const between = text.slice(own[last]!.end, next.start);
  // «giảm 5,83% (3.389/3.599 vụ)», «so với cùng kỳ giảm 02 vụ (03/05 vụ)»: a fraction right behind the change.
  const against = /so (?:với|cùng)[^.;()]{0,40}$/u.test(text.slice(Math.max(0, by.start - 60), by.start - 1));
  const beside =
    next.denominator !== null &&
    (by.measure === 'percent' || (against && next.measure === by.measure)) &&
    /^(?: ?%|(?: \p{L}+){0,4}) ?\(\s?$/u.test(between);
  const beyond =
    /vượt(?: \p{L}+)? $/u.test(text.slice(Math.max(0, by.start - 16), by.start)) &&
    /^[^.;()\d]{0,24}(?:kế hoạch|chỉ tiêu|dự toán|nghị quyết)[^.;()]{0,40}\((?:[^().;\d]{0,30} )?$/u.test(between);
  if (beside || ((comparedWith.test(between) || beyond) && fits(next))) return next;
  for (const one of own.slice(last + 1, last + 1 + mostShared)) {
    if (!one.compared || !fits(one)) continue;
    const gap = text.slice(own[last]!.end, one.start);
    return !/;/.test(gap) && (/so (?:với|cùng)/u.test(gap) || (one === next && /^[^.;(]{0,50}\($/u.test(gap)))
      ? one
      : null;
  }
  return null;
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
