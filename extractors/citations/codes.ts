import data from './codes.json' with { type: 'json' };

interface Code {
  variants?: string[];
  /** How a scan reads it: `OĐ` for `QĐ`, `IW` for `TW`. */
  misread?: string[];
  /** First and last year in which it was given. */
  from?: number;
  to?: number;
  /** A number with it, read as this entry by the tests. */
  example: string;
}

export interface TypeCode extends Code {
  letters: string;
  names: string[];
  systems: string[];
}

export interface IssuerCode extends Code {
  code: string;
  names: string[];
  level: string | null;
  system: string;
  /** Its legislature or committee stands behind it: `UBTVQH11`, `QH15`, `BCĐ75`. */
  numbered?: true;
}

export const typeCodes = data.types as readonly TypeCode[];
export const issuerCodes = data.issuers as readonly IssuerCode[];

const byLetters = new Map(
  typeCodes.flatMap((type) => [type.letters, ...(type.variants ?? [])].map((letters) => [key(letters), type] as const)),
);
const byIssuer = new Map(
  issuerCodes.flatMap((issuer) =>
    [issuer.code, ...(issuer.variants ?? [])].map((code) => [key(code), issuer] as const),
  ),
);
const misreadTypes = new Map(
  typeCodes.flatMap((type) => (type.misread ?? []).map((code) => [key(code), type] as const)),
);
const misreadIssuers = new Map(
  issuerCodes.flatMap((issuer) => (issuer.misread ?? []).map((code) => [key(code), issuer] as const)),
);

/** Letters are compared without case and dots: `CTr.PH` = `CTRPH`. */
function key(letters: string): string {
  return letters.toUpperCase().replaceAll('Ð', 'Đ').replaceAll('.', '');
}

export function typeOfLetters(letters: string): TypeCode | null {
  return byLetters.get(key(letters)) ?? null;
}

/** `UBTVQH11`, `QH15` and `BCĐ75` are their body with the number of its legislature or committee. */
export function issuerOfCode(code: string): IssuerCode | null {
  const bare = key(code).replace(/\d+$/, '');
  const known = byIssuer.get(bare);
  if (known) return known;
  // A department of a Party committee: BDVTU, UBKTHU, BTGQU, VPĐU.
  const department = /^(?:B|UB|VP|KDV|TT)[A-ZĐ]{0,6}(TW|TU|HU|QU|THU|ĐU)$/.exec(bare);
  return department ? (byIssuer.get(department[1] ?? '') ?? null) : null;
}

/** The entry that a scan's letters stand for, or null. */
export const misreadType = (letters: string): TypeCode | null => misreadTypes.get(key(letters)) ?? null;
export const misreadIssuer = (code: string): IssuerCode | null => misreadIssuers.get(key(code)) ?? null;

/** Names of types, longest first, for the words before a number: «Thông báo kết luận» before «Thông báo». */
export const typeNames = [
  ...new Set([
    ...typeCodes.flatMap((type) => type.names),
    'Bộ luật',
    'Luật',
    'Văn bản',
    'Công văn',
    'Điều lệ',
    'Chiến lược',
  ]),
].sort((a, b) => b.length - a.length);

/** Does the name belong to the letters: `QĐ` is «Quyết định» and «Quy định»? */
export function isNameOf(name: string | null, letters: string | null): boolean {
  return name !== null && letters !== null && (typeOfLetters(letters)?.names.includes(name) ?? false);
}
