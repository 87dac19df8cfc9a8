/** One measured line: what, how much, and what stands beside it for comparison. */
export interface Row {
  what: string;
  value: string;
  beside?: string;
}

export function printRows(rows: Row[]): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const valueWidth = Math.max(...rows.map(({ value }) => value.length));
  for (const { what, value, beside } of rows)
    console.log(`${what.padEnd(width)}  ${value.padStart(valueWidth)}  ${beside ?? ''}`.trimEnd());
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds that one run takes. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
