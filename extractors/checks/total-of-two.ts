import { within } from '../part-whole/brackets.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { sentencesOf } from '../part-whole/sentences.ts';
import { lower } from '../text/fold.ts';

/** A total of money with its two parts, one of the three a thousand times too large or small. */
export interface SlippedTotal {
  figures: readonly [Quantity, Quantity, Quantity];
  /** Which of the three. */
  index: number;
  /** What it has to be multiplied by. */
  factor: number;
}

const factors = [1000, 1 / 1000];
/** Digits of the smallest part: round figures add up by chance. */
const fewestDigits = 3;

/** «Tổng thu 2,846 tỷ đồng, giữ lại cơ sở 1.992,2 triệu đồng (70%), nộp lên cấp trên 853,8 tỷ đồng». */
export function slippedTotals(text: string, quantities: readonly Quantity[]): SlippedTotal[] {
  const words = lower(text);
  const money = quantities.filter((one) => one.measure === 'money');
  return sentencesOf(text).flatMap(({ start, end }) => {
    const own = within(money, start, end);
    if (own.length !== 3 || own.some((one) => one.relative || one.compared || one.qualifier || one.denominator))
      return [];
    const figures = own as unknown as SlippedTotal['figures'];
    if (!/(?<!\p{L})tổng(?!\p{L})[^,;:()]{0,60}$/u.test(words.slice(start, figures[0].start))) return [];
    if (own.some(({ raw }) => raw.replace(/\D/g, '').replace(/^0+|0+$/g, '').length < fewestDigits)) return [];
    if (addsUp(figures.map(({ value }) => value))) return [];
    const slips = figures.flatMap((_, index) =>
      factors
        .filter((factor) => addsUp(figures.map(({ value }, at) => (at === index ? value * factor : value))))
        .map((factor) => ({ figures, index, factor })),
    );
    return slips.length === 1 ? slips : [];
  });
}

const addsUp = ([total, ...parts]: number[]): boolean =>
  Math.abs(parts.reduce((sum, one) => sum + one, 0) - total!) < total! * 1e-9;
