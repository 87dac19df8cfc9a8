import { remembered } from '../text/remembered.ts';
import { iso, isRealDate, isYear } from './calendar.ts';
import { type TimeContext, yearOf } from './time-context.ts';

export interface DateToken {
  /** From the first digit of the day to the last of the year (or month): «ngày» itself is outside. */
  start: number;
  end: number;
  text: string;
  day: number;
  month: number;
  /** Null where the text gives none: «ngày 12/02». */
  year: number | null;
  /** Null where no such day exists (31/4/2023) or where the year is neither written nor known. */
  iso: string | null;
  /** The year was taken from the report. */
  inferred: boolean;
}

// 06/12/2022 · 6-12-2022 · 06.12.2022 · 15/ 6/2023 (a space that a line end left)
const numeric =
  /(?<![\p{L}\p{N}/]|\p{N}[.,-])(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4})(?![\p{L}\p{N}]|[/-][\p{L}\p{N}]|[.,]\d)/gu;
// ngày 26 tháng 5 năm 2023 · 26 tháng 5 (no year)
const inWords =
  /(?<![\p{L}\p{N}/.,])(\d{1,2})\s{1,2}tháng\s{1,2}(\d{1,2}|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp)(?:\s{1,2}năm\s{1,2}(\d{4}))?(?![\p{L}\p{N}])/giu;
// ngày 12/02 · 30/4
const short = /(?<![\p{L}\p{N}/]|\p{N}[.,-])(\d{1,2})\/(\d{1,2})(?![\p{L}\p{N}/]|[.,]\d|-\p{L}|\s?%)/gu;
// ngày 15/6/23
const shortYear = /(?<![\p{L}\p{N}/]|\p{N}[.,-])(\d{1,2})\/(\d{1,2})\/(\d{2})(?![\p{L}\p{N}/-]|[.,]\d|\s?%)/gu;

/** A word that can only stand before a day: «ngày 12/02», «trước 30/6», «dịp 2/9». */
const dayWord =
  /(?:^|[^\p{L}])(?:ngày|dịp|lễ|trước|sáng|chiều|trưa|tối|đêm|hôm|mùng|mồng|quốc khánh|sự kiện|kể từ|tính đến|đến hết|đến|từ)\s{1,2}$/iu;
const dayBefore = /(?:^|[^\p{L}])(?:ngày|hôm|mùng|mồng)\s{1,2}$/iu;
/** «30/4, 01/5 và 19/5/2023»: a further day of a list that a day opened. */
const continues = /^(?:\s{0,2}(?:,|;|-|–|và|đến|hoặc)\s{0,2}(?:hết\s)?(?:ngày\s)?)$/iu;
/** Feasts that are named by their day: no year, no «ngày» is needed. */
const feasts = new Set([
  '30/4',
  '1/5',
  '2/9',
  '8/3',
  '20/10',
  '27/7',
  '22/12',
  '19/8',
  '19/5',
  '1/6',
  '26/3',
  '20/11',
  '3/2',
  '21/6',
  '10/3',
  '27/2',
]);
/** What is counted over a denominator: «02/09 hộ» is no second of September. */
const countedAfter =
  /^\s{1,2}(?:\(?\p{Ll}{0,8}\)?\s)?(?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|thôn|tổ|khu|bản|ấp|hộ|người|đồng chí|đảng viên|đơn|vụ|việc|hồ sơ|ý kiến|kiến nghị|nội dung|chỉ tiêu|tiêu chí|chi bộ|đảng bộ|đơn vị|cơ quan|cơ sở|trường|đại biểu|thành viên|ủy viên|uỷ viên|cán bộ|hội viên|đoàn viên|trường hợp|cuộc|mô hình|nhiệm vụ|văn bản|dự án|công trình|địa phương|tổ chức|phiếu|lượt|hội nghị|doanh nghiệp)(?![\p{L}])/iu;

const monthNames: Record<string, number> = {
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  chạp: 12,
};

