import { sameThing } from './divisions.ts';
import type { Items } from './items.ts';
import { divides } from './openers.ts';
import type { PartWhole } from './part-whole.ts';
import type { Quantity } from './quantities.ts';

/** A list under a heading, without the figure it divides. */
export interface HeadedList extends Items {
  heading: string;
}

/** Which of the figures before it a list divides, the sum shows: the one it makes up, else the last it comes near to. */
export function dividedBy(list: HeadedList, before: readonly Quantity[]): PartWhole | null {
  const [first] = list.parts;
  const sum = list.parts.reduce((all, part) => all + part.quantity.value, 0);
  const alike = before.filter(
    (one) =>
      one.noun !== '' &&
      one.measure === first!.quantity.measure &&
      !one.loose &&
      !one.relative &&
      !one.compared &&
      sameThing(one.noun, first!.quantity.noun),
  );
  const isNear = (one: Quantity) =>
    Math.min(one.value, sum) / Math.max(one.value, sum) >= (one.value < 100 ? 0.9 : 0.8);
  const total = alike.find((one) => one.value === sum) ?? alike.findLast(isNear);
  if (total === undefined) return null;
  return {
    total,
    parts: list.parts,
    opener: 'colon',
    closure: divides.test(list.heading) ? 'full' : 'open',
    spare: [],
    uncountedRest: list.uncountedRest,
    rivals: alike.filter((one) => one !== total),
    unclear: true,
    start: first!.start,
    end: list.end,
  };
}
