import { scanNumbers } from '../numerals/index.ts';
import type { Quantity } from '../part-whole/quantities.ts';

/** Money for one of something: «50 triệu đồng/nhà», «500 nghìn đồng/suất». It adds up with nothing, so no other rule sees it. */
export function ratesIn(text: string): Quantity[] {
  return scanNumbers(text).flatMap(({ class: kind, unit, values: [value], qualifier }): Quantity[] => {
    if (kind !== 'rate' || unit?.family !== 'money' || value === undefined) return [];
    const raw = /^[\d.,]*\d/.exec(value.raw)?.[0];
    if (raw === undefined) return [];
    return [
      {
        start: value.start,
        end: value.start + raw.length,
        raw,
        value: value.value * unit.factor,
        unit: value.step * unit.factor,
        measure: 'money',
        family: 'money',
        noun: '',
        nounEnd: value.end,
        qualifier: qualifier === null ? null : 'about',
        loose: false,
        relative: false,
        compared: false,
        denominator: null,
      },
    ];
  });
}
