import type { Ruling } from '../page/content.ts';

/** Lines whose places differ by less than this (points) are one: the two sides of a drawn border, Word's bars. */
const SAME_LINE = 2.2;
/** Gaps in a line that are bridged: where Word leaves out the corner between two bars. */
const BRIDGE = 3;
/** How far from a crossing line an end may be and still touch it. */
const TOUCH = 3.5;
/** More lines than this on a page are a drawing. */
const MAX_RULINGS = 8_000;

/** The ruled lines of one table. */
export interface Lattice {
  horizontal: Ruling[];
  vertical: Ruling[];
}

/** Joins pieces of lines, then groups lines that touch: each group with lines in both directions may be a table. */
export function latticesOf(rulings: readonly Ruling[]): { lattices: Lattice[]; loose: Ruling[] } {
  if (rulings.length > MAX_RULINGS) return { lattices: [], loose: [] };
  const horizontal = joined(rulings.filter((ruling) => ruling.horizontal));
  const vertical = joined(rulings.filter((ruling) => !ruling.horizontal));
  const all = [...horizontal, ...vertical];
  const groupOf = all.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (groupOf[root] !== root) root = groupOf[root]!;
    groupOf[i] = root;
    return root;
  };
  for (let h = 0; h < horizontal.length; h++)
    for (let v = 0; v < vertical.length; v++)
      if (touch(horizontal[h]!, vertical[v]!)) groupOf[find(h)] = find(horizontal.length + v);
  const groups = new Map<number, Lattice>();
  all.forEach((ruling, i) => {
    const root = find(i);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    (ruling.horizontal ? group.horizontal : group.vertical).push(ruling);
    groups.set(root, group);
  });
  const lattices: Lattice[] = [];
  const loose: Ruling[] = [];
  for (const group of groups.values()) {
    if (group.horizontal.length >= 2 && group.vertical.length >= 2) lattices.push(group);
    else loose.push(...group.horizontal, ...group.vertical);
  }
  return { lattices, loose };
}

/** Pieces on one line (same direction, nearly same place, overlapping or nearly touching) become one ruling. */
function joined(rulings: readonly Ruling[]): Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at);
  const result: Ruling[] = [];
  for (let i = 0; i < sorted.length; ) {
    const band: Ruling[] = [sorted[i]!];
    let j = i + 1;
    while (j < sorted.length && sorted[j]!.at - sorted[i]!.at <= SAME_LINE) band.push(sorted[j++]!);
    band.sort((a, b) => a.from - b.from);
    let open: (Ruling & { weight: number }) | null = null;
    for (const piece of band) {
      const weight = piece.to - piece.from;
      if (open && piece.from <= open.to + BRIDGE) {
        open.at = (open.at * open.weight + piece.at * weight) / Math.max(open.weight + weight, 1e-6);
        open.weight += weight;
        open.to = Math.max(open.to, piece.to);
      } else {
        if (open) result.push(open);
        open = { ...piece, weight };
      }
    }
    if (open) result.push(open);
    i = j;
  }
  // Squares where borders meet are no lines of their own.
  return result
    .filter((ruling) => ruling.to - ruling.from > TOUCH)
    .map(({ horizontal, at, from, to }) => ({ horizontal, at, from, to }));
}

function touch(h: Ruling, v: Ruling): boolean {
  return v.at >= h.from - TOUCH && v.at <= h.to + TOUCH && h.at >= v.from - TOUCH && h.at <= v.to + TOUCH;
}
