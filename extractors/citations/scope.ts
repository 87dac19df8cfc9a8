import type { Report, Unit, UnitLevel } from '../../schemas/report.ts';
import {
  type AdministrativeUnit,
  candidatesFor,
  chainOf,
  foldedKey,
  formerProvinces,
  REFORM,
  resolveUnit,
} from '../geography/index.ts';
import { fold } from '../text/fold.ts';

export const CENTRAL = 'central';

/**
 * Where the issuer stands, as a key: «hai phong», «hai phong/le chan», «central». Named in the citation; else the unit of
 * its level in the report's own chain, as it was on the day of the paper. Null: unknown, and never to be merged with a
 * citation of another report.
 */
export function scopeOf(
  words: string,
  codeLevel: string | null,
  report: Report,
  date: string | null,
  near = '',
): string | null {
  // The code as written may contradict the words («…-QĐ/TW của Ban Thường vụ Thành ủy»); the words tell the scope.
  const level = levelInWords(words) ?? codeLevel;
  if (level === CENTRAL) return CENTRAL;
  const force = /(?:Quân khu|Quân đoàn|Quân chủng|Binh chủng|Vùng)\s(?:\d{1,2}|\p{Lu}[\p{L}-]*(?:\s[\p{L}-]+)?)/u.exec(
    words,
  )?.[0];
  if (force) return fold(force);
  const named = namedUnit(words);
  if (named) return scopeOfNamed(named, report, date);
  if (level === null) return null;
  return report.units.some((unit) => unit.level === level)
    ? scopeInChain(words, level, report, date)
    : scopeNear(near, level, report, date);
}

const LEVEL_OF_TYPE: Readonly<Record<string, UnitLevel>> = {
  huyện: 'district',
  quận: 'district',
  'thị xã': 'district',
};

/** «Ban Dân vận Quận ủy Lê Chân tham mưu Ban Thường vụ Quận ủy ban hành …»: the one committee of that level named before. */
function scopeNear(near: string, level: string, report: Report, date: string | null): string | null {
  const found = COMMITTEES.flatMap(([pattern, types]) =>
    types.some((type) => LEVEL_OF_TYPE[type] === level)
      ? Array.from(near.matchAll(new RegExp(pattern, 'gu')), ([, name = '']) => ({ types, name, within: null }))
      : [],
  );
  const [first] = found;
  if (!first || found.some(({ name }) => name !== first.name)) return null;
  return scopeOfNamed(first, report, date);
}

interface NamedUnit {
  /** «huyện», or null where only the committee tells it: a «Thành ủy» is of a province or of a town. */
  types: readonly string[];
  name: string;
}

const NAME = '(\\p{Lu}[\\p{L}’-]*(?:\\s\\p{Lu}[\\p{L}’-]*){0,3}|\\d{1,2})';
const COMMITTEES: readonly [RegExp, readonly string[]][] = [
  [new RegExp(`Thành [uủ][ỷy] ${NAME}`, 'u'), ['thành phố']],
  [new RegExp(`Tỉnh [uủ][ỷy] ${NAME}`, 'u'), ['tỉnh']],
  [new RegExp(`Huyện [uủ][ỷy] ${NAME}`, 'u'), ['huyện']],
  [new RegExp(`Quận [uủ][ỷy] ${NAME}`, 'u'), ['quận']],
  [new RegExp(`Thị [uủ][ỷy] ${NAME}`, 'u'), ['thị xã']],
];
const UNIT = new RegExp(
  `(?<![\\p{L}])([Tt]hành phố|[Tt]ỉnh|[Qq]uận|[Hh]uyện|[Tt]hị xã|[Pp]hường|[Xx]ã|[Tt]hị trấn|[Đđ]ặc khu) ${NAME}`,
  'gu',
);

/** The narrowest unit that the words name; «huyện Ba Tri, tỉnh Bến Tre» is the district. */
function namedUnit(words: string): (NamedUnit & { within: string | null }) | null {
  for (const [pattern, types] of COMMITTEES) {
    const name = pattern.exec(words)?.[1];
    if (name && !/^(?:Khối|Quân|Công|Ban)$/.test(name)) return { types, name, within: null };
  }
  const [first, second] = Array.from(words.matchAll(UNIT));
  if (!first?.[1] || !first[2] || !/^(?:\p{Lu}|\d)/u.test(first[2])) return null;
  return { types: [first[1].toLowerCase()], name: first[2], within: second?.[0] ?? null };
}

