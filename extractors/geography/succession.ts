import { type AdministrativeUnit, allUnits, knownChanges, REFORM } from './table.ts';

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

/** The units of the next day: those of a change before the reform, else the communes of today. */
export function heirsOf(unit: AdministrativeUnit): Successor[] {
  const change = knownChanges().find(({ ended }) => ended === unit);
  const heirs = change ? [...change.formed, ...change.grew] : null;
  return heirs?.map((heir) => ({ unit: heir, partial: heirs.length > 1 })) ?? successorsOf(unit);
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

/**
 * The units right before it: of a commune of today the former communes (and island districts) of which it was made, of an
 * older unit those that a change before the reform put in its place.
 */
export function predecessorsOf(unit: AdministrativeUnit): Successor[] {
  if (unit.from !== REFORM)
    return knownChanges()
      .filter(({ formed }) => formed.includes(unit))
      .map(({ ended, formed, grew }) => ({ unit: ended, partial: formed.length + grew.length > 1 }));
  if (unit.code === null) return [];
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
  const change = knownChanges().find(({ ended }) => ended === unit);
  if (change && change.formed.length > 0 && change.ended.level !== 'district')
    return change.formed.flatMap(communesUnder);
  return allUnits().filter((other) => other.successorCodes.length > 0 && isUnder(other, unit));
}

function isUnder(unit: AdministrativeUnit, above: AdministrativeUnit): boolean {
  for (let parent = unit.parent; parent; parent = parent.parent) if (parent === above) return true;
  return false;
}
