/**
 * What a table cell says. `unit` is the worth of its last printed place: 12,5 → 0.1. Of a malformed figure the digits are
 * kept («3.0408» → 30408): a sum that fits them shows what was meant.
 */
export type CellValue =
  | { kind: 'blank' }
  /** A place that was left to be filled in: no zero, and nobody knows what. */
  | { kind: 'unfilled' }
  | { kind: 'figure'; numbers: Figure[] }
  | { kind: 'malformed'; figure: Figure }
  | { kind: 'share'; figure: Figure | null }
  | { kind: 'text' };

export interface Figure {
  value: number;
  unit: number;
  raw: string;
}

const dashes = /^[-–—_.…*\s]*$/;
/** «….. hộ», «…/…», «….%». */
const toFillIn = /^[^\d\p{L}]*(?:…|\.{2,}|_{2,})[^\d\p{L}]*(?:\s?\p{L}[\p{L}\s]{0,20})?$/u;
const figure = /^[-–−+]?\s?\d[\d.,]*\d?(?:\s\d{3})*$/;

/**
 * Reads one cell. Compound cells are two or three counts («243/368» under «số buổi / số người»); percentages are kept
 * apart, because they never add up. A unit after the figure («12 vụ») does not hinder.
 */
export function readCell(text: string, commaGroups: boolean): CellValue {
  if (dashes.test(text)) return { kind: /…|\.{2}|_{2}/.test(text) ? 'unfilled' : 'blank' };
  if (text.length > 60) return { kind: 'text' };
  if (toFillIn.test(text)) return { kind: 'unfilled' };
  if (/%/.test(text)) {
    const bare = /^([-–+]?\s?\d[\d.,]*)\s?%$/.exec(text)?.[1];
    return { kind: 'share', figure: bare === undefined ? null : readFigure(bare, false) };
  }
  const bare = text.replace(/\s+\p{L}[\p{L}\s]{0,20}$/u, '').trim();
  const sides = bare.split('/').map((side) => side.trim());
  if (sides.length > 3 || !sides.every((side) => figure.test(side))) return { kind: 'text' };
  if (sides.length > 1 && looksLikeDate(sides)) return { kind: 'text' };
  const numbers: Figure[] = [];
  for (const side of sides) {
    const number = readFigure(side, commaGroups);
    if (number === null)
      return { kind: 'malformed', figure: { value: Number(side.replace(/\D/g, '').slice(0, 15)), unit: 1, raw: side } };
    numbers.push(number);
  }
  return { kind: 'figure', numbers };
}

/** «1.626,57», «1206», «12 345», and in a column that writes thousands so also «1,187». Null: separators out of place. */
export function readFigure(raw: string, commaGroups: boolean): Figure | null {
  const sign = /^[-–−]/.test(raw) ? -1 : 1;
  let digits = raw.replace(/^[-–−+]\s?/, '').replace(/(\d)\s(?=\d{3}(?:\D|$))/g, '$1.');
  if (commaGroups && /^\d{1,3}(?:,\d{3})+$/.test(digits)) digits = digits.replace(/,/g, '');
  const parts = /^(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(\d{1,6}))?$/.exec(digits);
  if (parts === null) {
    // 12.5 for 12,5: one or two digits after a single dot are decimals written another way.
    const dotted = /^(\d{1,9})\.(\d{1,2})$/.exec(digits);
    if (dotted === null) return null;
    return { value: sign * Number(digits), unit: 10 ** -dotted[2]!.length, raw };
  }
  const whole = Number(parts[1]!.replace(/\./g, ''));
  const places = parts[2]?.length ?? 0;
  return { value: sign * (places === 0 ? whole : Number(`${whole}.${parts[2]}`)), unit: 10 ** -places, raw };
}

function looksLikeDate(sides: string[]): boolean {
  const year = sides.at(-1)!;
  return (
    /^(?:19|20)\d\d$/.test(year) && sides.slice(0, -1).every((side) => /^\d{1,2}$/.test(side) && Number(side) <= 31)
  );
}

/**
 * Does a column write its thousands with a comma? Only where every comma is followed by exactly three digits: «1,187»
 * among whole numbers is 1187, beside «12,5» it would be decimals.
 */
export function writesCommaGroups(texts: readonly string[]): boolean {
  let seen = false;
  for (const text of texts) {
    if (!text.includes(',') || text.length > 30) continue;
    if (!/^\d{1,3}(?:,\d{3})+$/.test(text.trim())) return false;
    seen = true;
  }
  return seen;
}
