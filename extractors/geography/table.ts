import type { UnitLevel } from '../../schemas/report.ts';
import data from './units.json' with { type: 'json' };

/** A unit with the days on which it existed as such; null where the beginning or the end is not known. */
export interface AdministrativeUnit {
  /** Unique in the table; a code alone may have been given again («15» was Yên Bái, is Lào Cai). */
  id: string;
  code: string | null;
  level: UnitLevel;
  /** «thị xã». */
  type: string;
  name: string;
  parent: AdministrativeUnit | null;
  from: string | null;
  to: string | null;
  /** The only one of the two lists before the reform that has it; null for a unit of both, or one of today. */
  list: '2021' | '2025' | null;
  /** Codes of the units it went into on 1 July 2025. */
  successorCodes: readonly string[];
}

/** The day on which the districts ended and 63 provinces became 34 (Nghị quyết 202/2025/QH15). */
export const REFORM = '2025-07-01';
const BEFORE_REFORM = '2025-06-30';

const TYPES: Readonly<Record<string, string>> = {
  t: 'tỉnh',
  tp: 'thành phố',
  q: 'quận',
  h: 'huyện',
  tx: 'thị xã',
  p: 'phường',
  x: 'xã',
  tt: 'thị trấn',
  dk: 'đặc khu',
};

let units: readonly AdministrativeUnit[] | null = null;

/** All units, read on first use. */
export function allUnits(): readonly AdministrativeUnit[] {
  units ??= [
    ...readLines(data.before, ['province', 'district', 'commune'], false),
    ...readLines(data.after, ['province', 'commune'], true),
  ];
  return units;
}

const LINE = /^( *)(\S+) (\S+) ([^*>]+?)(?: \*(\d{4}))?(?: > (.+))?$/;

function* readLines(
  lines: readonly string[],
  levels: readonly UnitLevel[],
  reformed: boolean,
): Generator<AdministrativeUnit> {
  const open: AdministrativeUnit[] = [];
  for (const line of lines) {
    const [, indent = '', code = '-', type = '', name = '', list, successors] = LINE.exec(line) ?? [];
    const depth = indent.length;
    const parent = open[depth - 1] ?? null;
    const unit: AdministrativeUnit = {
      id:
        code === '-'
          ? `${parent?.id}/${type}-${name}`
          : `${code}${reformed ? '' : '-2021'}${list === '2025' ? `-${type}` : ''}`,
      code: code === '-' ? null : code,
      level: levels[depth] ?? 'commune',
      type: TYPES[type] ?? type,
      name,
      parent,
      from: reformed ? REFORM : null,
      to: reformed ? null : list === '2021' ? null : BEFORE_REFORM,
      list: list === '2021' || list === '2025' ? list : null,
      successorCodes: successors?.split(' ') ?? [],
    };
    open.length = depth;
    open.push(unit);
    yield unit;
  }
}

/** «phường Phổ Hòa». */
export const fullName = (unit: AdministrativeUnit): string => `${unit.type} ${unit.name}`;

/** Widest first, the unit itself last. */
export function chainOf(unit: AdministrativeUnit): AdministrativeUnit[] {
  return unit.parent ? [...chainOf(unit.parent), unit] : [unit];
}

/** Did it exist on that day? The 2021 list ends somewhere before the reform; a unit of it is taken as gone after. */
export function existedOn(unit: AdministrativeUnit, date: string): boolean {
  if (unit.from !== null) return date >= unit.from;
  return date < REFORM;
}
