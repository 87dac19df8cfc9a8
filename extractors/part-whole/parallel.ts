import { sameThing } from './divisions.ts';
import type { Quantity } from './quantities.ts';

/** Two items that count the same things in the same order: «61 tổ chức đảng, 88 đảng viên». */
export function isParallel(a: readonly Quantity[], b: readonly Quantity[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => one.measure === b[at]!.measure && one.noun !== '' && sameThing(one.noun, b[at]!.noun))
  );
}

/** Several items, all parallel, and each of different things. */
export const areParallel = (items: readonly Quantity[][]): boolean =>
  items.length >= 2 &&
  items[0]!.length >= 2 &&
  items.every((item) => isParallel(items[0]!, item)) &&
  items[0]!.every((one, at) => items[0]!.findIndex((other) => isParallel([one], [other])) === at);

/** «18 buổi với 2.160 lượt người, cấp cơ sở 606 buổi với 34.320 lượt người»: the things counted come round again. */
export function inTurns(figures: readonly Quantity[]): Quantity[][] | null {
  const [first] = figures;
  const length = figures.findIndex((one, at) => at >= 2 && isParallel([first!], [one]));
  if (length < 2 || figures.length % length !== 0) return null;
  const turns: Quantity[][] = [];
  for (let at = 0; at < figures.length; at += length) turns.push(figures.slice(at, at + length));
  return areParallel(turns) ? turns : null;
}
