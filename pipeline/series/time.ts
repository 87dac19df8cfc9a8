import type { SeriesTime } from '../../schemas/series.ts';

type Span = Pick<SeriesTime, 'from' | 'to'>;

/** «Quý I/2023», «6 tháng đầu năm 2023», «Năm 2023», «19/6/2023»: as reports name it. */
export function labelOf(span: Span): string {
  const months = monthsOf(span);
  const year = span.from.slice(0, 4);
  const first = Number(span.from.slice(5, 7));
  if (months === 12 && first === 1) return `Năm ${year}`;
  if (months === 1) return `Tháng ${first}/${year}`;
  if (months === 3 && first % 3 === 1) return `Quý ${['I', 'II', 'III', 'IV'][(first - 1) / 3]}/${year}`;
  if (months !== null && first === 1 && months < 12) return `${months} tháng đầu năm ${year}`;
  if (months === 6 && first === 7) return `6 tháng cuối năm ${year}`;
  return span.from === span.to ? dayOf(span.to) : `${dayOf(span.from)} – ${dayOf(span.to)}`;
}

const dayOf = (iso: string): string => iso.split('-').reverse().map(Number).join('/');

/** Length in months of a time that begins with a month and ends with one; null for any other. */
export function monthsOf({ from, to }: Span): number | null {
  if (!from.endsWith('-01') || lastDayOf(monthIndex(to)) !== to) return null;
  return monthIndex(to) - monthIndex(from) + 1;
}

/** A report or a misread date may name any year; a longer row of steps is not made. */
const MOST_STEPS = 600;

/**
 * All times from the first to the last, in equal steps: quarters follow each other, first halves come once a year. Times
 * that do not lie on such steps are given back as they are.
 */
export function withMissing(spans: readonly Span[], months: number | null): Span[] {
  const starts = spans.map(({ from }) => monthIndex(from));
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  if (months === null || starts.length === 0) return [...spans];
  const step = starts.every((start) => (start - first) % 12 === 0) ? 12 : months;
  if (starts.some((start) => (start - first) % step !== 0) || (last - first) / step > MOST_STEPS) return [...spans];
  return Array.from({ length: (last - first) / step + 1 }, (_, i) => spanOf(first + i * step, months));
}

/** Calendar years of the first to the last day: what merely stands is expected to be told once a year. */
export function yearsOf(days: readonly string[]): Span[] {
  const years = days.map((day) => Number(day.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (days.length === 0 || last - first > MOST_STEPS) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => spanOf((first + i) * 12, 12));
}

const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function spanOf(month: number, months: number): Span {
  return { from: `${yearMonth(month)}-01`, to: lastDayOf(month + months - 1) };
}

function lastDayOf(month: number): string {
  const days = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  return `${yearMonth(month)}-${String(days).padStart(2, '0')}`;
}

const yearMonth = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
