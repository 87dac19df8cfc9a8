import type { NumericValue } from './numeric-value.ts';
import { matchQualifier } from './qualifiers.ts';
import { type AtomContext, type NumberToken, plainToken } from './token.ts';
import { matchUnit, type UnitMatch } from './units.ts';

const rankWords = /(?:xếp|đứng|vị trí|hạng|thứ)[^.;]{0,24}$/u;
const planWords = /(?:quy hoạch|tỷ lệ|tỉ lệ|bản đồ|lấy ý kiến|chi tiết|phân khu|địa chính|trích đo|đo đạc)[^;]{0,40}$/u;
const mapScales = new Set([500, 1000, 2000, 5000, 10000, 25000, 50000, 100000]);

interface Part {
  value: NumericValue;
  unit: UnitMatch | null;
}

/** Numbers with slashes between them: 2/63 (rank), 1/500 (scale), 14/15 (fraction), 03 lượt/03 người/03 vụ (counts), 2 lần/1 tháng (rate). */
export function classifySlashed(context: AtomContext): NumberToken | null {
  const { text, atom, before } = context;
  if (atom.form === 'word') return null;
  const parts = readParts(context);
  const [first, second] = parts;
  if (first === undefined || second === undefined) return null;
  const end = parts.at(-1)!.unit?.end ?? parts.at(-1)!.value.end;
  const values = parts.map((part) => part.value);
  const unit = parts.at(-1)!.unit;
  const token: NumberToken = {
    ...plainToken('counts', atom.start, end, values),
    unit,
    qualifier: matchQualifier(text, atom.start),
  };
  if (parts.some((part) => part.unit !== null) && (parts.length > 2 || first.unit !== null))
    token.units = parts.map((part) => part.unit);
  if (parts.length > 2) return token;
  const [above, below] = [first.value, second.value];
  if (
    above.value === 1 &&
    below.integer &&
    mapScales.has(below.value) &&
    first.unit === null &&
    (planWords.test(before) || unit === null)
  ) {
    return plainToken('scale', atom.start, below.end, values);
  }
  if (
    rankWords.test(before) &&
    above.integer &&
    above.value <= below.value &&
    first.unit === null &&
    below.value >= 3
  ) {
    return { ...token, class: 'rank' };
  }
  if (first.unit !== null && unit !== null) {
    if (unit.family === 'time') return { ...token, class: 'rate' };
    if (!sameThing(first.unit, unit)) return token;
  }
  return { ...token, class: 'fraction' };
}

/** «vụ» of «vụ việc», «đồng chí» of «đồng chí»; «lượt» and «người» are counted side by side. */
function sameThing(a: UnitMatch, b: UnitMatch): boolean {
  return a.unit === b.unit || a.unit.startsWith(`${b.unit} `) || b.unit.startsWith(`${a.unit} `);
}

function readParts({ text, atom, atomAt }: AtomContext): Part[] {
  const parts: Part[] = [];
  let value: NumericValue | null = atom;
  while (value !== null && parts.length < 6) {
    const unit = matchUnit(text, value.end);
    const separator = unit === null ? null : slashAfter(text, unit.end);
    // «3/5 hộ» has its unit at the end only, «03 lượt/03 người» after each number.
    const bare = slashAfter(text, value.end);
    const next: number | null = bare ?? separator;
    parts.push({ value, unit: bare === null ? unit : null });
    value = next === null ? null : atomAt(next);
  }
  return parts;
}

/** Where the number after a slash begins; null when no number follows. */
function slashAfter(text: string, at: number): number | null {
  const m = /^\s?\/\s?(?=\d)/.exec(text.slice(at, at + 4));
  return m === null ? null : at + m[0].length;
}
