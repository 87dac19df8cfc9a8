import type { Indicator } from '../../schemas/indicator.ts';
import type { Report } from '../../schemas/report.ts';
import { scanPeriods } from '../dates/index.ts';

/** ISO days, inclusive. */
export interface TimeSpan {
  from: string;
  to: string;
}

/**
 * When a figure holds: for a stock the day it was counted, for everything else the days it was counted over. Null where
 * the report does not tell both ends: such a figure is compared with nothing.
 */
export function timeOf({ period, kind }: Pick<Indicator, 'period' | 'kind'>, report: Report): TimeSpan | null {
  const told = period === null ? null : readPeriod(period, report);
  if (kind === 'stock') {
    const day = told?.to ?? report.date ?? report.period?.to ?? null;
    return day === null ? null : { from: day, to: day };
  }
  return told;
}

function readPeriod(label: string, report: Report): TimeSpan | null {
  if (label === report.period?.label) return whole(report.period);
  const [first, ...others] = scanPeriods(label, { reportDate: report.date, reportPeriod: report.period });
  return first === undefined || others.length > 0 || first.kind === 'recurrent' ? null : whole(first);
}

function whole({ from, to }: { from: string | null; to: string | null }): TimeSpan | null {
  return from === null || to === null || from > to ? null : { from, to };
}

/** `part` lies in `whole` and is shorter. */
export function isWithin(part: TimeSpan, whole: TimeSpan): boolean {
  return part.from >= whole.from && part.to <= whole.to && (part.from > whole.from || part.to < whole.to);
}

/** Days from one ISO day to another, without sign. */
export function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

/** Calendar years that the span touches. A part of a span has all its years in common with the whole. */
export function yearsOf({ from, to }: TimeSpan): number[] {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, i) => first + i);
}

/**
 * The two years, from January or from July, that a day lies in: «2023-1» begins in January. Days that are a half year
 * (181 days) apart or less have one of them in common.
 */
export function stockWindows(day: string): string[] {
  const year = Number(day.slice(0, 4));
  return day.slice(5, 7) < '07' ? [`${year - 1}-7`, `${year}-1`] : [`${year}-1`, `${year}-7`];
}

/** The same months of an earlier year. */
export function yearsEarlier({ from, to }: TimeSpan, years: number): TimeSpan {
  const back = (day: string): string => `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
  const last = back(to);
  // The last of February is the last of February of the other year.
  if (!last.includes('-02-') || to.slice(8) < '28') return { from: back(from), to: last };
  return { from: back(from), to: new Date(Date.UTC(Number(last.slice(0, 4)), 2, 0)).toISOString().slice(0, 10) };
}
