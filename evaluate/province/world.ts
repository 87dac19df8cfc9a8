import { type AdministrativeUnit, allUnits, fullName } from '../../extractors/geography/index.ts';
import { type Random, wholeBetween } from './random.ts';
import { type Concept, concepts } from './wording.ts';

export interface Time {
  label: string;
  /** First and last month, 1–12. */
  months: [number, number];
  /** Day on which reports on it are signed, day/month. */
  signed: string;
}

export const times = {
  quarter: { label: 'quý I', months: [1, 3], signed: '22/3' },
  half: { label: '6 tháng đầu năm', months: [1, 6], signed: '14/6' },
  year: { label: 'năm', months: [1, 12], signed: '10/12' },
} as const satisfies Record<string, Time>;
export type TimeName = keyof typeof times;

/** What is true of every unit in every year; districts and the province are the sums of their communes. */
export interface World {
  province: AdministrativeUnit;
  districts: { unit: AdministrativeUnit; communes: AdministrativeUnit[] }[];
  value(unit: AdministrativeUnit, concept: Concept, year: number, time: TimeName): number;
  /** The target of a year for a rate, in tenths of a per cent. */
  target(unit: AdministrativeUnit, year: number): number;
}

export function makeWorld(random: Random, years: readonly number[], provinceName: string): World {
  const before = allUnits().filter((unit) => unit.from === null && unit.to !== null);
  const province = before.find((unit) => unit.level === 'province' && unit.name === provinceName);
  if (province === undefined) throw new Error(`no province ${provinceName}`);
  const districts = before
    .filter((unit) => unit.parent === province)
    .map((unit) => ({ unit, communes: before.filter((one) => one.parent === unit) }))
    .filter(({ communes }) => communes.length > 1);
  const monthly = new Map<string, number[]>();
  const fixed = new Map<string, number>();
  const key = (unit: AdministrativeUnit, concept: Concept | string, year: number): string =>
    `${unit.id}|${typeof concept === 'string' ? concept : concept.name}|${year}`;
  for (const commune of districts.flatMap(({ communes }) => communes)) {
    for (const concept of concepts) {
      const [low, high] = concept.range;
      if (concept.kind === 'stock') {
        const value = wholeBetween(random, low, high);
        for (const year of years) fixed.set(key(commune, concept, year), value);
      } else if (concept.kind === 'rate') {
        for (const year of years) fixed.set(key(commune, concept, year), wholeBetween(random, low, high));
      } else
        for (const year of years)
          monthly.set(
            key(commune, concept, year),
            Array.from({ length: 12 }, () => wholeBetween(random, low, high)),
          );
    }
    for (const year of years) fixed.set(key(commune, 'target', year), 5 * wholeBetween(random, 176, 190));
  }
  const value: World['value'] = (unit, concept, year, time) => {
    const parts =
      unit.level === 'commune'
        ? [unit]
        : districts.filter((one) => one.unit === unit || unit === province).flatMap(({ communes }) => communes);
    const [from, to] = times[time].months;
    const values = parts.map((part) => {
      const whole = fixed.get(key(part, concept, year));
      if (whole !== undefined) return whole;
      return (monthly.get(key(part, concept, year)) ?? []).slice(from - 1, to).reduce((sum, n) => sum + n, 0);
    });
    const sum = values.reduce((total, n) => total + n, 0);
    return concept.kind === 'rate' ? Math.round(sum / values.length) : sum;
  };
  return { province, districts, value, target: (unit, year) => fixed.get(key(unit, 'target', year)) ?? 900 };
}

export const bodyOf = (unit: AdministrativeUnit): string =>
  unit.level === 'province'
    ? 'Tỉnh ủy'
    : unit.level === 'district'
      ? unit.type === 'huyện'
        ? 'Huyện ủy'
        : unit.type === 'quận'
          ? 'Quận ủy'
          : unit.type === 'thị xã'
            ? 'Thị ủy'
            : 'Thành ủy'
      : 'Đảng ủy';
export const nameOf = fullName;
