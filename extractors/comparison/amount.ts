import type { Indicator } from '../../schemas/indicator.ts';
import { matchUnit, parseNumber } from '../numerals/index.ts';
import { fold } from '../text/fold.ts';

/** A value with what its printing leaves open, in the base unit of its family (m², đồng, %). */
export interface Amount {
  unit: string;
  value: number;
  /** Half a unit of the last printed place; 0 for whole counts. Truncation counts like rounding, so the whole place above. */
  low: number;
  high: number;
  /** Size of the unit as written: 10.000 for «ha», 10⁹ for «tỷ đồng». */
  size: number;
}

const SCALES: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 };
/** «trên», «gần», «khoảng»: how far the true value may lie from the printed one, as shares of it. */
const LOOSE: readonly [RegExp, number, number][] = [
  [/^(?:tren|hon|vuot|qua)/, 0, 0.1],
  [/^(?:gan|ngot|duoi|suyt soat)/, 0.1, 0],
  [/^(?:khoang|uoc|xap xi|chung|tuong duong|co$)/, 0.1, 0.1],
];

export function amountOf({ value, raw, unit, qualifier, kind }: Indicator): Amount {
  const scale = scaleOf(unit ?? '');
  const known = matchUnit(scale.rest, 0, false);
  const convertible = known !== null && ['area', 'length', 'weight', 'volume'].includes(known.family);
  const factor = scale.factor * (convertible ? known.factor : 1);
  const exact = value * factor;
  const place = 10 ** -decimalsOf(raw) * factor;
  const counts = !raw.includes(',') && factor === 1 && kind !== 'rate';
  const loose = qualifier === null ? null : LOOSE.find(([words]) => words.test(fold(qualifier)));
  const low = (loose?.[1] ?? 0) * Math.abs(exact);
  const high = (loose?.[2] ?? 0) * Math.abs(exact);
  return {
    unit: convertible ? known.family : fold(scale.rest),
    value: exact,
    low: exact - low - (counts ? 0 : place / 2),
    high: exact + high + (counts ? 0 : place),
    size: factor,
  };
}

/** Could both figures be printings of one value? */
export function mayAgree(a: Amount, b: Amount): boolean {
  return a.low <= b.high && b.low <= a.high;
}

function scaleOf(unit: string): { factor: number; rest: string } {
  let factor = 1;
  const words = unit.toLowerCase().split(' ');
  while (words[0] !== undefined && SCALES[words[0]] !== undefined) factor *= SCALES[words.shift() as string] as number;
  return { factor, rest: words.join(' ') };
}

function decimalsOf(raw: string): number {
  const text = /[\d.,]+/.exec(raw)?.[0] ?? '';
  return parseNumber(text) === null ? 0 : (/,(\d+)$/.exec(text)?.[1]?.length ?? 0);
}
