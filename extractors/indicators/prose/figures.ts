import { type NumberToken, type NumericValue, scanNumbers, type UnitMatch } from '../../numerals/index.ts';
import type { Figure } from './figure.ts';

export interface Span {
  start: number;
  end: number;
}

const counted = new Set<NumberToken['class']>([
  'quantity',
  'percent',
  'fraction',
  'counts',
  'range',
  'rate',
  'rank',
  'malformed',
]);

/**
 * The figures of a text: what counts or measures something. Not: dates, codes, sections, names (other classes), durations,
 * ages and anniversaries («10 năm thực hiện», «3 đến 5 ngày làm việc»), whatever stands inside a citation.
 */
export function readFigures(text: string, cited: readonly Span[]): Figure[] {
  const found: Figure[] = [];
  for (const token of scanNumbers(text)) {
    if (
      !counted.has(token.class) ||
      isInside(token, cited) ||
      lasts(token) ||
      isVerb(text, token) ||
      isHalfFilled(text, token) ||
      namesShare(text, token)
    )
      continue;
    for (const figure of figuresOf(text, token)) {
      if (figure.unit !== null || mayLackUnit(text, figure, found.at(-1))) found.push(figure);
    }
  }
  return found;
}

function isInside({ start }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => start >= span.start && start < span.end);
}

/** «thôn 3 tổ chức Ngày hội»: only what is named after it makes a body of it («12 tổ chức đảng»). */
function isVerb(text: string, { unit }: NumberToken): boolean {
  return (
    unit?.unit === 'tổ chức' &&
    unit.text.length === 'tổ chức'.length &&
    /^ (?!(?:đảng|chính|cơ sở|hội|tôn|xã|kinh|tín|phi|quốc|công|đoàn|thành|hành|được|và|trong|tham|có|bị|đã|nước|nghề|từ thiện|cá nhân)(?!\p{L}))\p{L}/u.test(
      text.slice(unit.end, unit.end + 16),
    )
  );
}

/** «……/12 thôn»: of how many is no figure while nobody has filled in how many. */
function isHalfFilled(text: string, { start, end }: NumberToken): boolean {
  return (
    /(?:…|\.{2}|_{2})\s?\/\s?$/u.test(text.slice(Math.max(0, start - 5), start)) ||
    /^\s?\/\s?(?:…|\.{2}|_{2})/u.test(text.slice(end, end + 5))
  );
}

/** «tỷ lệ tiêm đủ 02 mũi đạt 84,6%»: the number belongs to the name of the share. */
function namesShare(text: string, { start, end, unit }: NumberToken): boolean {
  if (unit === null || unit.family === 'share') return false;
  const named = /(?:tỷ|tỉ) lệ [^;.,:()\d]{0,80}$/iu.test(text.slice(Math.max(0, start - 90), start));
  return (
    named &&
    /^[^;.,:()\d]{0,40} (?:đạt|là|chiếm|còn) (?:trên |gần |khoảng )?\d[\d.,]{0,8}\s?%/iu.test(text.slice(end, end + 70))
  );
}

/** A stretch of time is no figure of a report, nor is how often something is held: «2 lần/1 tháng», «1 buổi/tuần». */
function lasts(token: NumberToken): boolean {
  if (token.unit === null) return false;
  if (token.unit.family === 'time') return true;
  return (
    token.class === 'rate' && token.unit.family === 'events' && /\/(?:năm|quý|tháng|tuần|ngày)$/.test(token.unit.unit)
  );
}

