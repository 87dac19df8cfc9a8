import type { Block } from '../../schemas/document.ts';
import type { Unit } from '../../schemas/report.ts';
import { type AdministrativeUnit, fullName, resolveChain, resolveUnit } from '../geography/index.ts';
import { fold } from '../text/fold.ts';
import type { BodyName } from './body-name.ts';
import { levelOf } from './unit-name.ts';

export interface PlaceChain {
  /** Widest first. */
  units: Unit[];
  /** «phường Phố Hòa», as a scan reads it → «phường Phổ Hòa». */
  corrections: ReadonlyMap<string, string>;
}

const RANK = { central: 0, province: 1, district: 2, commune: 3, village: 4 } as const;
const NO_CORRECTIONS: ReadonlyMap<string, string> = new Map();

/**
 * The units that the bodies of the letterhead name, with those above them, as they were on the report's date. What
 * cannot be resolved stays as written, without a code.
 */
export function placeChain(
  bodies: readonly BodyName[],
  blocks: readonly Block[],
  { date, place }: { date: string | null; place: string | null },
): PlaceChain {
  const named = namedUnits(bodies);
  const names = named.map((unit) => unit.name);
  if (names.length === 0) return { units: provinceOfDateLine(bodies, place, date), corrections: NO_CORRECTIONS };
  const hints = provincesInText(blocks);
  const chain = resolveChain(names, { date, hints });
  if (chain) return { units: chain.units.map(toUnit), corrections: chain.corrections };
  const units = named.map((unit) =>
    unit.level === 'province' ? { ...unit, code: resolveUnit(unit.name, { date })?.code ?? null } : unit,
  );
  if (units[0]?.level === 'province' || hints.length !== 1) return { units, corrections: NO_CORRECTIONS };
  const province = resolveUnit(`tỉnh ${hints[0]}`, { date });
  return { units: province ? [toUnit(province), ...units] : units, corrections: NO_CORRECTIONS };
}

/** The units that a person names, with those above them: «phường An Khánh, quận Ninh Kiều»; null where it could be several. */
export function unitsNamed(place: string, date: string | null): Unit[] | null {
  const names = place.split(',').map((name) => name.trim());
  for (const widestFirst of [names.toReversed(), names]) {
    const chain = resolveChain(widestFirst, { date });
    if (chain) return chain.units.map(toUnit);
  }
  return null;
}

const toUnit = (unit: AdministrativeUnit): Unit => ({ name: fullName(unit), level: unit.level, code: unit.code });

function namedUnits(bodies: readonly BodyName[]): Unit[] {
  const units: Unit[] = [];
  // «ỦY BAN NHÂN DÂN XÃ ……» is a form: which commune, nobody has filled in.
  for (const place of bodies.flatMap((body) => body.places.filter(({ name }) => /[\p{L}\d]/u.test(name)))) {
    const unit: Unit = { name: `${place.type} ${place.name}`, level: levelOf(place), code: null };
    if (!units.some((known) => fold(known.name) === fold(unit.name))) units.push(unit);
  }
  return units.sort((a, b) => RANK[a.level] - RANK[b.level]);
}

/** «THÀNH ỦY» over «Hải Phòng, ngày …»: a provincial body says its place in the line of the date only. */
function provinceOfDateLine(bodies: readonly BodyName[], place: string | null, date: string | null): Unit[] {
  if (place === null || !bodies.some((body) => /(?:Tỉnh|Thành) (?:ủy|đoàn)|(?:tỉnh|thành phố)$/.test(body.name)))
    return [];
  const unit = resolveUnit(place, { date });
  return unit?.level === 'province' ? [toUnit(unit)] : [];
}

/** Provinces whose own bodies the text names («… của Ban Thường vụ Tỉnh ủy Quảng Ngãi»), the most frequent first. */
function provincesInText(blocks: readonly Block[]): string[] {
  const counts = new Map<string, { name: string; times: number }>();
  for (const block of blocks) {
    for (const found of block.text.matchAll(PROVINCE_BODY)) {
      const known = counts.get(fold(found[1]!));
      if (known) known.times++;
      else counts.set(fold(found[1]!), { name: found[1]!, times: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.times - a.times).map(({ name }) => name);
}

const PROVINCE_BODY =
  /(?:Tỉnh ủy|Tỉnh uỷ|UBND tỉnh|HĐND tỉnh|nhân dân tỉnh|Công an tỉnh|Đảng bộ tỉnh) ((?:\p{Lu}[\p{Ll}'’]{0,7})(?: \p{Lu}[\p{Ll}'’]{0,7}){0,3})/gu;
