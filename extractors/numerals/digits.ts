export interface DigitForm {
  value: number;
  /** Size of the last printed place: 1 for 1206 and 1.206, 0.01 for 3,07. */
  step: number;
  form: 'plain' | 'grouped' | 'decimal' | 'malformed';
  /** Other values that the same string may have in a table: «1,187». */
  alternatives?: number[];
}

/**
 * Digits with separators: dot between thousands, comma before decimals. 1206 · 4.561 · 1.626,57. What follows no
 * convention is malformed and read as its digits suggest: 3.0408 → 30408, 12.5 → 12.5, 14,273,5 → 142735.
 * In a table cell «1,187» may be thousands: both values are given.
 */
export function readDigits(raw: string, cell = false): DigitForm | null {
  if (raw.length > 40 || !/^\d[\d.,]*$/.test(raw)) return null;
  const trailing = /[.,]+$/.exec(raw)?.[0].length ?? 0;
  if (trailing > 0) {
    const inner = readDigits(raw.slice(0, -trailing), cell);
    return inner && { value: inner.value, step: inner.step, form: 'malformed' };
  }
  const [whole, decimals, ...more] = raw.split(',');
  if (more.length === 0 && isGrouped(whole!)) {
    const digits = whole!.replaceAll('.', '');
    const form = decimals !== undefined ? 'decimal' : whole!.includes('.') ? 'grouped' : 'plain';
    if (decimals === undefined) return { value: Number(digits), step: 1, form };
    if (/^\d+$/.test(decimals)) {
      const decimal: DigitForm = { value: Number(`${digits}.${decimals}`), step: place(decimals.length), form };
      if (cell && isCommaGrouped(raw)) decimal.alternatives = [Number(raw.replaceAll(',', ''))];
      return decimal;
    }
  }
  return malformed(raw, cell);
}

function malformed(raw: string, cell: boolean): DigitForm {
  const digits = Number(raw.replace(/[.,]/g, ''));
  // 1,250,000: thousands as in English; no other reading is left.
  if (isCommaGrouped(raw)) return { value: digits, step: 1, form: cell ? 'grouped' : 'malformed' };
  // 12.5 · 1,250.75: the point of other languages.
  const point = /^((?:\d+|\d{1,3}(?:,\d{3}){1,6}))\.(\d{1,2})$/.exec(raw);
  if (point !== null)
    return {
      value: Number(`${point[1]!.replaceAll(',', '')}.${point[2]}`),
      step: place(point[2]!.length),
      form: 'malformed',
    };
  const doubled = /^(\d+)[.,]{2,}(\d+)$/.exec(raw);
  if (doubled !== null && doubled[2]!.length !== 3)
    return { value: Number(`${doubled[1]}.${doubled[2]}`), step: place(doubled[2]!.length), form: 'malformed' };
  return { value: digits, step: 1, form: 'malformed' };
}

function isGrouped(whole: string): boolean {
  return /^\d+$/.test(whole) || /^\d{1,3}(?:\.\d{3}){1,12}$/.test(whole);
}

function isCommaGrouped(raw: string): boolean {
  return /^[1-9]\d{0,2}(?:,\d{3}){1,12}$/.test(raw);
}

function place(decimals: number): number {
  return Number(`1e-${decimals}`);
}
