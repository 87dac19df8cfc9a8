import { scanPeriods } from '../dates/periods.ts';
import { scanDates } from '../dates/scan.ts';
import { Coverage } from '../text/coverage.ts';
import { type NumericValue, parseNumber, withMultiplier } from './parse.ts';
import { matchQualifierBefore, type QualifierMatch } from './qualifiers.ts';
import { matchUnit, type UnitMatch } from './units.ts';
import { findWordNumbers } from './words.ts';

export type NumberClass =
  | 'quantity'
  | 'percent'
  | 'fraction'
  | 'counts'
  | 'range'
  | 'rate'
  | 'rank'
  | 'ordinal'
  | 'date'
  | 'period'
  | 'document-number'
  | 'section-number'
  | 'scale'
  | 'address'
  | 'name'
  | 'personal'
  | 'malformed';

/** A number-like string and what it is. Fraction: numerator, denominator; counts: parallel counts; range: from, to. */
export interface NumberToken {
  class: NumberClass;
  start: number;
  end: number;
  values: NumericValue[];
  unit: UnitMatch | null;
  qualifier: QualifierMatch | null;
}

type Span = { start: number; end: number };

const DIGITS = /(?<![\d.,])\d[\d.,]*/g;

/** Every number-like string of a text, classified, in order, not overlapping. Superscript digits are not digits. */
export function scanNumbers(text: string): NumberToken[] {
  if (!/\d|mười|trăm|hai|ba|bốn|sáu|bảy|tám|chín|một|năm/i.test(text)) return [];
  const tokens: NumberToken[] = [];
  const coverage = new Coverage(text.length);
  const take = (token: NumberToken): void => {
    if (!coverage.isFree(token.start, token.end)) return;
    coverage.take(token.start, token.end);
    tokens.push(token);
  };
  for (const date of scanDates(text)) take(bare('date', date));
  for (const period of scanPeriods(text)) take(bare('period', period));
  for (const rule of NAMED) {
    for (const match of text.matchAll(rule.pattern)) {
      const start = match.index + (match.groups?.lead?.length ?? 0);
      take(bare(rule.class, { start, end: match.index + match[0].length }));
    }
  }
  for (const match of text.matchAll(DIGITS)) {
    const start = match.index;
    if (!coverage.isFree(start, start + 1)) continue;
    const number = numberAt(text, start, match[0]);
    if (number) take(classify(text, number));
  }
  for (const number of findWordNumbers(text)) {
    const unit = matchUnit(text, number.end);
    const end = unit?.end ?? number.end;
    take({
      class: 'quantity',
      start: number.start,
      end,
      values: [number],
      unit,
      qualifier: matchQualifierBefore(text, number.start),
    });
  }
  return tokens.sort((a, b) => a.start - b.start);
}

