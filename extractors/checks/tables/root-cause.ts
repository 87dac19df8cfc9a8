import type { Operand, Relation } from './evaluate.ts';
import type { BrokenSum } from './sums.ts';

/** One cell that, corrected, mends one or more broken sums without breaking any that hold. */
export interface RootCause {
  cell: Operand;
  /** What the cell would have to say. */
  right: number;
  broken: BrokenSum[];
  /** Is the cell the total in the first of the broken sums, or a part? */
  isTotal: boolean;
}

/**
 * One wrong figure that breaks several sums is one finding. A figure that stands in a row and a column, both off by the
 * same, is the cause; otherwise the total is taken, the figure that was worked out by hand.
 */
export function rootCauses(broken: readonly BrokenSum[], held: readonly Relation[]): RootCause[] {
  const sound = new Set(held.flatMap((relation) => [relation.total, ...relation.parts].map(keyOf)));
  const open = new Set(broken);
  const causes: RootCause[] = [];
  const candidates = collect(broken).sort(
    (a, b) => b.broken.length - a.broken.length || Number(sound.has(keyOf(a.cell))) - Number(sound.has(keyOf(b.cell))),
  );
  for (const candidate of candidates) {
    if (candidate.broken.length < 2 || sound.has(keyOf(candidate.cell))) continue;
    if (!candidate.broken.every((one) => open.has(one))) continue;
    for (const one of candidate.broken) open.delete(one);
    causes.push(candidate);
  }
  for (const one of broken) {
    if (!open.has(one)) continue;
    causes.push(single(one, sound));
  }
  return causes;
}

/** A total that is right in another sum is not the wrong one, when all parts but one are right elsewhere too. */
function single(one: BrokenSum, sound: ReadonlySet<string>): RootCause {
  const { total, parts, sum } = one.relation;
  const doubtful = sound.has(keyOf(total)) ? parts.filter((part) => !sound.has(keyOf(part))) : [];
  const right = doubtful.length === 1 ? doubtful[0]!.figure.value + total.figure.value - sum : -1;
  if (right >= 0) return { cell: doubtful[0]!, right, broken: [one], isTotal: false };
  return { cell: total, right: sum, broken: [one], isTotal: true };
}

/** Cells that stand in two or more broken sums and would mend them all by the same figure. */
function collect(broken: readonly BrokenSum[]): RootCause[] {
  const byCell = new Map<string, { cell: Operand; needs: { one: BrokenSum; right: number; isTotal: boolean }[] }>();
  for (const one of broken) {
    const { total, parts, sum } = one.relation;
    note(total, sum, true);
    for (const part of parts) note(part, part.figure.value + total.figure.value - sum, false);
    function note(cell: Operand, right: number, isTotal: boolean): void {
      const known = byCell.get(keyOf(cell)) ?? { cell, needs: [] };
      known.needs.push({ one, right, isTotal });
      byCell.set(keyOf(cell), known);
    }
  }
  const found: RootCause[] = [];
  for (const { cell, needs } of byCell.values()) {
    // The sum it is the total of is told first.
    needs.sort((a, b) => Number(b.isTotal) - Number(a.isTotal));
    const { right, isTotal } = needs[0]!;
    if (needs.length < 2 || right < 0 || !needs.every((need) => Math.abs(need.right - right) < 1e-6)) continue;
    found.push({ cell, right, isTotal, broken: needs.map((need) => need.one) });
  }
  return found;
}

function keyOf({ row, col, component }: Operand): string {
  return `${row} ${col} ${component}`;
}
