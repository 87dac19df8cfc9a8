import type { Run } from './document-number.ts';

/** Days as people write them in texts and queries, as one keyword: 19/6/2023, 19-06-2023, ngày 19 tháng 6 năm 2023. */
export function dateKeyAt(runs: readonly Run[], from: number): { iso: string; runs: number } | null {
  const [a, b, c] = [runs[from], runs[from + 1], runs[from + 2]];
  if (!a || !b || !c || !/^\d{1,4}$/.test(a.text)) return null;
  if (b.gap === c.gap && /^[-/.]$/.test(b.gap)) {
    const iso = a.text.length === 4 ? isoDate(a.text, b.text, c.text) : isoDate(c.text, b.text, a.text);
    return iso ? { iso, runs: 3 } : null;
  }
  // ngày 19 tháng 6 năm 2023
  const [d, e] = [runs[from + 3], runs[from + 4]];
  if (!d || !e || !isWord(b, 'tháng') || !isWord(d, 'năm') || c.gap !== ' ' || e.gap !== ' ') return null;
  const iso = isoDate(e.text, c.text, a.text);
  return iso ? { iso, runs: 5 } : null;
}

function isWord(run: Run, word: string): boolean {
  return run.gap === ' ' && run.text.toLowerCase() === word;
}

/** ISO date of three written numbers, or null where there is no such day. */
export function isoDate(year: string, month: string, day: string): string | null {
  if (!/^[12]\d{3}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > lastDay(y, m)) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * A day, month or year as a filter value, as the first or the last day it holds:
 * 2023-06-19, 19/6/2023, 6/2023, 2023-06, 2023. Null for anything else.
 */
export function dateBound(value: string, end: 'first' | 'last'): string | null {
  const parts = value.trim().split(/[-/.]/);
  const bigEndian = parts[0]?.length === 4;
  const [year, month, day] = bigEndian ? parts : [...parts].reverse();
  if (parts.length > 3 || !year) return null;
  const wholeMonth = month ?? (end === 'first' ? '1' : '12');
  if (!/^\d{1,2}$/.test(wholeMonth) || !/^\d{4}$/.test(year)) return null;
  const wholeDay = day ?? (end === 'first' ? '1' : String(lastDay(Number(year), Number(wholeMonth))));
  return isoDate(year, wholeMonth, wholeDay);
}
