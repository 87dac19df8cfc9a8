import type { Cell } from '../../../schemas/document.ts';
import { foldedLine } from '../../text/normalize.ts';
import type { ColumnRole } from './columns.ts';
import { type Grid, headerWords } from './grid.ts';
import { sumFormulas } from './header-formula.ts';
import type { Alternatives, Shape, Strength } from './shapes.ts';
import { isBareTotal, isInside, isNamedTotal } from './wording.ts';

/** A header cell with what stands under it; a leaf has one column. */
interface Node {
  words: string;
  columns: number[];
  children: Node[];
}

/**
 * Which columns add up to which: formulas in the header, a «Tổng» or «Cộng» beside its parts, a group of totals beside
 * groups with the same columns, and runs of columns that the rows themselves show to add up.
 */
export function columnShapes(grid: Grid, roles: readonly ColumnRole[]): Alternatives[] {
  const shapes: Alternatives[] = sumFormulas(grid, roles).map((shape) => [[shape]]);
  const settled = new Set(shapes.flatMap((one) => one.flat().map((shape) => shape.total)));
  const root = headerTree(grid);
  walk(root);
  return shapes;

  function walk(node: Node): void {
    node.children.forEach((child, index) => {
      if (child.children.length === 0) {
        const total = child.columns[0]!;
        if (roles[total] === 'figures' && !settled.has(total)) push(leafTotal(node, index, roles));
      } else {
        if (isBareTotal(child.words)) push(groupTotal(node, index, roles));
        walk(child);
      }
    });
    for (const run of learnable(node, roles)) push(run);
  }
  function push(alternatives: Alternatives): void {
    if (alternatives.length > 0) shapes.push(alternatives);
  }
}

export function headerTree(grid: Grid): Node {
  const build = (columns: number[], depth: number, cell: Cell | undefined): Node => {
    const node: Node = {
      words: cell === undefined ? '' : foldedLine(cell.text),
      columns,
      children: [],
    };
    let run: number[] = [];
    columns.forEach((col, index) => {
      run.push(col);
      const here = grid.header[col]![depth];
      const next = columns[index + 1];
      if (next !== undefined && here !== undefined && grid.header[next]![depth] === here) return;
      if (here !== undefined && run.length > 1) node.children.push(build(run, depth + 1, here));
      else
        for (const one of run)
          node.children.push({ words: headerWords(grid, one).at(-1) ?? '', columns: [one], children: [] });
      run = [];
    });
    return node;
  };
  return build(
    Array.from({ length: grid.cols }, (_, col) => col),
    0,
    undefined,
  );
}

/** One total column among its siblings in a group (or among the columns of the whole table). */
function leafTotal(parent: Node, index: number, roles: readonly ColumnRole[]): Alternatives {
  const words = parent.children[index]!.words;
  const bare = isBareTotal(words);
  if (!bare && !isNamedTotal(words)) return [];
  const siblings = parent.children;
  const isTotal = (node: Node) => node.children.length === 0 && isBareTotal(node.words);
  let before = index;
  while (before > 0 && !isTotal(siblings[before - 1]!)) before--;
  let after = index + 1;
  while (after < siblings.length && !isTotal(siblings[after]!)) after++;
  const others = siblings.filter((_, at) => at !== index);
  const next = siblings[index + 1];
  const insideGroups = others.filter((node) => node.children.length > 0 && (node === next || isInside(node.words)));
  const candidates = [
    ownTotals(others, roles),
    ...insideGroups.flatMap((node) => [ownTotals([node], roles), leafColumns([node], roles)]),
    ownTotals(siblings.slice(index + 1, after), roles),
    ownTotals(siblings.slice(before, index), roles),
    leafColumns(others, roles),
    leafColumns(siblings.slice(index + 1), roles),
    leafColumns(siblings.slice(0, index), roles),
  ];
  const total = parent.children[index]!.columns[0]!;
  const own = leafWords(parent).filter(isBareTotal).length === 1;
  const onlyFigures = parent.columns.every((col) => roles[col] === 'figures');
  return distinct(total, candidates, bare && own && onlyFigures && parent.words !== '' ? 'plain' : 'likely');
}

