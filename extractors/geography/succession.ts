import { type AdministrativeUnit, allUnits, REFORM } from './table.ts';

interface Successor {
  unit: AdministrativeUnit;
  /** Only a part of the older unit went into this one. */
  partial: boolean;
}

let links: { newByCode: Map<string, AdministrativeUnit>; oldBySuccessor: Map<string, AdministrativeUnit[]> } | null =
  null;

function load() {
  if (links) return links;
  const newByCode = new Map<string, AdministrativeUnit>();
  const oldBySuccessor = new Map<string, AdministrativeUnit[]>();
  for (const unit of allUnits()) {
    if (unit.from === REFORM && unit.code !== null && unit.level === 'commune') newByCode.set(unit.code, unit);
    for (const code of unit.successorCodes) {
      const known = oldBySuccessor.get(code);
      if (known) known.push(unit);
      else oldBySuccessor.set(code, [unit]);
    }
  }
  links = { newByCode, oldBySuccessor };
  return links;
}

/** The communes of today that a former commune, district or province went into; several when it was split. */
export function successorsOf(unit: AdministrativeUnit): Successor[] {
  const { newByCode } = load();
  const codes = [...new Set(communesUnder(unit).flatMap((commune) => commune.successorCodes))].sort();
  return codes.flatMap((code): Successor[] => {
    const successor = newByCode.get(code);
    return successor ? [{ unit: successor, partial: codes.length > 1 }] : [];
  });
}

/** The former communes (and island districts) of which a commune of today was made. */
export function predecessorsOf(unit: AdministrativeUnit): Successor[] {
  if (unit.from !== REFORM || unit.code === null) return [];
  const old = load().oldBySuccessor.get(unit.code) ?? [];
  return old.map((former) => ({ unit: former, partial: former.successorCodes.length > 1 }));
}

/** Of a former province: the province of today that has most of its communes. */
export function provinceSuccessor(province: AdministrativeUnit): AdministrativeUnit | null {
  const counts = new Map<AdministrativeUnit, number>();
  for (const { unit } of successorsOf(province)) {
    if (unit.parent) counts.set(unit.parent, (counts.get(unit.parent) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Of a province of today: the provinces of before whose communes it has; of a commune, those its own parts lay in. */
export function formerProvinces(unit: AdministrativeUnit): AdministrativeUnit[] {
  if (unit.from !== REFORM) return [rootOf(unit)];
  const communes = unit.level === 'province' ? allUnits().filter((one) => one.parent === unit) : [unit];
  const provinces = new Map<string, { province: AdministrativeUnit; times: number }>();
  for (const former of communes.flatMap((commune) => predecessorsOf(commune))) {
    const province = rootOf(former.unit);
    const known = provinces.get(province.id) ?? { province, times: 0 };
    known.times++;
    provinces.set(province.id, known);
  }
  return [...provinces.values()].sort((a, b) => b.times - a.times).map(({ province }) => province);
}

function rootOf(unit: AdministrativeUnit): AdministrativeUnit {
  return unit.parent ? rootOf(unit.parent) : unit;
}

function communesUnder(unit: AdministrativeUnit): AdministrativeUnit[] {
  if (unit.successorCodes.length > 0) return [unit];
  return allUnits().filter((other) => other.successorCodes.length > 0 && isUnder(other, unit));
}

function isUnder(unit: AdministrativeUnit, above: AdministrativeUnit): boolean {
  for (let parent = unit.parent; parent; parent = parent.parent) if (parent === above) return true;
  return false;
}
