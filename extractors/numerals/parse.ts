/** A number as it stands in a text. Offsets are into that text. */
export interface NumericValue {
  start: number;
  end: number;
  /** As written, with its multiplier: `2 triệu`. */
  raw: string;
  value: number;
  /** Worth of the last printed place, multiplier included: 93,91 → 0.01; `1,5 triệu` → 100 000. Half of it is the rounding. */
  step: number;
  integer: boolean;
  form: 'plain' | 'grouped' | 'decimal' | 'word' | 'malformed';
  leadingZero: boolean;
  multiplier: number;
  /** Other readings that the writing leaves open: a cell `1,187` may be 1.187 or 1187. */
  alternatives?: number[];
}

const GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const PLAIN = /^\d+(?:,\d+)?$/;

/**
 * Reads a whole string of digits and separators as one number, the Vietnamese way: dot for thousands, comma for decimals.
 * `3.0408` and `96,6.` are malformed: their value is what the digits give without separators, and is not to be relied on.
 * In a table cell a comma before exactly three digits may group thousands: both readings are given. Null: no number.
 */
export function parseNumber(raw: string, { cell = false }: { cell?: boolean } = {}): NumericValue | null {
  const text = raw.trim();
  if (!/^\d[\d.,]{0,30}$/.test(text)) return null;
  const start = raw.indexOf(text);
  const base = { start, end: start + text.length, raw: text, multiplier: 1, leadingZero: /^0\d/.test(text) };
  if (!GROUPED.test(text) && !PLAIN.test(text)) {
    const value = Number(text.replace(/[.,]/g, ''));
    return { ...base, value, step: 1, integer: true, form: 'malformed' };
  }
  const [whole = '', decimals = ''] = text.replaceAll('.', '').split(',');
  const value = Number(decimals ? `${whole}.${decimals}` : whole);
  const form = decimals ? 'decimal' : text.includes('.') ? 'grouped' : 'plain';
  const number: NumericValue = { ...base, value, step: 10 ** -decimals.length, integer: decimals === '', form };
  return cell && /^\d{1,3},\d{3}$/.test(text) ? { ...number, alternatives: [Number(`${whole}${decimals}`)] } : number;
}

/** Words that multiply the number before them. */
const MULTIPLIERS: readonly [RegExp, number][] = [
  [/(?:nghìn|ngàn)\s+(?:tỷ|tỉ)(?![\p{L}])/uy, 1e12],
  [/(?:nghìn|ngàn)(?![\p{L}])/uy, 1e3],
  [/vạn(?![\p{L}])/uy, 1e4],
  [/triệu(?![\p{L}])/uy, 1e6],
  [/(?:tỷ|tỉ)(?!\s*(?:lệ|trọng|suất|số|giá))(?![\p{L}])/uy, 1e9],
];

/** `2` followed by ` triệu`: the number times a million, its end behind the word. Unchanged where no multiplier follows. */
export function withMultiplier(text: string, number: NumericValue): NumericValue {
  let at = number.end;
  while (text[at] === ' ') at++;
  for (const [word, multiplier] of MULTIPLIERS) {
    word.lastIndex = at;
    const found = word.exec(text);
    if (!found) continue;
    const end = at + found[0].length;
    const value = Number((number.value * multiplier).toPrecision(15));
    return {
      ...number,
      end,
      raw: text.slice(number.start, end),
      value,
      step: number.step * multiplier,
      integer: Number.isInteger(value),
      multiplier,
    };
  }
  return number;
}
