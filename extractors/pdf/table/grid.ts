import type { Ruling } from '../page/content.ts';
import type { Lattice } from './lattice.ts';

/** One box of a grid: its first row and column, how many it spans, and its edges on the page. */
export interface Box {
  row: number;
  col: number;
  rowSpan: number;
  colSpan: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Grid {
  /** Places of the column borders and row borders, one more than there are columns and rows. */
  xs: number[];
  ys: number[];
  boxes: Box[];
  /** Share of the boxes whose borders are all drawn, and of merged boxes that are true rectangles. */
  ruled: number;
}

interface Area {
  r0: number;
  r1: number;
  c0: number;
  c1: number;
  count: number;
}

/** More boxes than this are no table that a person reads. */
const MAX_BOXES = 40_000;
/** Columns or rows narrower than this (points) are two drawings of one border. */
const MIN_BAND = 4;
/** A border counts as drawn along a box side when it covers this share of it. */
const COVERED = 0.6;

/** Rows and columns of a lattice; inner borders that are not drawn merge the boxes on both sides. */
export function gridOf({ horizontal, vertical }: Lattice): Grid | null {
  const xs = places(vertical, horizontal);
  const ys = places(horizontal, vertical);
  const cols = xs.length - 1;
  const rows = ys.length - 1;
  if (cols < 1 || rows < 1 || cols * rows > MAX_BOXES) return null;
  const right = borders(vertical, xs, ys);
  const below = borders(horizontal, ys, xs);
  const union = new Union(rows * cols);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) {
      if (c + 1 < cols && !right(c + 1, r)) union.join(r * cols + c, r * cols + c + 1);
      if (r + 1 < rows && !below(r + 1, c)) union.join(r * cols + c, (r + 1) * cols + c);
    }
  const areas = new Map<number, Area>();
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) {
      const root = union.find(r * cols + c);
      const area = areas.get(root) ?? { r0: r, r1: r, c0: c, c1: c, count: 0 };
      area.r0 = Math.min(area.r0, r);
      area.r1 = Math.max(area.r1, r);
      area.c0 = Math.min(area.c0, c);
      area.c1 = Math.max(area.c1, c);
      area.count++;
      areas.set(root, area);
    }
  const boxes: Box[] = [];
  let straight = 0;
  for (const [root, area] of areas) {
    const rectangle = area.count === (area.r1 - area.r0 + 1) * (area.c1 - area.c0 + 1);
    if (rectangle) straight++;
    for (const { r0, r1, c0, c1 } of rectangle
      ? [area]
      : singleBoxes(area, (r, c) => union.find(r * cols + c) === root))
      boxes.push({
        row: r0,
        col: c0,
        rowSpan: r1 - r0 + 1,
        colSpan: c1 - c0 + 1,
        left: xs[c0]!,
        right: xs[c1 + 1]!,
        top: ys[r0]!,
        bottom: ys[r1 + 1]!,
      });
  }
  boxes.sort((a, b) => a.row - b.row || a.col - b.col);
  return { xs, ys, boxes, ruled: straight / areas.size };
}

/** An area of another shape than a rectangle: a border is missing by mistake, so its boxes stay single. */
function* singleBoxes(area: Area, inside: (r: number, c: number) => boolean) {
  for (let r = area.r0; r <= area.r1; r++)
    for (let c = area.c0; c <= area.c1; c++) if (inside(r, c)) yield { r0: r, r1: r, c0: c, c1: c };
}

/**
 * Where borders stand along one axis. The ends of the crossing lines count too where they reach beyond the last border:
 * tables drawn without their outer left and right lines.
 */
function places(lines: readonly Ruling[], crossing: readonly Ruling[]): number[] {
  const found = lines.map((line) => line.at).sort((a, b) => a - b);
  const first = Math.min(...crossing.map((line) => line.from));
  const last = Math.max(...crossing.map((line) => line.to));
  const all = [...found];
  if (all.length > 0 && first < all[0]! - 3 * MIN_BAND) all.unshift(first);
  if (all.length > 0 && last > all[all.length - 1]! + 3 * MIN_BAND) all.push(last);
  const result: number[] = [];
  for (const at of all) {
    const before = result[result.length - 1];
    if (before === undefined || at - before > MIN_BAND) result.push(at);
  }
  return result;
}

/** Is the border at place `i` drawn along band `k` of the other axis? */
function borders(lines: readonly Ruling[], at: readonly number[], bands: readonly number[]) {
  const near = at.map((place) => lines.filter((line) => Math.abs(line.at - place) <= MIN_BAND));
  return (i: number, k: number): boolean => {
    const from = bands[k]!;
    const to = bands[k + 1]!;
    let covered = 0;
    for (const line of near[i]!) covered += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
    return covered >= COVERED * (to - from);
  };
}

class Union {
  readonly #parent: number[];
  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, i) => i);
  }
  find(i: number): number {
    let root = i;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    this.#parent[i] = root;
    return root;
  }
  join(a: number, b: number): void {
    this.#parent[this.find(a)] = this.find(b);
  }
}
