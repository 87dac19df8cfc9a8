import { foldedKey, spellingKey } from './spelling.ts';
import { type AdministrativeUnit, allUnits, chainOf, existedOn } from './table.ts';

/** A name as a report writes it: «TP. Hải Phòng», «Q. Hồng Bàng», «huyện đảo Bạch Long Vỹ», «Phổ Hòa». */
interface WrittenName {
  type: string | null;
  name: string;
}

const WRITTEN_TYPES: readonly [string, RegExp][] = [
  ['thành phố', /^(?:thành phố|tp\.?|t\.p\.?) ?(?=\S)/i],
  ['thị xã', /^(?:thị xã|tx\.?) (?=\S)/i],
  ['thị trấn', /^(?:thị trấn|tt\.) ?(?=\S)/i],
  ['đặc khu', /^đặc khu (?=\S)/i],
  ['tỉnh', /^(?:tỉnh|t\.) ?(?=\S)/i],
  ['quận', /^(?:quận|q\.) ?(?=\S)/i],
  ['huyện', /^(?:huyện đảo|huyện|h\.) ?(?=\S)/i],
  ['phường', /^(?:phường|p\.) ?(?=\S)/i],
  ['xã', /^(?:xã đảo|xã|x\.) ?(?=\S)/i],
];

function readWrittenName(text: string): WrittenName {
  const clean = text.normalize('NFC').trim();
  const found = WRITTEN_TYPES.find(([, pattern]) => pattern.test(clean));
  return found ? { type: found[0], name: clean.replace(found[1], '').trim() } : { type: null, name: clean };
}

interface ResolveOptions {
  /** A wider unit it lies in, as written or resolved: «quận Lê Chân», «Quảng Ngãi». */
  within?: string | AdministrativeUnit | undefined;
  /** ISO day; without one both the units before and since July 2025 are meant. */
  date?: string | null | undefined;
}

/** The one unit of that name, or null: a homonym that nothing tells apart stays unresolved. */
export function resolveUnit(text: string, options: ResolveOptions = {}): AdministrativeUnit | null {
  return onlyOne(candidatesFor(text, options));
}

/** All units that the name can mean. */
export function candidatesFor(text: string, { within, date }: ResolveOptions = {}): AdministrativeUnit[] {
  const written = readWrittenName(text);
  return find(keyed(), written, spellingKey(written.name)).filter((unit) => fits(unit, within, date));
}

/**
 * Units whose names differ from the written one in their marks only: «phường Phố Hòa» is Phổ Hòa misread. To be used
 * where other units of the chain bear it out; on its own a name such as «Phú Mỹ» could be «Phù Mỹ».
 */
export function misreadCandidates(text: string, { within, date }: ResolveOptions = {}): AdministrativeUnit[] {
  const written = readWrittenName(text);
  return find(folded(), written, foldedKey(written.name)).filter((unit) => fits(unit, within, date));
}

/**
 * Of several, one: the same unit of two lists, and a province with the same name before and after the reform, are no
 * homonyms. Without a date the older is meant: it is the one with districts.
 */
export function onlyOne(units: readonly AdministrativeUnit[]): AdministrativeUnit | null {
  const [first, ...others] = units;
  if (!first) return null;
  const provinces = units.every((unit) => unit.level === 'province');
  const same = others.every(
    (unit) => (unit.code !== null && unit.code === first.code) || (provinces && unit.name === first.name),
  );
  return same ? first : null;
}

function fits(unit: AdministrativeUnit, within: ResolveOptions['within'], date: string | null | undefined): boolean {
  if (date && !existedOn(unit, date)) return false;
  if (within === undefined) return true;
  const above = chainOf(unit).slice(0, -1);
  if (typeof within !== 'string')
    return above.some(
      (ancestor) =>
        ancestor.id === within.id ||
        (ancestor.code !== null && ancestor.code === within.code && ancestor.level === within.level),
    );
  const written = readWrittenName(within);
  const key = spellingKey(written.name);
  return above.some(
    (ancestor) => (written.type === null || ancestor.type === written.type) && spellingKey(ancestor.name) === key,
  );
}

let byKey: Map<string, AdministrativeUnit[]> | null = null;
let byFolded: Map<string, AdministrativeUnit[]> | null = null;

const keyed = (): Map<string, AdministrativeUnit[]> => {
  byKey ??= grouped(spellingKey);
  return byKey;
};
const folded = (): Map<string, AdministrativeUnit[]> => {
  byFolded ??= grouped(foldedKey);
  return byFolded;
};

function grouped(key: (name: string) => string): Map<string, AdministrativeUnit[]> {
  const groups = new Map<string, AdministrativeUnit[]>();
  for (const unit of allUnits()) push(groups, key(unit.name), unit);
  return groups;
}

function push(map: Map<string, AdministrativeUnit[]>, key: string, unit: AdministrativeUnit): void {
  const known = map.get(key);
  if (known) known.push(unit);
  else map.set(key, [unit]);
}

const find = (
  map: ReadonlyMap<string, AdministrativeUnit[]>,
  written: WrittenName,
  key: string,
): AdministrativeUnit[] => (map.get(key) ?? []).filter((unit) => written.type === null || unit.type === written.type);
