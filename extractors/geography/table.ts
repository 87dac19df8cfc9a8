import type { UnitLevel } from '../../schemas/report.ts';
import known from './changes.json' with { type: 'json' };
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
  units ??= withChanges([
    ...readLines(data.before, ['province', 'district', 'commune'], false),
    ...readLines(data.after, ['province', 'commune'], true),
  ]);
  return units;
}

/** A change of one day before the reform: what ended, what was formed of it, and what took a part of it in. */
export interface KnownChange {
  day: string;
  ended: AdministrativeUnit;
  formed: AdministrativeUnit[];
  grew: AdministrativeUnit[];
}

let changes: readonly KnownChange[] = [];

/** Of the provinces whose resolutions were gone through by hand, those of the lists before the reform. */
export function knownChanges(): readonly KnownChange[] {
  allUnits();
  return changes;
}

/** Sets the days that are known, and adds units that had ended when the first list was made. */
function withChanges(listed: AdministrativeUnit[]): AdministrativeUnit[] {
  const between = new Map(known.between.map(([province, day]) => [province, day!]));
  for (const unit of listed) {
    const day = between.get(provinceOf(unit).code ?? '');
    if (unit.from !== null || unit.list === null || day === undefined) continue;
    if (unit.list === '2021') unit.to = dayBefore(day);
    else unit.from = day;
  }
  const byPath = new Map(listed.filter(({ from }) => from !== REFORM).map((unit) => [pathOf(unit), unit]));
  const at = (path: string): AdministrativeUnit => {
    const unit = byPath.get(path);
    if (unit === undefined) throw new Error(`changes.json names ${path}, which no list has`);
    return unit;
  };
  changes = known.changes.map(({ day, ended, formed = [], grew = [] }) => {
    const heirs = formed.map(at);
    const unit = byPath.get(ended) ?? earlier(ended, at, heirs.length === 1 ? heirs[0]! : null);
    byPath.set(ended, unit);
    unit.to = dayBefore(day);
    for (const heir of heirs) heir.from = day;
    return { day, ended: unit, formed: heirs, grew: grew.map(at) };
  });
  return [...new Set([...listed, ...changes.map(({ ended }) => ended)])];
}

/** A unit that was raised or renamed as a whole keeps its code. */
function earlier(
  path: string,
  at: (path: string) => AdministrativeUnit,
  heir: AdministrativeUnit | null,
): AdministrativeUnit {
  const cut = path.lastIndexOf('/');
  const type = Object.values(TYPES).find((one) => path.startsWith(`${one} `, cut + 1))!;
  const parent = at(path.slice(0, cut));
  const name = path.slice(cut + type.length + 2);
  const level = parent.level === 'province' ? 'district' : 'commune';
  return {
    ...{ id: `${parent.id}/${type} ${name}`, code: heir?.code ?? null, level, type, name, parent },
    ...{ from: null, to: null, list: null, successorCodes: [] },
  };
}

const pathOf = (unit: AdministrativeUnit): string => chainOf(unit).map(fullName).join('/');
const provinceOf = (unit: AdministrativeUnit): AdministrativeUnit => (unit.parent ? provinceOf(unit.parent) : unit);

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
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

/** Did it exist on that day? Where the day of a change between the two lists is not known, a unit of either did. */
export function existedOn({ from, to }: AdministrativeUnit, date: string): boolean {
  if (from === REFORM) return date >= from;
  return (from === null || date >= from) && date <= (to ?? BEFORE_REFORM);
}
