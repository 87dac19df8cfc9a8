import { sameThing } from '../../part-whole/divisions.ts';
import type { Quantity } from '../../part-whole/quantities.ts';

const changed =
  /(?:^|[^\p{L}])(tăng|giảm|nhiều hơn|ít hơn|cao hơn|thấp hơn|vượt)(?: thêm| được| lên| là| khoảng| trên| gần| hơn){0,2} $/u;

const ups: ReadonlySet<string> = new Set(['tăng', 'nhiều hơn', 'cao hơn', 'vượt']);

/** Up or down; null where the figure is no change. */
export function direction(text: string, by: Quantity): boolean | null {
  const word = changed.exec(text.slice(Math.max(0, by.start - 24), by.start))?.[1];
  return word === undefined ? null : ups.has(word);
}

/** Figures between a change and what changed. */
export const mostBetween = 24;

/** «bình quân đạt 65,2 tạ/ha» is a level, not a change. */
const average = /(?:bình quân|trung bình)(?: \p{L}+)? $/u;

/** Figures of the same thing, told for their own sake before the change: each may be what grew. */
export function likeBefore(text: string, before: readonly Quantity[], at: number, from: Quantity): Quantity[] {
  return before.slice(-mostBetween).filter(
    (one) =>
      one.measure === from.measure &&
      one.denominator === null &&
      (!one.relative || average.test(text.slice(Math.max(0, one.start - 20), one.start))) &&
      !one.compared &&
      // «tăng từ 38 triệu đồng lên 46 triệu đồng/người, tức tăng 8 triệu đồng»
      !/(?:^|[^\p{L}])từ (?:mức )?$/u.test(text.slice(Math.max(0, one.start - 9), one.start)) &&
      sameThing(one.noun, from.noun) &&
      !/^[^(]*\)/.test(text.slice(one.nounEnd, at)),
  );
}

/**
 * What grew: the nearest figure of the same thing that is no item of a list, no aside («3.654 tỷ đồng, bằng 81,2% dự toán
 * (4.500 tỷ đồng), tăng …») and told for its own sake.
 */
export function latestBefore(
  text: string,
  before: readonly Quantity[],
  at: number,
  from: Quantity,
  items: ReadonlySet<number>,
): Quantity | null {
  const like = likeBefore(text, before, at, from);
  const free = like.filter((one) => !items.has(one.start));
  // «thụ lý mới 1.088 việc (tăng 62 việc, tương ứng 6,0%)»: in parentheses it is told of what stands right before them.
  const nearest = like.at(-1);
  const inside = nearest !== undefined && /^[^()]*\([^()]*$/.test(text.slice(nearest.nounEnd, at));
  const to = inside ? nearest : (free.at(-1) ?? nearest);
  if (to === undefined) return null;
  const gap = text.slice(to.nounEnd, at).replace(/\([^()]*\)/g, '');
  if (/;/.test(gap)) return free.length === 1 && /; ?so (?:với|cùng)[^;]*$/u.test(gap) ? to : null;
  return gap.length <= 120 ? to : null;
}
