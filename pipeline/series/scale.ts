/** A scale from data to the plot. */
export type Scale = (value: number) => number;

export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const span = to - from || 1;
  return (value) => start + ((value - from) / span) * (end - start);
}

/** Round values that cover the data: 1, 2 or 5 times a power of ten apart, about as many as asked for. */
export function ticksOf(low: number, high: number, count = 5): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  // Multiples, not sums: no 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** So much of its height a plot would leave empty when it began at zero: then it need not. */
const EMPTY = 0.6;

/** The ends of the axis of values: what is counted begins at zero, unless that would flatten what there is to see. */
export function valueTicks(values: readonly number[], mayFloat: boolean): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const floats = mayFloat && low > 0 && low > high * EMPTY;
  return ticksOf(floats ? low : Math.min(0, low), Math.max(0, high) === high ? high : 0);
}

const DAY = 86_400_000;
export const dayNumber = (iso: string): number => Date.parse(iso) / DAY;

/** The first days of years (or of months, where all lies within two years) between two days. */
export function timeTicks(first: string, last: string): { day: string; label: string }[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4)) + 1];
  const step = Math.max(1, Math.ceil((to - from) / 12));
  const byQuarter = to - from <= 3;
  const ticks: { day: string; label: string }[] = [];
  for (let year = from; year <= to; year += step) {
    for (const month of byQuarter ? [1, 4, 7, 10] : [1])
      ticks.push({
        day: `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`,
        label: month === 1 ? String(year) : `${month}/${year}`,
      });
  }
  return ticks;
}
