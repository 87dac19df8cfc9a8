export interface Segment<M> {
  start: number;
  end: number;
  /** Those that cover it: the one that begins last, and is shortest, first. */
  marks: M[];
}

/**
 * Cuts the stretch from `from` to `to` wherever a mark begins or ends, so that marks may overlap in any way. Without
 * gaps, in order; marks that reach beyond the stretch count for the part inside.
 */
export function segmentsOf<M extends { start: number; end: number }>(
  from: number,
  to: number,
  marks: readonly M[],
): Segment<M>[] {
  const inside = marks.filter(({ start, end }) => start < to && end > from && end > start);
  const cuts = new Set([from, to]);
  for (const { start, end } of inside) {
    if (start > from) cuts.add(start);
    if (end < to) cuts.add(end);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1]!;
    const over = inside.filter((mark) => mark.start <= start && mark.end >= end);
    over.sort((a, b) => b.start - a.start || a.end - b.end);
    return { start, end, marks: over };
  });
}