function scopeOfNamed(
  { types, name, within }: NamedUnit & { within: string | null },
  report: Report,
  date: string | null,
): string | null {
  // A place the report itself stands in needs no table: «Hải Phòng» in a report of Hải Phòng.
  const at = report.units.findIndex(
    (unit) => foldedKey(bareName(unit)) === foldedKey(name) && types.includes(typeOf(unit)),
  );
  if (at >= 0 && within === null) return keyOfUnits(report.units.slice(0, at + 1));
  const province = report.units.find(({ level }) => level === 'province');
  const day = date ?? report.date ?? undefined;
  for (const type of types) {
    const written = `${type} ${name}`;
    const unit =
      resolveUnit(written, { within: within ?? undefined, date: day }) ??
      (province && !within ? resolveUnit(written, { within: province.name, date: day }) : null) ??
      (within ? null : oneOf(candidatesFor(written)));
    if (unit) return keyOfUnit(unit);
    if (type === 'tỉnh') return foldedKey(name);
  }
  return null;
}

/** The unit of that name, if all that bear it are one: the lists of before and after the reform both have «Hải Phòng». */
function oneOf(units: readonly AdministrativeUnit[]): AdministrativeUnit | null {
  const keys = new Set(units.map(keyOfUnit));
  return keys.size === 1 ? (units[0] ?? null) : null;
}

function scopeInChain(words: string, level: UnitLevel | string, report: Report, date: string | null): string | null {
  const units = report.units;
  const type = /(?<![\p{L}])(thành phố|tỉnh|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu)(?![\p{L}])/iu.exec(
    words,
  )?.[1];
  const ofLevel = units.filter((unit) => unit.level === level);
  const ofType = type ? units.filter((unit) => typeOf(unit) === type.toLowerCase()) : [];
  // «Ủy ban nhân dân thành phố» in a report of Thủ Đức may be either city.
  const candidates = ofType.length > 0 ? ofType : ofLevel;
  const [unit] = candidates;
  if (!unit || candidates.length > 1) return null;
  const chain = units.slice(0, units.indexOf(unit) + 1);
  return date !== null && date < REFORM && (report.date ?? '') >= REFORM
    ? formerScope(unit, chain, units)
    : keyOfUnits(chain);
}

/**
 * A report of today on a paper of before the reform: «Nghị quyết … năm 2023 của Tỉnh ủy» was the committee's of the former
 * province, and of one of several where they were merged.
 */
function formerScope(unit: Unit, chain: readonly Unit[], all: readonly Unit[]): string | null {
  if (unit.level !== 'province') return null;
  const narrowest = all.at(-1) ?? unit;
  const resolved =
    resolveUnit(narrowest.name, { within: narrowest === unit ? undefined : unit.name, date: REFORM }) ??
    resolveUnit(unit.name, { date: REFORM });
  if (!resolved) return null;
  const former = formerProvinces(resolved);
  const [province] = former;
  // A stray commune over a border is no merger.
  return province && former.length === 1 ? keyOfUnit(province) : former.length === 0 ? keyOfUnits(chain) : null;
}

const TYPE = /^(thành phố|tỉnh|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu)\s/iu;
const typeOf = ({ name }: Unit): string => TYPE.exec(name)?.[1]?.toLowerCase() ?? '';
const bareName = ({ name }: Unit): string => name.replace(TYPE, '');
const keyOfUnits = (units: readonly Unit[]): string => units.map((unit) => foldedKey(bareName(unit))).join('/');
const keyOfUnit = (unit: AdministrativeUnit): string =>
  chainOf(unit)
    .map(({ name }) => foldedKey(name))
    .join('/');

function levelInWords(words: string): UnitLevel | null {
  const folded = fold(words);
  if (
    /bo chinh tri|ban bi thu|trung uong|chinh phu|quoc hoi|^bo (?!chi huy|tu lenh)|bo truong|thu tuong|chu tich nuoc|tong lien doan|toi cao|^tong cuc/.test(
      folded,
    )
  )
    return CENTRAL;
  if (/thanh uy|tinh uy|^so |giam doc so|tinh doan|thanh doan|bo chi huy/.test(folded)) return 'province';
  if (/quan uy(?! trung)|huyen uy|thi uy|huyen doan|quan doan (?!\d)|thi doan/.test(folded)) return 'district';
  const type = /(?<![a-z])(thanh pho|tinh|quan|huyen|thi xa|phuong|xa|thi tran|dac khu)(?![a-z])(?! su)/.exec(
    folded,
  )?.[1];
  if (type === 'thanh pho' || type === 'tinh') return 'province';
  if (type === 'quan' || type === 'huyen' || type === 'thi xa') return 'district';
  if (type !== undefined || /dang uy(?! khoi| cac co quan| quan su| cong an)|khoi dan van/.test(folded))
    return 'commune';
  return null;
}
