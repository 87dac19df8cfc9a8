import type { Block } from '../../schemas/document.ts';
import type { Unit } from '../../schemas/report.ts';
import { fold } from '../text/fold.ts';
import type { BodyName } from './body-name.ts';
import { levelOf, type PlaceName } from './unit-name.ts';

const RANK = { central: 0, province: 1, district: 2, commune: 3, village: 4 } as const;

/** The units that the letterhead names, widest first; the province of a commune or district is looked for in the text. */
export function placeChain(bodies: readonly BodyName[], blocks: readonly Block[]): Unit[] {
  const units: Unit[] = [];
  for (const place of bodies.flatMap((body) => body.places)) {
    const unit: Unit = { name: `${place.type} ${place.name}`, level: levelOf(place), code: null };
    if (!units.some((known) => fold(known.name) === fold(unit.name))) units.push(unit);
  }
  units.sort((a, b) => RANK[a.level] - RANK[b.level]);
  if (units.length === 0 || units[0]?.level === 'province') return units;
  const province = provinceInText(blocks);
  return province ? [{ name: `${province.type} ${province.name}`, level: 'province', code: null }, ...units] : units;
}

/** The one province whose own bodies are named: «Quy định 4054 của Ban Thường vụ Tỉnh ủy Quảng Ngãi». */
function provinceInText(blocks: readonly Block[]): PlaceName | null {
  const counts = new Map<string, { place: PlaceName; times: number }>();
  for (const block of blocks) {
    for (const found of block.text.matchAll(
      /(?:Tỉnh ủy|Tỉnh uỷ|UBND tỉnh|HĐND tỉnh|nhân dân tỉnh) ((?:\p{Lu}[\p{Ll}'’]{0,7})(?: \p{Lu}[\p{Ll}'’]{0,7}){0,3})/gu,
    )) {
      const name = found[1]!;
      const known = counts.get(fold(name));
      if (known) known.times++;
      else counts.set(fold(name), { place: { type: 'tỉnh', name }, times: 1 });
    }
  }
  const ranked = [...counts.values()].sort((a, b) => b.times - a.times);
  const [first, second] = ranked;
  return first && (!second || second.times * 2 <= first.times) ? first.place : null;
}
