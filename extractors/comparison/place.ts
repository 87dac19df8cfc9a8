import type { Report, UnitLevel } from '../../schemas/report.ts';
import {
  type AdministrativeUnit,
  allUnits,
  chainOf,
  existedOn,
  fullName,
  resolveUnit,
  spellingKey,
} from '../geography/index.ts';
import { fold } from '../text/fold.ts';

/** Whose figure it is: a territory, or one body in it. */
export interface FigurePlace {
  /** Key of the unit, or the folded name of one that is not in the tables. */
  unit: string;
  name: string;
  level: UnitLevel | null;
  /** Key of the unit above, for sums over the units below. */
  above: string | null;
  /** Folded name of a body that is not the territory as a whole: «cong an», «ban thuong vu thanh uy»; else empty. */
  body: string;
}

const NAMED =
  /(?:^|\s)((?:[Tt]ỉnh|[Tt]hành phố|[Qq]uận|[Hh]uyện|[Tt]hị xã|[Pp]hường|[Xx]ã|[Tt]hị trấn|[Đđ]ặc khu) (?:\p{Lu}[\p{L}’'-]*|\d+)(?: (?:\p{Lu}[\p{L}’'-]*|\d+))*)$/u;
const WHOLE =
  /^(?:toan |tren dia ban |dia ban |ca |trong |tai |o )*(tinh|thanh pho|quan|huyen|thi xa|phuong|xa|thi tran|dac khu)(?: (?:nha|ta))?$/;

/** The place a figure belongs to. Null where the report does not say which territory it speaks of. */
export function placeOf(scope: string | null, report: Report): FigurePlace | null {
  const own = report.units.at(-1);
  if (scope === null) return own ? ofUnit(report, own.name, '') : null;
  const text = scope.normalize('NFC').trim();
  const folded = fold(text);
  const level = WHOLE.exec(folded)?.[1];
  if (level !== undefined) {
    const meant = report.units.findLast((unit) => fold(unit.name).startsWith(`${level} `));
    return meant ? ofUnit(report, meant.name, '') : null;
  }
  // «quận Hồng Bàng», «Đảng bộ quận Hồng Bàng»: the unit named last in it, what stands before is the body.
  const named = NAMED.exec(text);
  if (named?.[1]) return ofUnit(report, named[1], fold(text.slice(0, named.index)).trim());
  return own ? ofUnit(report, own.name, folded) : null;
}

function ofUnit(report: Report, name: string, body: string): FigurePlace {
  const at = report.units.findIndex((unit) => spellingKey(unit.name) === spellingKey(name));
  const within =
    at > 0
      ? report.units[at - 1]?.name
      : at === -1
        ? report.units.find((unit) => unit.level !== 'commune')?.name
        : undefined;
  const unit = resolveUnit(name, { within, date: report.date }) ?? resolveUnit(name, { date: report.date });
  const territory = body === '' || /^(?:nhan dan|tren dia ban|dia ban|toan)$/.test(body) ? '' : body;
  if (unit === null)
    return { unit: spellingKey(name), name, level: report.units[at]?.level ?? null, above: null, body: territory };
  return {
    unit: keyOf(unit),
    name: fullName(unit),
    level: unit.level,
    above: unit.parent ? keyOf(unit.parent) : null,
    body: territory,
  };
}

/** «31.303»: codes alone may be given again; names make a chain unique. */
export function keyOf(unit: AdministrativeUnit): string {
  return chainOf(unit)
    .map((one) => spellingKey(`${one.type} ${one.name}`))
    .join('/');
}

let byKey: Map<string, AdministrativeUnit[]> | null = null;

/** All entries of the table under one key: a province has one before the reform and one since. */
export function unitsAt(key: string): readonly AdministrativeUnit[] {
  byKey ??= Map.groupBy(allUnits(), keyOf);
  return byKey.get(key) ?? [];
}

let children: Map<string, AdministrativeUnit[]> | null = null;

/**
 * Keys of the units right below a unit on a day. Communes were merged between the two lists before the reform, on days
 * that the table does not know: then there are two answers, and either may be the whole.
 */
export function unitsUnder(key: string, date: string): string[][] {
  if (children === null) {
    children = new Map();
    for (const unit of allUnits()) {
      if (unit.parent === null) continue;
      const above = keyOf(unit.parent);
      const known = children.get(above);
      if (known) known.push(unit);
      else children.set(above, [unit]);
    }
  }
  const all = (children.get(key) ?? []).filter((unit) => existedOn(unit, date));
  const without = (list: string): string[] => [...new Set(all.filter((unit) => unit.list !== list).map(keyOf))];
  const [earlier, later] = [without('2025'), without('2021')];
  return earlier.join() === later.join() ? [earlier] : [earlier, later];
}
