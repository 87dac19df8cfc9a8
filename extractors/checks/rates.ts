import { scanNumbers } from '../numerals/index.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { fold } from '../text/fold.ts';

/** So much for one of something: «50 triệu đồng/nhà», «65,2 tạ/ha». It adds up with nothing, so other rules do not see it. */
export function ratesIn(text: string): Quantity[] {
  return scanNumbers(text).flatMap(({ class: kind, unit, values: [value], qualifier }): Quantity[] => {
    if (kind !== 'rate' || unit === null || unit.family === 'share' || value === undefined) return [];
    const raw = /^[\d.,]*\d/.exec(value.raw)?.[0];
    if (raw === undefined) return [];
    return [
      {
        start: value.start,
        end: value.start + raw.length,
        raw,
        value: value.value * unit.factor,
        unit: value.step * unit.factor,
        measure: unit.family === 'money' ? 'money' : 'count',
        family: unit.family,
        noun: fold(unit.unit),
        nounEnd: value.end,
        qualifier:
          qualifier === null || qualifier.bound === 'difference' || qualifier.bound === 'average' ? null : 'about',
        loose: false,
        relative: qualifier?.bound === 'difference',
        compared: false,
        denominator: null,
      },
    ];
  });
}