function figuresOf(text: string, token: NumberToken): Figure[] {
  const [first, second] = token.values;
  if (first === undefined) return [];
  switch (token.class) {
    case 'fraction':
      return second === undefined || first.form === 'word'
        ? []
        : [
            figure(text, token, first, token.units?.[0] ?? token.unit, 'numerator'),
            figure(text, token, second, token.unit, 'denominator'),
          ];
    case 'counts':
      return token.values.map((value, index) =>
        figure(text, token, value, token.units?.[index] ?? token.unit, 'count'),
      );
    case 'rank':
      return [
        {
          ...figure(text, token, first, null, 'rank'),
          raw: digits(text, first.start, (second ?? first).end),
          unitName: 'hạng',
          unit: token.unit,
          end: token.end,
        },
      ];
    case 'range': {
      // One figure: the upper end, written with the lower one.
      const upper = second ?? first;
      return [
        {
          ...figure(text, token, upper, token.unit, 'range'),
          raw: digits(text, first.start, upper.start + figure(text, token, upper, token.unit, 'range').raw.length),
          start: first.start,
        },
      ];
    }
    case 'rate':
      return [figure(text, token, first, token.unit, 'rate')];
    case 'percent':
      return [figure(text, token, first, token.unit, 'percent')];
    default:
      if (first.form === 'word' && !countsInWords(token, first)) return [];
      return [figure(text, token, first, token.unit, roleOf(token.unit))];
  }
}

function roleOf(unit: UnitMatch | null): Figure['role'] {
  if (unit?.family === 'share') return 'percent';
  const measures = ['area', 'length', 'weight', 'volume', 'energy', 'money', 'score'];
  return unit !== null && measures.includes(unit.family) ? 'measure' : 'count';
}

/** «hai cuộc giám sát» counts; «một trong những», «hai cấp», «ba bên» do not. */
function countsInWords(token: NumberToken, value: NumericValue): boolean {
  const family = token.unit?.family;
  return value.value >= 2 && (family === 'events' || family === 'papers' || family === 'people' || family === 'goods');
}

function figure(
  text: string,
  token: NumberToken,
  value: NumericValue,
  unit: UnitMatch | null,
  role: Figure['role'],
): Figure {
  // «12 tỷ 500 triệu đồng» is 12.500.000.000 đồng.
  const mixed = /\p{L}\s\d/u.test(value.raw);
  const money = unit?.family === 'money' && value.multiplier > 1 && !mixed;
  const scale = money ? text.slice(value.start, value.end).replace(/^[\d.,\s]+/, '') : '';
  return {
    token,
    value,
    unit,
    raw: money ? text.slice(value.start, value.end - scale.length).trimEnd() : value.raw,
    number: money ? Number((value.value / value.multiplier).toPrecision(15)) : value.value,
    unitName: unit === null ? null : money ? `${scale} ${unit.unit}` : unit.unit,
    role,
    changes: changes(text, token),
    start: value.start,
    end: unit?.end ?? value.end,
  };
}

function changes(text: string, { start, qualifier }: NumberToken): boolean {
  if (qualifier?.bound === 'difference' || (qualifier?.change ?? null) !== null) return true;
  return /(?<!\p{L})gấp (?:trên |hơn |gần |khoảng )?$/iu.test(text.slice(Math.max(0, start - 14), start));
}

function digits(text: string, start: number, end: number): string {
  return text.slice(start, end);
}

/** A bare number counts only beside one with a unit («20 mô hình (xây dựng mới 10, nhân rộng 10)») or after a colon. */
function mayLackUnit(text: string, { value, end }: Figure, before: Figure | undefined): boolean {
  if (!/^\s{0,2}(?:[,;)\n]|\.(?:\s|$|\/)|$)/u.test(text.slice(end, end + 3)) || value.form === 'word') return false;
  const lead = text.slice(Math.max(0, value.start - 60), value.start);
  if (/(?:số|tổng)[^.;:()]{0,50}(?::|là|được|đạt)\s$/iu.test(lead)) return true;
  return (
    before !== undefined &&
    before.role === 'count' &&
    value.start - before.end < 120 &&
    !/[.;]\s/u.test(text.slice(before.end, value.start)) &&
    /\p{L}\s$/u.test(lead)
  );
}
