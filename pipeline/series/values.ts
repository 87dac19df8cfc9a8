import type { Amount } from '../../extractors/comparison/amount.ts';
import type { SeriesValue } from '../../schemas/series.ts';
import type { SeriesFigure } from './figures.ts';

/**
 * What reports say of one point, newest report first. Printings of one value («1,2 tỷ», «1.214 triệu») are one value,
 * told as exactly as any of them; values that cannot be the same stay apart.
 */
export function valuesOf(figures: readonly SeriesFigure[], size: number): SeriesValue[] {
  const groups: { low: number; high: number; best: Amount; sources: SeriesValue['sources'] }[] = [];
  for (const { amount, source } of [...figures].sort(newestFirst)) {
    const known = groups.find(({ low, high }) => amount.low <= high && low <= amount.high);
    if (known === undefined) {
      groups.push({ low: amount.low, high: amount.high, best: amount, sources: [source] });
      continue;
    }
    known.low = Math.max(known.low, amount.low);
    known.high = Math.min(known.high, amount.high);
    if (width(amount) < width(known.best)) known.best = amount;
    known.sources.push(source);
  }
  // The digits of a division by a thousand are noise beyond the twelfth.
  return groups.map(({ best, sources }) => ({ value: Number((best.value / size).toPrecision(12)), sources }));
}

const width = ({ low, high }: Amount): number => high - low;

function newestFirst({ source: a }: SeriesFigure, { source: b }: SeriesFigure): number {
  return compare(b.report.date ?? '', a.report.date ?? '') || compare(a.report.id, b.report.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
