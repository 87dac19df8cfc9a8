import { Coverage } from '../text/coverage.ts';

/** A day as it stands in a text. `iso` is null where the year is not said («ngày 12/02»). */
export interface DateToken {
  start: number;
  end: number;
  iso: string | null;
  day: number;
  month: number;
  year: number | null;
}

/**
 * Always day first. `12/12/2013`, `6-12-2022`, `08.5.2020`; `ngày 26 tháng 5 năm 2023`; `ngày 12/02` and `ngày 12 tháng 02`
 * without a year. The word `ngày` is not part of the date, a year alone is none, `3372/5920` is none.
 */
const FORMS: readonly RegExp[] = [
  /(?<![\d./,-])(?<day>\d{1,2}) ?(?<sep>[/.-]) ?(?<month>\d{1,2}) ?\k<sep> ?(?<year>(?:19|20)\d\d|1[0-8]\d\d)(?![\d/-])/g,
  /(?<=ngày |Ngày )(?<day>\d{1,2}) tháng (?<month>\d{1,2})(?:,? năm (?<year>\d{4}))?(?!\d)/g,
  /(?<=ngày |Ngày |tối |sáng |chiều )(?<day>\d{1,2})[/-](?<month>\d{1,2})(?![\d/]|\.\d)/g,
];

export function scanDates(text: string): DateToken[] {
  const found: DateToken[] = [];
  const coverage = new Coverage(text.length);
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const token = tokenOf(match);
      if (!token || !coverage.isFree(token.start, token.end)) continue;
      coverage.take(token.start, token.end);
      found.push(token);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function tokenOf(match: RegExpMatchArray): DateToken | null {
  const { day = '', month = '', year } = match.groups ?? {};
  const date = { day: Number(day), month: Number(month), year: year ? Number(year) : null };
  if (!isDay(date.day, date.month, date.year)) return null;
  const start = match.index ?? 0;
  const iso = date.year === null ? null : isoDate(date.year, date.month, date.day);
  return { start, end: start + match[0].length, iso, ...date };
}

/** The one date that a text consists of (`ngày` before it allowed), or null. */
export function parseDate(text: string): string | null {
  const bare = text.trim().replace(/^(?:ngày)\s+/i, '');
  const [token] = scanDates(`ngày ${bare}`);
  return token && token.start === 5 && token.end === 5 + bare.length ? token.iso : null;
}

export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 29/02 needs a leap year; without a year it may be one. */
function isDay(day: number, month: number, year: number | null): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay(month, year);
}

export function lastDay(month: number, year: number | null): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
}
