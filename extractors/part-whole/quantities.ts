import { type NumberToken, type NumericValue, scanNumbers } from '../numerals/index.ts';
import { fold, lower } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';

/** A figure of running text that counts or measures something. Offsets are into the text given. */
export interface Quantity {
  /** The figure alone: «1.626,57», «ba». */
  start: number;
  end: number;
  raw: string;
  /** With its multiplier, in the base unit of its family: «15.140 triệu» is 15.140.000.000, «2 ha» is 20.000 (m²). */
  value: number;
  /** Worth of the last printed place, in the same unit. */
  unit: number;
  measure: 'count' | 'percent' | 'money' | 'area' | 'time';
  /** Family of its unit, such as papers or people; null where the unit is not known. */
  family: string | null;
  /** The noun it counts, folded, at most six words: «20 mô hình Dân vận khéo» → «mo hinh dan van kheo». */
  noun: string;
  /** End of the noun in the text. */
  nounEnd: number;
  qualifier: 'above' | 'below' | 'about' | null;
  /** A bare figure that may belong to a name («Hội Nông dân 420», «tầng 15»), or in a list be the figure of an item. */
  loose: boolean;
  /** «tăng 5», «bình quân 3»: a change or an average, nothing that adds up. */
  relative: boolean;
  /** «so với cùng kỳ (115 vụ)», «năm 2022 là 43 đảng viên»: given for comparison, of another time. */
  compared: boolean;
  /** «108/115»: the figure after the stroke. */
  denominator: { start: number; end: number; raw: string; value: number } | null;
}

/** Words that end a noun phrase, with their marks: «đang» does, «đảng» does not. */
const stopWords = new Set(
  'và với cho tại ở của đã được đạt là có trong từ đến do theo chiếm tăng giảm gồm bao như còn đối đang bằng qua trên thuộc về nhằm để khi mà hay hoặc gấp cùng này đó thì vào ra bị nêu'.split(
    ' ',
  ),
);

/** «401 bị can» and «134 đối tượng» are nouns, «12 vụ bị hủy» goes on with a verb, «12 vụ đối với» with another word. */
const accused = /^ (?:bị (?:can|cáo|hại)|đối tượng)/u;

/** Every figure that counts, measures or gives a share, in order; dates, codes, ranks, ranges and the like are left out. */
export const scanQuantities = remembered(readQuantities);

function readQuantities(text: string): readonly Quantity[] {
  const words = lower(text);
  const folded = fold(text);
  return scanNumbers(text).flatMap((token): Quantity[] => {
    if (token.class === 'counts') return sideBySide(token, words, folded);
    const value = token.values[0];
    if (value === undefined || !kept.has(token.class) || (named.has(token.class) && !isBare(text, value))) return [];
    const last = token.values.at(-1)!;
    const factor = token.unit?.factor ?? 1;
    const percent = token.class === 'percent' || token.unit?.family === 'share';
    // «120/300 tỷ đồng»: the multiplier behind the stroke is meant for both.
    const both = token.class === 'fraction' && value.multiplier === 1 ? last.multiplier : 1;
    const scale = (percent ? 1 : factor) * both;
    return [
      {
        ...digitsOf(value),
        value: value.value * scale,
        unit: value.step * scale,
        ...(percent ? { noun: '', nounEnd: last.end } : nounAt(words, folded, last.end)),
        measure: percent ? 'percent' : isBareMoney(token, words, last.end) ? 'money' : measureOf(token),
        family: token.unit === null || token.unit.family === 'other' ? null : token.unit.family,
        qualifier: token.class === 'malformed' ? 'about' : qualifierOf(token),
        loose: named.has(token.class),
        relative:
          token.qualifier?.bound === 'difference' ||
          token.qualifier?.bound === 'average' ||
          (token.qualifier?.change ?? null) !== null,
        compared: isCompared(words, value.start, last.end),
        denominator:
          token.class === 'fraction' ? { ...digitsOf(last), value: last.value * (percent ? 1 : factor) } : null,
      },
    ];
  });
}

/** «hộ nghèo 49,746 tỷ; học sinh 10,765 tỷ»: millions and billions of nothing are of đồng. */
function isBareMoney({ unit, values }: NumberToken, words: string, end: number): boolean {
  return unit === null && (values[0]?.multiplier ?? 1) >= 1e6 && /^(?:[,;.:)]|$)/u.test(words.slice(end, end + 1));
}

/** «312 vụ/401 bị can»: counts of different things, each with its own noun. */
function sideBySide(token: NumberToken, words: string, folded: string): Quantity[] {
  return token.values.map((value, index) => {
    const unit = token.units?.[index] ?? null;
    const factor = unit?.factor ?? 1;
    return {
      ...digitsOf(value),
      value: value.value * factor,
      unit: value.step * factor,
      measure: measureOf({ unit }),
      ...nounAt(words, folded, value.end),
      family: unit === null || unit.family === 'other' ? null : unit.family,
      qualifier: index === 0 ? qualifierOf(token) : null,
      loose: false,
      relative: token.qualifier?.bound === 'difference' || (token.qualifier?.change ?? null) !== null,
      compared: isCompared(words, token.values[0]!.start, token.values.at(-1)!.end),
      denominator: null,
    };
  });
}

