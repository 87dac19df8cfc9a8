import data from './codes.json' with { type: 'json' };

export interface TypeCode {
  letters: string;
  names: string[];
  variants?: string[];
  systems: string[];
  /** First and last year in which it was given. */
  from?: number;
  to?: number;
  /** A number with it, read as this entry by the tests. */
  example: string;
}

export interface IssuerCode {
  code: string;
  names: string[];
  variants?: string[];
  level: string | null;
  system: string;
  /** First and last year in which the body existed. */
  from?: number;
  to?: number;
  /** A number with it, read as this entry by the tests. */
  example: string;
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

/** Letters are compared without case, dots and the marks that typists drop: `CTr.PH` = `CTRPH`, `TƯ` = `TW` stays a variant. */
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
  const department = /^(?:B|UB|VP|KDV|TT)[A-ZĐ]{0,4}(TW|TU|HU|QU|THU|ĐU)$/.exec(bare);
  return department ? (byIssuer.get(department[1] ?? '') ?? null) : null;
}

/** Names of types, longest first, for the words before a number: «Thông báo kết luận» before «Thông báo». */
export const typeNames = [
  ...new Set([
    ...typeCodes.flatMap((type) => type.names).filter((name) => name !== 'Liên tịch'),
    'Bộ luật',
    'Luật',
    'Văn bản',
    'Công văn',
    'Chương trình hành động',
    'Điều lệ',
    'Chiến lược',
  ]),
].sort((a, b) => b.length - a.length);
