/**
 * Numerals in words. `năm` is 5 only inside a longer numeral here (mười lăm, hai mươi lăm, năm trăm); alone it is a year
 * far more often, and whoever knows the words around it decides. `tư` is 4 after tens only; `một số` is no number.
 */
const units: Record<string, number> = {
  không: 0,
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
/** How a unit sounds after tens: hai mươi mốt, hai mươi tư, mười lăm. */
const afterTens: Record<string, number> = { mốt: 1, tư: 4, lăm: 5, nhăm: 5 };
const scales: Record<string, number> = { nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 };

export const numberWords: ReadonlySet<string> = new Set([
  ...Object.keys(units),
  ...Object.keys(afterTens),
  ...Object.keys(scales),
  'mười',
  'mươi',
  'trăm',
  'linh',
  'lẻ',
  'rưỡi',
]);

export interface WordNumber {
  value: number;
  /** The largest scale word of the numeral; 1 without. */
  multiplier: number;
  /** Size of the last place named: 1000 for «ba nghìn», 1 for «ba nghìn linh hai». */
  step: number;
}

/** Reads a whole numeral: ['hai', 'mươi', 'mốt'] → 21. Null where the words do not make one number. */
export function readNumberWords(words: readonly string[]): WordNumber | null {
  if (words.length === 0 || words.length > 24) return null;
  const lower = words.map((word) => word.toLowerCase());
  if (!(lower[0]! in units) && lower[0] !== 'mười') return null;
  let total = 0;
  let rest = lower;
  let last = Number.POSITIVE_INFINITY;
  let multiplier = 1;
  while (rest.length > 0) {
    const at = rest.findIndex((word) => word in scales);
    const group = at === -1 ? rest : rest.slice(0, at);
    let scale = 1;
    let next = at === -1 ? rest.length : at;
    while (next < rest.length && rest[next]! in scales) scale *= scales[rest[next++]!]!;
    const half = rest[next] === 'rưỡi' && scale > 1;
    const hundreds = group.length === 0 ? null : readBelowThousand(group, total > 0);
    if (hundreds === null || scale >= last) return null;
    total += (hundreds + (half ? 0.5 : 0)) * scale;
    multiplier = Math.max(multiplier, scale);
    last = scale;
    rest = rest.slice(next + (half ? 1 : 0));
  }
  return { value: total, multiplier, step: Number.isFinite(last) ? last : 1 };
}

/** hai trăm linh năm · ba mươi tư · mười lăm · (after nghìn) không trăm hai mươi ba */
function readBelowThousand(words: readonly string[], inside: boolean): number | null {
  let rest = words;
  let sum = 0;
  if (rest[1] === 'trăm') {
    const hundreds = units[rest[0]!];
    if (hundreds === undefined || (hundreds === 0 && !inside)) return null;
    sum = hundreds * 100;
    rest = rest.slice(2);
    if (rest.length === 0) return sum;
    if (rest[0] === 'linh' || rest[0] === 'lẻ') {
      const unit = rest.length === 2 ? units[rest[1]!] : undefined;
      return unit ? sum + unit : null;
    }
    if (rest.length === 1 && rest[0] !== 'mười') return null;
  } else if (inside && (rest[0] === 'linh' || rest[0] === 'lẻ')) {
    const unit = rest.length === 2 ? units[rest[1]!] : undefined;
    return unit ? unit : null;
  }
  const tens = rest[0] === 'mười' ? 1 : rest[1] === 'mươi' ? units[rest[0]!] : undefined;
  if (tens !== undefined) {
    if (tens === 0 || (rest[0] !== 'mười' && tens < 2)) return null;
    const tail = rest.slice(rest[0] === 'mười' ? 1 : 2);
    if (tail.length === 0) return sum + tens * 10;
    if (tail.length > 1) return null;
    const word = tail[0]!;
    // «mười lăm», «hai mươi lăm»; «mười năm» is ten years, «hai mươi một» is said «mốt».
    if (word === 'năm' || (word === 'mốt' && tens === 1) || (word === 'tư' && tens === 1)) return null;
    const unit = afterTens[word] ?? units[word];
    return unit ? sum + tens * 10 + unit : null;
  }
  if (rest.length !== 1) return null;
  const unit = units[rest[0]!];
  return unit === undefined || (unit === 0 && !inside && sum === 0) ? null : sum + unit;
}
