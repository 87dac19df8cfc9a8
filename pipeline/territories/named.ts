import {
  type AdministrativeUnit,
  allUnits,
  candidatesFor,
  foldedKey,
  formerProvinces,
  fullName,
  heirsOf,
  misreadCandidates,
  predecessorsOf,
  provinceSuccessor,
} from '../../extractors/geography/index.ts';
import { fold } from '../../extractors/text/fold.ts';
import type { AskedTerritory, RelatedUnit } from '../../schemas/territory.ts';

/**
 * The units that a text names and nothing else, with their kind («phường Đức Phổ», «Q. Hồng Bàng»); a bare name may be a
 * ward, a town and a street. Homonyms give several, each with the unit above it.
 */
export function territoriesNamed(text: string): AskedTerritory[] {
  const asked = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return unitsNamed(asked).map((unit) => ({
    asked,
    name: fullName(unit),
    within: unit.parent && fullName(unit.parent),
    level: unit.level,
    from: unit.from,
    to: unit.to,
    former: formerOf(unit),
    later: laterOf(unit),
  }));
}

function unitsNamed(text: string): AdministrativeUnit[] {
  const marked = candidatesFor(text);
  const found = marked.length > 0 || fold(text) !== text.toLowerCase() ? marked : unmarked(text);
  return found.filter((unit) => !isBareName(text, unit));
}

let byFullName: Map<string, AdministrativeUnit[]> | null = null;

/** «phuong duc pho», «p. duc pho». */
function unmarked(text: string): AdministrativeUnit[] {
  byFullName ??= Map.groupBy(allUnits(), (unit) => foldedKey(fullName(unit)));
  return byFullName.get(foldedKey(text)) ?? misreadCandidates(text);
}

const isBareName = (text: string, unit: AdministrativeUnit): boolean => foldedKey(text) === foldedKey(unit.name);

/** Back to the oldest: phường Đức Phổ, phường Phổ Hòa of the town, xã Phổ Hòa of the district. */
function formerOf(unit: AdministrativeUnit): RelatedUnit[] {
  const direct = predecessorsOf(unit);
  return direct.flatMap((one) => [related(one.unit, one.partial), ...formerOf(one.unit)]);
}

function laterOf(unit: AdministrativeUnit): RelatedUnit[] {
  if (unit.level !== 'province')
    return unit.to === null ? [] : heirsOf(unit).map((one) => related(one.unit, one.partial));
  if (unit.to === null) {
    const joined = formerProvinces(unit).filter(({ name }) => name !== unit.name);
    return joined.map((one) => related(one, false));
  }
  const province = provinceSuccessor(unit);
  return province === null || province.name === unit.name ? [] : [related(province, false)];
}

const related = (unit: AdministrativeUnit, partial: boolean): RelatedUnit => ({
  name: fullName(unit),
  within: unit.parent && fullName(unit.parent),
  partial,
});
