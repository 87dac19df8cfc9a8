import { lower } from '../text/fold.ts';
import { within } from './brackets.ts';
import { sameThing } from './divisions.ts';
import type { PartWhole } from './part-whole.ts';
import type { Quantity } from './quantities.ts';
import { sentencesOf } from './sentences.ts';

/** «…, tổng cộng 43 vụ», «… = 43 vụ». */
const announced = /(?:[,;)]\s?|\s)(?:tổng cộng|cộng chung|cộng lại|tất cả)(?: là| có|:)? $/u;
const mostParts = 8;

/** «Khởi tố mới 31 vụ, tồn cũ 12 vụ, tổng cộng 43 vụ»: the parts come first. */
export function findSumsBehind(text: string, quantities: readonly Quantity[]): PartWhole[] {
  if (!/tổng cộng|cộng chung|cộng lại|tất cả/i.test(text)) return [];
  const small = lower(text);
  const found: PartWhole[] = [];
  for (const sentence of sentencesOf(text)) {
    const own = within(quantities, sentence.start, sentence.end);
    own.forEach((total, index) => {
      if (total.noun === '' || !announced.test(small.slice(Math.max(sentence.start, total.start - 24), total.start)))
        return;
      const parts = own
        .slice(Math.max(0, index - mostParts), index)
        .filter(
          (one) =>
            !one.loose &&
            !one.relative &&
            one.denominator === null &&
            one.measure === total.measure &&
            one.noun !== '' &&
            sameThing(one.noun, total.noun),
        );
      if (parts.length < 2) return;
      const sum = (of: readonly Quantity[]) => of.reduce((all, one) => all + one.value, 0);
      // What stands further off may tell of something else: the parts that fit are meant.
      const fitting = parts
        .map((_, from) => parts.slice(from))
        .find((some) => some.length >= 2 && sum(some) === total.value);
      found.push({
        total,
        parts: (fitting ?? parts).map((quantity) => ({
          quantity,
          start: quantity.start,
          end: quantity.nounEnd,
          label: '',
        })),
        opener: 'remainder',
        closure: 'full',
        spare: [],
        uncountedRest: false,
        rivals: [],
        unclear: fitting === undefined && parts.length > 2,
        start: parts[0]!.start,
        end: total.nounEnd,
      });
    });
  }
  return found;
}
