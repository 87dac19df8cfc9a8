import type { TerritoryChange } from '../../schemas/territory.ts';
import { formerProvinces, heirsOf, predecessorsOf, provinceSuccessor } from './succession.ts';
import { type AdministrativeUnit, fullName, REFORM } from './table.ts';

const named = (unit: AdministrativeUnit, partial = false) => ({ name: fullName(unit), partial });

/**
 * What became of one territory, in order of time. `units` are all entries of the table under its name and chain: a
 * province has one before the reform and one since. Changes whose day the table does not know are left out.
 */
export function changesOf(units: readonly AdministrativeUnit[]): TerritoryChange[] {
  const [first] = [...units].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const last = units.find(({ from }) => from === REFORM) ?? units.find(({ to }) => to !== null);
  const changes: TerritoryChange[] = [];
  if (first?.from) changes.push({ day: first.from, kind: 'formed', others: originsOf(first) });
  if (first && last && first !== last && last.from) {
    const others = formerProvinces(last).filter((province) => province.name !== last.name);
    if (others.length > 0) changes.push({ day: last.from, kind: 'grew', others: others.map((one) => named(one)) });
  }
  if (last?.to) changes.push({ day: dayAfter(last.to), kind: 'ended', others: intoOf(last) });
  return changes;
}

function originsOf(unit: AdministrativeUnit): TerritoryChange['others'] {
  if (unit.level === 'province') return formerProvinces(unit).map((one) => named(one));
  return predecessorsOf(unit).map((one) => named(one.unit, one.partial));
}

function intoOf(unit: AdministrativeUnit): TerritoryChange['others'] {
  const province = unit.level === 'province' ? provinceSuccessor(unit) : null;
  return province ? [named(province)] : heirsOf(unit).map((one) => named(one.unit, one.partial));
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
