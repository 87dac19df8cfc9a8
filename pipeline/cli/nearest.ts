import { createRequire } from 'node:module';

/** More slips than this, and something else was meant. */
const MOST_SLIPS = 2;

/** The name that was probably meant: «serch» → «search»; null where none is near. Loaded only once something is wrong. */
export function nearest(typed: string, names: readonly string[]): string | null {
  const { DamerauLevenshteinDistance } = createRequire(import.meta.url)('natural/lib/natural/distance') as {
    DamerauLevenshteinDistance(a: string, b: string): number;
  };
  const [best] = names
    .map((name) => ({ name, slips: DamerauLevenshteinDistance(typed, name) }))
    .sort((a, b) => a.slips - b.slips);
  return best && best.slips <= Math.min(MOST_SLIPS, typed.length / 2) ? best.name : null;
}