/** Every calendar day in a text, in order. Day first, always. */
export function scanDates(text: string, context: TimeContext = {}): DateToken[] {
  return writtenDates(text).map((date) => {
    const known = date.year ?? yearOf(context);
    const real = known !== null && isRealDate(date.day, date.month, known);
    return {
      ...date,
      iso: real ? iso(known, date.month, date.day) : null,
      inferred: date.year === null && real,
    };
  });
}

type WrittenDate = Omit<DateToken, 'iso' | 'inferred'>;

const writtenDates = remembered(readDates);

function readDates(text: string): readonly WrittenDate[] {
  if (!/\d/.test(text)) return [];
  const found: WrittenDate[] = [];
  for (const m of text.matchAll(numeric)) {
    push(m, Number(m[1]), Number(m[3]), Number(m[4]));
  }
  for (const m of text.matchAll(inWords)) {
    const month = monthNames[m[2]!.toLowerCase()] ?? Number(m[2]);
    // «6 tháng 5» without year and without «ngày» is as likely six months and a number.
    if (m[3] === undefined && !dayBefore.test(before(m.index))) continue;
    push(m, Number(m[1]), month, m[3] === undefined ? null : Number(m[3]));
  }
  for (const m of text.matchAll(shortYear)) {
    if (dayBefore.test(before(m.index))) push(m, Number(m[1]), Number(m[2]), 2000 + Number(m[3]));
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const full = withoutOverlaps(found);
  return withShortDates(text, full);

  function before(at: number): string {
    return text.slice(Math.max(0, at - 14), at);
  }

  function push(m: RegExpExecArray, day: number, month: number, year: number | null): void {
    if (day < 1 || day > 31 || month < 1 || month > 12 || (year !== null && !isYear(year))) return;
    found.push(written(text, m.index, m.index + m[0].length, day, month, year));
  }
}

/** Adds «30/4» and «12/02»: a day and a month that nothing shows to be a fraction. */
function withShortDates(text: string, full: WrittenDate[]): WrittenDate[] {
  const all: WrittenDate[] = [];
  let next = 0;
  let previousEnd = -1;
  const take = (date: WrittenDate) => {
    all.push(date);
    previousEnd = date.end;
  };
  for (const m of text.matchAll(short)) {
    while (next < full.length && full[next]!.start <= m.index) take(full[next++]!);
    const end = m.index + m[0].length;
    if (m.index < previousEnd) continue;
    const day = Number(m[1]);
    const month = Number(m[2]);
    if (day < 1 || day > 31 || month < 1 || month > 12) continue;
    const before = text.slice(Math.max(0, m.index - 14), m.index);
    const listed = previousEnd >= 0 && m.index - previousEnd <= 12 && continues.test(text.slice(previousEnd, m.index));
    const opensRange = /^\s?[-–]\s?\d{1,2}\/\d{1,2}\/\d{4}/u.test(text.slice(end, end + 16));
    const counted = countedAfter.test(text.slice(end, end + 24));
    const named = dayBefore.test(before) || opensRange;
    const likely = dayWord.test(before) || listed || feasts.has(`${day}/${month}`) || day > month;
    if (named || (likely && !counted)) take(written(text, m.index, end, day, month, null));
  }
  while (next < full.length) take(full[next++]!);
  return all;
}

function written(
  text: string,
  start: number,
  end: number,
  day: number,
  month: number,
  year: number | null,
): WrittenDate {
  return { start, end, text: text.slice(start, end), day, month, year };
}

function withoutOverlaps(sorted: WrittenDate[]): WrittenDate[] {
  const kept: WrittenDate[] = [];
  for (const date of sorted) if (date.start >= (kept.at(-1)?.end ?? 0)) kept.push(date);
  return kept;
}

/** The whole string is one date: «06/12/2022», «ngày 26 tháng 5 năm 2023»; ISO, or null. */
export function parseDate(text: string): string | null {
  const trimmed = text.trim();
  const [date, ...more] = scanDates(trimmed);
  if (date === undefined || more.length > 0 || date.end !== trimmed.length) return null;
  return /^(?:ngày\s{1,2})?$/iu.test(trimmed.slice(0, date.start)) ? date.iso : null;
}