const otherTime =
  '(?:cùng kỳ|cùng thời điểm|kỳ trước(?! chuyển)|năm trước|năm ngoái|năm học trước|tháng trước|quý trước)';
/** «so với năm 2018 (trong đó đã ủy thác 580 việc)», «so với cùng kỳ (tương ứng giảm 161 doanh nghiệp)»: no earlier figure. */
const ofOther = '(?!(?:trong đó|gồm|bao gồm|tương ứng|tương đương|riêng|có|chiếm|đạt)(?!\\p{L}))';
/** «so với cùng kỳ năm 2023 (…», «cùng kỳ năm trước là …», «(năm 2022: …, 214 …», «so với năm 2022 là …». */
const comparing = new RegExp(
  `(?:so (?:với|cùng)[^.;()]{0,60}\\(${ofOther}(?:[^().;]{0,60}[ :,/])?|${otherTime}(?: năm (?:trước|ngoái|học trước|\\d{4}))?,? ?(?:\\d{4} ?)?(?:thực hiện |đạt |là |có |: ?|chỉ )+|so với năm \\d{4} (?:là |có |đạt )+|\\((?:của )?${otherTime}[^().;\\d]{0,40}(?:\\d{4}[^().;\\d]{0,20})?)$`,
  'u',
);
/** «tăng 12 vụ (115 vụ)»: the one figure in parentheses behind a change is what it grew from. */
const behindChange = /(?:tăng|giảm)(?: thêm)? \d[\d.,]*(?: ?%|(?: \p{L}+){1,6}) \($/u;

/** It has a change of its own. */
const grows = /^[^().;]{0,40}, (?:tăng|giảm) /u;

function isCompared(words: string, start: number, end: number): boolean {
  const before = words.slice(Math.max(0, start - 130), start);
  // «so với cùng kỳ năm trước (khách quốc tế khoảng 210.000 lượt, tăng 7,45%)»: told of this year.
  if (comparing.test(before))
    return !/\([^().;\d]*\p{L}[^().;\d]*$/u.test(before) || !grows.test(words.slice(end, end + 60));
  return behindChange.test(before) && /^(?: ?\p{L}+){0,5}\)/u.test(words.slice(end, end + 40));
}

/** What may be part of a name or a place («tổ 15», «Hội Nông dân 420»), and in a list the figure of an item («hạ tầng 15»). */
const named = new Set<NumberToken['class']>(['name', 'ordinal', 'address']);
const kept = new Set<NumberToken['class']>(['quantity', 'percent', 'fraction', 'malformed', ...named]);

/** Digits between spaces and marks, with nothing glued to them: not «Covid-19», not «D2». */
function isBare(text: string, { start, end, form }: NumericValue): boolean {
  return form !== 'word' && text.charAt(start - 1) === ' ' && /^(?:[,;.)]|$| và )/.test(text.slice(end, end + 4));
}

/** «15.140 triệu» → «15.140»: the multiplier is a word of the clause. */
function digitsOf({ start, raw, end, form }: NumericValue): { start: number; end: number; raw: string } {
  const digits = form === 'word' ? raw : (/^[\d.,]*\d/.exec(raw)?.[0] ?? raw);
  return { start, end: digits === raw ? end : start + digits.length, raw: digits };
}

/** The noun after a figure: words up to a stop word, a figure or a mark; quotation marks inside a name do not end it. */
function nounAt(text: string, folded: string, from: number): { noun: string; nounEnd: number } {
  const word = /[ “”"]{1,3}(\p{L}+)(?=\P{L}|$)/uy;
  let end = from;
  word.lastIndex = from;
  for (let count = 0; count < 6; count++) {
    const match = word.exec(text);
    if (match === null || (stopWords.has(match[1]!) && !accused.test(text.slice(match.index, match.index + 10)))) break;
    if (/^(?:so|tỷ|tỉ)$/.test(match[1]!) && /^ (?:với|lệ)/.test(text.slice(word.lastIndex, word.lastIndex + 4))) break;
    end = word.lastIndex;
  }
  const noun = folded
    .slice(from, end)
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return { noun, nounEnd: end };
}

function measureOf({ unit }: Pick<NumberToken, 'unit'>): Quantity['measure'] {
  if (unit?.family === 'money') return 'money';
  if (unit?.family === 'time') return 'time';
  return unit?.family === 'area' ? 'area' : 'count';
}

function qualifierOf({ qualifier }: NumberToken): Quantity['qualifier'] {
  switch (qualifier?.bound) {
    case 'at-least':
    case 'min-target':
      return 'above';
    case 'below':
    case 'max-target':
      return 'below';
    case 'about':
      return 'about';
    default:
      return null;
  }
}