/** «Tổng số | Cấp tỉnh | Cấp huyện», each over «Số cuộc | Số tổ chức | Số đảng viên»: like is added to like. */
function groupTotal(parent: Node, index: number, roles: readonly ColumnRole[]): Alternatives {
  const total = parent.children[index]!;
  const alike = (node: Node) =>
    node.columns.length === total.columns.length && leafWords(node).join('|') === leafWords(total).join('|');
  const after = flatGroups(parent.children.slice(index + 1), total.columns.length);
  const end = after.findIndex((node) => !alike(node) || isBareTotal(node.words));
  const following = end === -1 ? after : after.slice(0, end);
  const others = parent.children.filter((node) => node !== total && alike(node) && !isBareTotal(node.words));
  const preceding = others.filter((node) => node.columns[0]! < total.columns[0]!);
  return [following, others, preceding].flatMap((groups) =>
    groups.length < 2
      ? []
      : [
          total.columns.flatMap((col, j) =>
            roles[col] === 'figures'
              ? [
                  across(
                    col,
                    groups.map((group) => group.columns[j]!),
                    'plain',
                  ),
                ]
              : [],
          ),
        ],
  );
}

/** Groups of a given width, looked for one level deeper where a group holds several of them. */
function flatGroups(nodes: Node[], width: number): Node[] {
  return nodes.flatMap((node) =>
    node.columns.length > width && node.children.length > 0 ? flatGroups(node.children, width) : [node],
  );
}

function leafWords(node: Node): string[] {
  return node.children.length === 0 ? [node.words] : node.children.flatMap(leafWords);
}

/** The columns that stand for each node: its own «Cộng» where it has one, else all its columns of figures. */
function ownTotals(nodes: readonly Node[], roles: readonly ColumnRole[]): number[] {
  return nodes.flatMap((node) => {
    const own = node.children.find((child) => child.children.length === 0 && isBareTotal(child.words));
    if (own !== undefined && roles[own.columns[0]!] === 'figures') return own.columns;
    return node.children.length > 0 ? ownTotals(node.children, roles) : leafColumns([node], roles);
  });
}

function leafColumns(nodes: readonly Node[], roles: readonly ColumnRole[]): number[] {
  return nodes.flatMap((node) =>
    node.children.length > 0
      ? leafColumns(node.children, roles)
      : node.columns.filter((col) => roles[col] === 'figures' && !isBareTotal(node.words)),
  );
}

function across(total: number, parts: number[], strength: Strength): Shape {
  return { axis: 'across', total, parts, strength };
}

function distinct(total: number, candidates: number[][], strength: Strength): Alternatives {
  const seen = new Set<string>();
  const kept: Alternatives = [];
  for (const parts of candidates) {
    const key = parts.join();
    if (parts.length < 2 || parts.includes(total) || seen.has(key)) continue;
    seen.add(key);
    kept.push([across(total, parts, strength)]);
  }
  return kept;
}

/** How many columns a total without a telling name may have for parts: «Tiếp nhận | Đã giải quyết | Đang giải quyết». */
const mostLearned = 5;

/**
 * Neighbouring columns of one group where the first may be the sum of those that follow, or the last of those before.
 * Not plain: the rows have to show it.
 */
function learnable(parent: Node, roles: readonly ColumnRole[]): Alternatives[] {
  const columns = parent.children.flatMap((node) =>
    node.children.length === 0 && roles[node.columns[0]!] === 'figures' ? node.columns : [],
  );
  return columns.map((total, at) => {
    const candidates: number[][] = [];
    // «Cùng kỳ | Kỳ này | Tăng, giảm»: this period is the last one and the change.
    if (columns[at - 1] === total - 1 && columns[at + 1] === total + 1) candidates.push([total - 1, total + 1]);
    for (let parts = 2; parts <= mostLearned; parts++) {
      const after = columns.slice(at + 1, at + 1 + parts);
      const before = columns.slice(Math.max(0, at - parts), at);
      if (after.length === parts && after.at(-1) === total + parts) candidates.push(after);
      if (before.length === parts && before[0] === total - parts) candidates.push(before);
    }
    return distinct(total, candidates, 'learned');
  });
}