/** Strings that are told by the words around them, before any arithmetic is thought of. `lead` is not part of the token. */
const NAMED: readonly { class: NumberClass; pattern: RegExp }[] = [
  // 218-QĐ/TW, 04/2015/NĐ-CP, 35/2021/QH15, 538/QLCL-QLVBCC
  {
    class: 'document-number',
    pattern:
      /(?<![\d.,])\d{1,5}[a-z]?(?: ?[-–] ?\p{Lu}[\p{L}.]{0,9}(?: ?[/-] ?\p{Lu}[\p{L}\d]{0,12}){1,4}|\/(?:\d{4}\/)?\p{Lu}[\p{L}\d]{0,11}(?:[-/]\p{Lu}[\p{L}\d]{0,12}){0,4})/gu,
  },
  { class: 'rank', pattern: /(?<lead>(?:thứ|hạng|vị trí) )\d{1,3}\/\d{1,3}(?![\d/])/g },
  {
    class: 'scale',
    pattern:
      /(?<lead>(?:[Qq]uy hoạch|[Bb]ản đồ|tỷ lệ|tỉ lệ|ý kiến|chi tiết)[\p{L} ]{0,30}? )1\/(?:\d{3}|\d{1,2}\.?\d{3})(?!\d)/gu,
  },
  { class: 'address', pattern: /(?<lead>số (?:nhà )?)\d{1,4}[A-Z]?(?= (?:phố|đường|ngõ|ngách|hẻm|thôn|Phố|Đường))/g },
  {
    class: 'ordinal',
    pattern:
      /(?<lead>(?:lần thứ|Kỳ họp thứ|kỳ họp thứ|[Tt]hứ|[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Cc]hương|[Pp]hụ lục(?: số)?|[Bb]iểu(?: số)?|[Bb]ảng(?: số)?|[Mm]ẫu(?: số)?|[Kk]hóa|[Kk]hoá|[Ll]ớp|[Qq]uốc lộ|tỉnh lộ|[Tt]iêu chí(?: số)?|[Tt]ổ dân phố(?: số)?|[Kk]hu phố|[Tt]ổ|[Tt]hôn|[Kk]hối|[Kk]hóm|[Ấấ]p|[Vv]ùng|cấp độ|mức độ|[Gg]iai đoạn|số thứ tự|hạng|Tổng kho|loại|[Nn]hóm|[Cc]ụm|[Kk]hu vực|[Bb]ước|[Đđ]ợt|[Kk]ỳ|[Nn]gười thứ) )\d{1,3}(?![\d.,]*\d|%|\/| \p{Ll}| đồng)/gu,
  },
  {
    class: 'ordinal',
    pattern:
      /(?<lead>(?:lần thứ|Kỳ họp thứ|kỳ họp thứ|[Tt]hứ|[Đđ]iều|[Kk]hoản|[Qq]uốc lộ|[Gg]iai đoạn|[Pp]hụ lục(?: số)?|[Bb]iểu(?: số)?|(?:[Tt]ổ dân phố|[Kk]hu phố)(?: số)) )\d{1,3}(?![\d.,]*\d|%|\/)/gu,
  },
  { class: 'section-number', pattern: /^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}[.)])(?= )/g },
  { class: 'name', pattern: /(?<lead>\p{L})[-]\d{1,3}(?![\d.,]*\d)/gu },
  { class: 'personal', pattern: /(?<!\d)(?:\d{12}|0\d{9})(?!\d)/g },
  { class: 'period', pattern: /(?<lead>năm |Năm )(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?(?![\d.,]*\d)/g },
  { class: 'period', pattern: /(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d(?![\d.,]*\d)/g },
  { class: 'period', pattern: /(?<lead>tháng )\d{1,2}(?!\d|[.,]\d|\/\d{1,2}\/)/g },
];

function bare(kind: NumberClass, { start, end }: Span): NumberToken {
  return { class: kind, start, end, values: [], unit: null, qualifier: null };
}

/** Digits with their separators; what trails as punctuation of the sentence is left to the sentence. */
function numberAt(text: string, start: number, digits: string): NumericValue | null {
  // «96,6.%» keeps its wrong dot: a percent sign behind it shows that it is no full stop.
  const kept = text[start + digits.length] === '%' ? digits : digits.replace(/[.,]+$/, '');
  const number = parseNumber(kept);
  return number && withMultiplier(text, { ...number, start, end: start + kept.length });
}

function classify(text: string, first: NumericValue): NumberToken {
  const qualifier = matchQualifierBefore(text, first.start);
  const token = (kind: NumberClass, values: NumericValue[], end: number, unit: UnitMatch | null): NumberToken => ({
    class: kind,
    start: first.start,
    end: Math.max(end, unit?.end ?? 0),
    values,
    unit,
    qualifier,
  });
  if (first.form === 'malformed') return token('malformed', [first], first.end, matchUnit(text, first.end));
  const percent = /^ ?%(?:\/năm)?/.exec(text.slice(first.end, first.end + 8));
  if (percent) {
    const start = first.end + percent[0].indexOf('%');
    const end = first.end + percent[0].length;
    return token('percent', [first], end, {
      start,
      end,
      text: text.slice(start, end),
      unit: text.slice(start, end),
      family: 'share',
      factor: 1,
    });
  }
  return (
    slashed(text, first, token) ??
    ranged(text, first, token) ??
    token('quantity', [first], first.end, matchUnit(text, first.end))
  );
}

type Make = (kind: NumberClass, values: NumericValue[], end: number, unit: UnitMatch | null) => NumberToken;

/** `108/115 đồng chí`, `21 vụ/3.585 vụ việc` (a fraction); `03 lượt/03 người/03 vụ việc` (counts); `2 lần/1 tháng`, `5 triệu đồng/người` (rates). */
function slashed(text: string, first: NumericValue, token: Make): NumberToken | null {
  const values = [first];
  const units: (UnitMatch | null)[] = [];
  let end = first.end;
  for (let n = 0; n < 4; n++) {
    const unit = text[end] === '/' || text.startsWith(' /', end) ? null : matchUnit(text, end);
    const at = skipSlash(text, unit?.end ?? end);
    if (at === null) {
      if (values.length > 1) units.push(unit);
      break;
    }
    units.push(unit);
    const digits = /^\d[\d.,]*/.exec(text.slice(at, at + 20));
    if (!digits) {
      if (values.length > 1) break;
      const per = matchUnit(text, at);
      return unit && per ? token('rate', values, per.end, unit) : null;
    }
    const next = numberAt(text, at, digits[0]);
    if (!next) return null;
    values.push(next);
    end = next.end;
  }
  if (values.length < 2) return null;
  const last = units[values.length - 1] ?? null;
  if (values.length > 2) return token('counts', values, end, units[0] ?? last);
  const [one = null] = units;
  if (
    one &&
    last &&
    (last.family === 'time' ||
      (one.unit !== last.unit && !last.unit.startsWith(one.unit) && !one.unit.startsWith(last.unit)))
  ) {
    return token(last.family === 'time' ? 'rate' : 'counts', values, end, one);
  }
  return token('fraction', values, end, last ?? one);
}

function skipSlash(text: string, at: number): number | null {
  const match = /^ ?\/ ?/.exec(text.slice(at, at + 3));
  return match ? at + match[0].length : null;
}

/** `3 đến 5 ngày`, `từ 10 - 15 hộ`. Two years are a period, and were taken before. */
function ranged(text: string, first: NumericValue, token: Make): NumberToken | null {
  const joint = /^(?: đến | ?[-–] ?)(?=\d)/.exec(text.slice(first.end, first.end + 8));
  if (!joint) return null;
  const at = first.end + joint[0].length;
  const digits = /^\d[\d.,]*/.exec(text.slice(at, at + 20));
  const next = digits && numberAt(text, at, digits[0]);
  if (!next || next.value <= first.value || next.form === 'malformed') return null;
  if (joint[0].trim() !== 'đến' && text[next.end] === '/') return null;
  return token('range', [first, next], next.end, matchUnit(text, next.end));
}
