import type { Whole } from '../part-whole/part-wholes.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { wholesOf } from './prose.ts';
import type { CheckInput } from './rule.ts';
import { exactSum } from './tables/evaluate.ts';
import { type UnitSlip, unitSlip } from './unit-slips.ts';

/** Equal, or as near as the printed places and words such as «trên» and «gần» allow. */
export function fitsSum(given: Quantity, parts: readonly Quantity[], sum = exactSum(parts)): boolean {
  const total = asPrinted(given);
  const slack = proseSlack(total, parts);
  const difference = total.value - sum;
  const tiny = 1e-9 * Math.max(1, total.value);
  if (difference >= -slack.below - tiny && difference <= slack.above + tiny) return true;
  if (total.qualifier === 'above') return sum > total.value && sum <= total.value * 1.1;
  if (total.qualifier === 'below') return sum < total.value && sum >= total.value * 0.9;
  return false;
}

/** «ước đạt 4.862 triệu đồng»: estimated it is, but what is worked out from it is worked out from the printed digits. */
export function asPrinted(one: Quantity): Quantity {
  const digits = one.raw.replace(/\D/g, '').replace(/0+$/, '');
  return one.qualifier === 'about' && digits.length >= 3 ? { ...one, qualifier: null } : one;
}

/**
 * How far total and parts may lie apart. Whole figures of one unit are exact («320 triệu» and «185 triệu»), and so is a
 * whole part among decimals («7 ha», «5,5 ha»); each decimal may be rounded or cut off; «1,5 tỷ» rounds «1.480 triệu».
 */
export function proseSlack(total: Quantity, parts: readonly Quantity[]): { below: number; above: number } {
  const all = [total, ...parts];
  if (all.every((one) => one.unit === total.unit && !one.raw.includes(','))) return { below: 0, above: 0 };
  const finest = all.reduce((unit, one) => Math.min(unit, one.unit), total.unit);
  const unitOf = (one: Quantity) => (one.raw.includes(',') ? one.unit : finest);
  const partUnits = parts.reduce((sum, part) => sum + unitOf(part), 0);
  return { above: partUnits * (parts.length === 1 ? 0.5 : 1) + total.unit / 2, below: partUnits / 2 + total.unit };
}

/** Wholes that one wrong unit keeps from adding up. */
export function slippedWholes(input: CheckInput): Map<Whole, UnitSlip> {
  const found = new Map<Whole, UnitSlip>();
  for (const whole of input.shared(wholesOf)) {
    const { total, parts } = whole;
    const figures = [total, ...parts].map((one) => one.quantity);
    const fits = ([of, ...those]: readonly Quantity[]) => fitsSum(of!, those);
    // Of an open list too: that it adds up to the last digit once a unit is changed is no accident.
    const open = whole.uncountedRest || whole.rivals.length > 0 || parts.length < 2;
    if (open || figures.some((one) => one.measure !== total.quantity.measure) || fits(figures)) continue;
    const slip = unitSlip(figures, fits);
    if (slip !== null) found.set(whole, slip);
  }
  return found;
}
