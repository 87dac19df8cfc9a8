import { basename } from 'node:path';
import { styleText } from 'node:util';
import type { Report } from '../../schemas/report.ts';
import type { ReportHead } from '../../schemas/search.ts';
import type { Messages } from './messages/vi.ts';

/** `2023-06-19` → `19/6/2023`. */
export function showDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day}/${month}/${year}`;
}

const vietnamese = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

/** `1626.57` → `1.626,57`: the way the reports write it, in both languages of the interface. */
export function showNumber(value: number): string {
  return vietnamese.format(value);
}

/** `Báo cáo 361-BC/TU · 19/6/2023 · Ban Thường vụ Thành ủy Hải Phòng`. */
export function reportLine(report: Report, fallback: string, messages: Messages): string {
  const name = [report.type, report.number].filter(Boolean).join(' ') || fallback;
  return [
    name,
    report.date ? showDate(report.date) : messages.place.undated,
    report.issuer ?? messages.place.unknownIssuer,
  ].join(' · ');
}

export function headLine(report: ReportHead, messages: Messages): string {
  return reportLine(report, basename(report.path), messages);
}

/** The page where the format has pages, else the section: a place that a person can turn to. */
export function placeText(at: { page: number | null; section: string | null }, messages: Messages): string {
  const parts: string[] = [];
  if (at.section) parts.push(messages.place.section(at.section));
  if (at.page !== null) parts.push(messages.place.page(at.page));
  return parts.join(', ');
}

/** Twelve digits of a hash are enough to name a report to a person. */
export function shortId(id: string): string {
  return id.slice(0, 12);
}

type Style = Parameters<typeof styleText>[0];

/** Colours where standard output is a terminal that has them (and NO_COLOR is not set). */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** Marks the highlights of a hit: colour on a terminal, «…» elsewhere. */
export function markHighlights(text: string, highlights: readonly (readonly [number, number])[]): string {
  let marked = '';
  let at = 0;
  for (const [start, end] of highlights) {
    const word = text.slice(start, end);
    const painted = paint(['bold', 'yellow'], word);
    marked += text.slice(at, start) + (painted === word ? `«${word}»` : painted);
    at = end;
  }
  return marked + text.slice(at);
}

/** The part of a long passage around its first highlight, cut at blanks, with the highlights moved along. */
export function excerpt(
  text: string,
  highlights: readonly (readonly [number, number])[],
  width = 320,
): { text: string; highlights: [number, number][] } {
  const first = highlights[0]?.[0] ?? 0;
  let start = Math.max(0, first - Math.floor(width / 3));
  if (start > 0) start = text.indexOf(' ', start) + 1 || start;
  let end = Math.min(text.length, start + width);
  if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), start + 1);
  const head = start > 0 ? '… ' : '';
  const moved = highlights
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]): [number, number] => [from - start + head.length, to - start + head.length]);
  return { text: head + text.slice(start, end) + (end < text.length ? ' …' : ''), highlights: moved };
}
