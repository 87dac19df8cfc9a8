import type { NumericValue } from './parse.ts';

const DIGITS: Record<string, number> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  đôi: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
/** `tư` is also "private", `năm` also "year", `mốt`/`lăm`/`nhăm` only end a number: none of them begins one. */
const OPENERS = new Set(['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'bẩy', 'tám', 'chín', 'mười']);
const SCALES: Record<string, number> = { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 };

const WORD = /\p{L}+/gu;

/**
 * Numbers in words: `mười lăm`, `hai mươi mốt`, `một trăm linh năm`, `ba nghìn hai trăm`. A single word is a number only
 * where a counted noun is likely to follow (`ba hình thức`), never `một số` (some), `năm 2023` (year), `một cách`.
 */
export function findWordNumbers(text: string): NumericValue[] {
  const words = Array.from(text.matchAll(WORD), (match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: NumericValue[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!OPENERS.has(words[i]?.word ?? '')) continue;
    const run = readRun(words, i, text);
    if (!run) continue;
    const { value, next } = run;
    const start = words[i]?.start ?? 0;
    const end = words[next - 1]?.end ?? start;
    if (next - i === 1 && !isCount(words[i]?.word ?? '', text, end)) continue;
    found.push({
      start,
      end,
      raw: text.slice(start, end),
      value,
      step: 1,
      integer: true,
      form: 'word',
      leadingZero: false,
      multiplier: 1,
    });
    i = next - 1;
  }
  return found;
}

interface Word {
  word: string;
  start: number;
  end: number;
}

/** Reads the longest number that begins at word `from`: its words stand side by side, parted by single blanks. */
function readRun(words: readonly Word[], from: number, text: string): { value: number; next: number } | null {
  let total = 0;
  let group = 0;
  let unit: number | null = null;
  let i = from;
  let tens = false;
  for (; i < words.length && i < from + 16; i++) {
    const { word, start } = words[i] as Word;
    if (i > from && text.slice((words[i - 1] as Word).end, start) !== ' ') break;
    const digit = DIGITS[word];
    if (digit !== undefined && unit === null && (i > from || OPENERS.has(word))) {
      if (word === 'năm' && i > from && !tens && group === 0) break;
      unit = digit;
      if (tens) {
        group += digit;
        unit = null;
        tens = false;
        if (!SCALES[words[i + 1]?.word ?? '']) {
          i++;
          break;
        }
      }
    } else if (word === 'mười' && unit === null) {
      group += 10;
      tens = true;
    } else if (word === 'mươi' && unit !== null) {
      group += unit * 10;
      unit = null;
      tens = true;
    } else if (word === 'trăm' && unit !== null) {
      group += unit * 100;
      unit = null;
    } else if ((word === 'linh' || word === 'lẻ') && group >= 100) tens = true;
    else if (SCALES[word] && group + (unit ?? 0) > 0) {
      total += (group + (unit ?? 0)) * SCALES[word];
      group = 0;
      unit = null;
      tens = false;
    } else break;
  }
  return i === from ? null : { value: total + group + (unit ?? 0), next: i };
}

/** What follows a single number word decides: a lower-case noun is counted, but these are not. */
function isCount(word: string, text: string, end: number): boolean {
  const after = text.slice(end, end + 40);
  if (!/^ \p{Ll}/u.test(after)) return false;
  if (word === 'một')
    return /^ (?:hình thức|nội dung|nhóm|nhiệm vụ|giải pháp|mô hình|đơn vị|cơ sở|trường hợp|cuộc|lần|năm|tháng|vụ)(?!\p{L})/u.test(
      after,
    );
  if (word === 'năm')
    return /^ (?:hình thức|nội dung|nhóm|nhiệm vụ|giải pháp|mô hình|đơn vị|cơ sở|trường hợp|cuộc|lần|chỉ tiêu|năm)(?!\p{L})/u.test(
      after,
    );
  return !/^ (?:là|mặt|phía|bên|chiều|sao|mươi|chấm|phần|con|không)(?!\p{L})/u.test(after);
}
