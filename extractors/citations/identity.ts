import type { Report, UnitLevel } from '../../schemas/report.ts';
import { fold } from '../text/fold.ts';
import { issuerOfCode } from './codes.ts';
import type { NumberMatch } from './grammar.ts';

/** What an identity is made of: the parts of the number and the words about its issuer. */
export interface IdentityParts {
  ordinal: string;
  typeLetters: string | null;
  type: string | null;
  issuerCode: string;
  year: number | null;
  form: NumberMatch['form'] | null;
  date: string | null;
  issuer: string | null;
}

/** National congresses of the Party: the first day of each term. */
const NATIONAL_TERMS: readonly [string, string][] = [
  ['2026-01-19', 'XIV'],
  ['2021-01-25', 'XIII'],
  ['2016-01-20', 'XII'],
  ['2011-01-12', 'XI'],
  ['2006-04-18', 'X'],
  ['2001-04-19', 'IX'],
  ['1996-06-28', 'VIII'],
  ['1991-06-24', 'VII'],
];

/** Provincial and lower committees change between the middle and the autumn of years that end in 0 and 5. */
const LOCAL_TERM_START = '-08-01';

/**
 * `system|scope|issuer|type|ordinal|year or term`: one key for one real document. A number is no identity: TU is another
 * committee in each province, and counters restart every term (Party) or year (State). Null where the scope is unknown.
 */
export function identityOf(parts: IdentityParts, report: Report): string | null {
  const issuer = issuerOfCode(parts.issuerCode.split('-')[0] ?? '');
  const system = issuer?.system ?? (parts.year || parts.typeLetters === null ? 'state' : 'party');
  const scope = scopeOf(parts, issuer?.level ?? null, report);
  if (scope === null) return null;
  const letters = (parts.typeLetters ?? parts.type ?? 'CV').replace(/^QĐi$/, 'QĐ');
  const time = system === 'state' ? (parts.year ?? parts.date?.slice(0, 4) ?? '') : termOf(parts.date, scope);
  return [system, scope, canonical(parts.issuerCode), letters, Number.parseInt(parts.ordinal, 10), time].join('|');
}

function canonical(issuerCode: string): string {
  return issuerCode
    .split('-')
    .map((code) => {
      const known = issuerOfCode(code);
      return known?.variants?.some((variant) => variant.toUpperCase() === code.toUpperCase()) ? known.code : code;
    })
    .join('-')
    .toUpperCase();
}

/** The term a day falls in; empty where the day is not known. */
export function termOf(date: string | null, scope: string): string {
  if (!date) return '';
  if (scope === 'central') return NATIONAL_TERMS.find(([start]) => date >= start)?.[1] ?? '';
  const year = Number(date.slice(0, 4));
  const start = year - (year % 5);
  return String(year % 5 === 0 && date < `${year}${LOCAL_TERM_START}` ? start - 5 : start);
}

const PLACE =
  /(?:thành phố|tỉnh|quận|huyện|thị xã|phường|xã|thị trấn|Thành [uủ][ỷy]|Tỉnh [uủ][ỷy]|Quận [uủ][ỷy]|Huyện [uủ][ỷy]|Thị [uủ][ỷy]|Đảng [uủ][ỷy](?: phường| xã| thị trấn)?)\s((?:\p{Lu}[\p{L}-]*\s?){1,4})/u;

/**
 * Where the issuer stands: named in the citation; else the unit of its level in the report's own chain; «central» for
 * bodies of the whole country. Null: unknown, and never to be merged with a citation of another report.
 */
function scopeOf(parts: IdentityParts, codeLevel: string | null, report: Report): string | null {
  const words = parts.issuer ?? '';
  // The code as written may contradict the words («…-QĐ/TW của Ban Thường vụ Thành ủy»); the words tell the scope.
  const level = levelInWords(words) ?? codeLevel;
  if (level === 'central') return 'central';
  const named = PLACE.exec(words)?.[1]?.trim();
  if (named) return fold(named);
  if (level === null) return null;
  const unit = report.units.find((candidate) => candidate.level === level);
  return unit
    ? fold(unit.name.replace(/^(?:thành phố|tỉnh|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu)\s/iu, ''))
    : null;
}

function levelInWords(words: string): UnitLevel | null {
  const folded = fold(words);
  if (/bo chinh tri|ban bi thu|trung uong|chinh phu|quoc hoi|^bo |thu tuong|chu tich nuoc/.test(folded))
    return 'central';
  if (/thanh uy|tinh uy|(uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)( thanh pho| tinh)|^so /.test(folded))
    return 'province';
  if (/quan uy|huyen uy|thi uy|(uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)( quan| huyen| thi xa)/.test(folded))
    return 'district';
  if (/dang uy|(uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)( phuong| xa| thi tran)|khoi dan van/.test(folded))
    return 'commune';
  return null;
}
