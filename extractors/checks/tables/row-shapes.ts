import type { Row } from './rows.ts';
import type { Alternatives } from './shapes.ts';

/**
 * Which rows add up to which: grand totals (first or last), totals of groups («Cộng khối xã»), and rows that head a
 * group by their numbering (I over 1, 2, 3).
 */
export function rowShapes(rows: readonly Row[]): Alternatives[] {
  const all = rows.filter((row) => row.role !== 'heading');
  const totals = all.flatMap((row, index) => (row.role === 'total' ? [index] : []));
  const shapes: Alternatives[] = [];
  const last = totals.at(-1);
  const tree = nest(all);

  for (const [parent, children] of tree.children) {
    if (all[parent]!.role === 'data' && children.length >= 2) shapes.push(alternatives(all, parent, [children], false));
  }
  let since = 0;
  all.forEach((row, index) => {
    const isEnd = index === last;
    if (row.role === 'subtotal' || (row.role === 'total' && !isEnd && index !== 0)) {
      const above = data(all, since, index);
      const flat = above.every((at) => !tree.children.has(at) && !all[at]!.inside);
      shapes.push(alternatives(all, index, [leaves(all, tree, since, index), above], flat));
      since = index + 1;
    }
  });

  const first = totals[0];
  if (first === 0 && all.length > 1) shapes.push(grandTotal(all, tree, 0, 1, all.length, totals));
  if (last !== undefined && last !== 0) shapes.push(grandTotal(all, tree, last, first === 0 ? 1 : 0, last, totals));
  return shapes.filter((one) => one.length > 0);
}

function grandTotal(
  all: readonly Row[],
  tree: Tree,
  total: number,
  from: number,
  to: number,
  totals: number[],
): Alternatives {
  const between = (index: number) => index >= from && index < to && index !== total;
  const groups = all.flatMap((row, index) => (between(index) && row.role !== 'data' && index !== 0 ? [index] : []));
  const data_ = data(all, from, to);
  const simple =
    groups.length === 0 &&
    data_.every((index) => !all[index]!.inside) &&
    new Set(data_.map((i) => all[i]!.depth)).size <= 1;
  const before = totals.filter((index) => index < total).at(-1);
  const candidates = [
    data_.filter((index) => tree.parent[index] === undefined && !all[index]!.inside),
    leaves(all, tree, from, to),
    groups.length > 0 ? groups : [],
    data_.filter((index) => all[index]!.depth !== null),
    data_,
    before === undefined || before === 0 ? [] : data(all, before + 1, to),
  ];
  return alternatives(all, total, candidates, simple);
}

function alternatives(all: readonly Row[], total: number, candidates: number[][], plain: boolean): Alternatives {
  const seen = new Set<string>();
  const kept: Alternatives = [];
  for (const parts of candidates) {
    const key = parts.join();
    if (parts.length === 0 || seen.has(key)) continue;
    seen.add(key);
    kept.push([
      {
        axis: 'down',
        total: all[total]!.row,
        parts: parts.map((index) => all[index]!.row),
        strength: plain && parts.length >= 2 ? 'plain' : 'likely',
      },
    ]);
  }
  return kept;
}

interface Tree {
  parent: (number | undefined)[];
  children: Map<number, number[]>;
}

/** Rows under a row of higher level, until the next of the same or a higher one; rows without numbering under the last that has one. */
function nest(all: readonly Row[]): Tree {
  const tree: Tree = { parent: [], children: new Map() };
  const open: number[] = [];
  all.forEach((row, index) => {
    if (row.role !== 'data') {
      if (row.role === 'total') open.length = 0;
      return;
    }
    const depth = row.depth ?? Number.POSITIVE_INFINITY;
    while (open.length > 0 && all[open.at(-1)!]!.depth! >= depth) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) {
      tree.parent[index] = parent;
      const siblings = tree.children.get(parent) ?? [];
      siblings.push(index);
      tree.children.set(parent, siblings);
    }
    if (row.depth !== null) open.push(index);
  });
  return tree;
}

function data(all: readonly Row[], from: number, to: number): number[] {
  const found: number[] = [];
  for (let index = from; index < to; index++) if (all[index]!.role === 'data') found.push(index);
  return found;
}

function leaves(all: readonly Row[], tree: Tree, from: number, to: number): number[] {
  return data(all, from, to).filter((index) => !tree.children.has(index) && !all[index]!.inside);
}
