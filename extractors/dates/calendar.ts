/** Days, months and ISO strings; no clock and no time zone are involved. */
export function daysIn(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isRealDate(day: number, month: number, year: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
}

export function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** First and last day of the months `first`..`last` of one year. */
export function monthSpan(year: number, first: number, last: number): { from: string; to: string } {
  return { from: iso(year, first, 1), to: iso(year, last, daysIn(last, year)) };
}

export function yearSpan(first: number, last: number): { from: string; to: string } {
  return { from: iso(first, 1, 1), to: iso(last, 12, 31) };
}

/** A year that a report can speak of; «1206 hộ» is none. */
export function isYear(value: number): boolean {
  return value >= 1850 && value <= 2150;
}
