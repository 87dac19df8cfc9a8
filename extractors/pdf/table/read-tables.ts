import { joinLines, type Measure } from '../line/join.ts';
import { confidenceOf, type Line, straightened } from '../line/line.ts';
import { rowsOf } from '../line/rows.ts';
import { joinSegments, linesOfRow } from '../line/words.ts';
import { type Glyph, middleOf, type Ruling, type Turn } from '../page/content.ts';
import { type Box, type Grid, gridOf } from './grid.ts';
import { latticesOf } from './lattice.ts';

/** A cell as it stands on one page; its text still holds superscripts between signs (line/marks.ts). */
export interface PageCell extends Omit<Box, 'left' | 'right' | 'top' | 'bottom'> {
  text: string;
  bold: boolean;
}

export interface PageTable {
  page: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Column borders and row borders. */
  xs: number[];
  ys: number[];
  cells: PageCell[];
  confidence: number;
  /** How sure the recogniser is of what it read in the cells; null for true text. */
  sure: number | null;
}

/** Reads the ruled tables of a page; `rest` are the glyphs outside them, `loose` the lines that belong to none. */
export function readTables(page: { number: number; glyphs: readonly Glyph[]; rulings: readonly Ruling[] }): {
  tables: PageTable[];
  rest: readonly Glyph[];
  loose: Ruling[];
} {
  const { lattices, loose } = latticesOf(page.rulings);
  let rest = page.glyphs;
  const tables: PageTable[] = [];
  for (const lattice of lattices) {
    const grid = gridOf(lattice);
    if (!grid) continue;
    const { inside, outside } = partGlyphs(rest, grid);
    const table = tableOf(page.number, grid, inside);
    if (!table) continue;
    tables.push(table);
    rest = outside;
  }
  tables.sort((a, b) => a.top - b.top);
  return { tables, rest, loose };
}

function partGlyphs(glyphs: readonly Glyph[], { xs, ys }: Grid): { inside: Glyph[]; outside: Glyph[] } {
  const inside: Glyph[] = [];
  const outside: Glyph[] = [];
  for (const glyph of glyphs) {
    const { x, y } = middleOf(glyph);
    const within = x >= xs[0]! && x <= xs[xs.length - 1]! && y >= ys[0]! && y <= ys[ys.length - 1]!;
    (within ? inside : outside).push(glyph);
  }
  return { inside, outside };
}

function tableOf(page: number, grid: Grid, glyphs: readonly Glyph[]): PageTable | null {
  const { xs, ys, boxes } = grid;
  if (boxes.length < 2) return null;
  const cols = xs.length - 1;
  const boxAt = new Array<number>(cols * (ys.length - 1)).fill(0);
  boxes.forEach((box, i) => {
    for (let r = box.row; r < box.row + box.rowSpan; r++)
      for (let c = box.col; c < box.col + box.colSpan; c++) boxAt[r * cols + c] = i;
  });
  const held: Glyph[][] = boxes.map(() => []);
  let cut = 0;
  let last: { glyph: Glyph; box: number } | null = null;
  for (const glyph of glyphs) {
    const { x, y } = middleOf(glyph);
    const box = boxAt[band(ys, y) * cols + band(xs, x)]!;
    held[box]!.push(glyph);
    if (last && last.box !== box && follows(last.glyph, glyph)) cut++;
    last = { glyph, box };
  }
  const filled = held.filter((inside) => inside.some((glyph) => !glyph.space));
  if (filled.length < 2 || isFrame(grid, held)) return null;
  const lines = held.map((inside) => cellLines(inside, page));
  const padding = paddingOf(lines, boxes);
  const cells = boxes.map(({ row, col, rowSpan, colSpan, right }, i): PageCell => {
    const measure: Measure = { right: right - padding };
    return {
      row,
      col,
      rowSpan,
      colSpan,
      text: lines[i]!.map((group) => joinLines(group.lines, group.turn === 0 ? measure : undefined)).join(' '),
      bold: lines[i]!.every((group) => group.lines.every((line) => line.pieces.every((piece) => piece.bold))),
    };
  });
  return {
    page,
    left: xs[0]!,
    right: xs[cols]!,
    top: ys[0]!,
    bottom: ys[ys.length - 1]!,
    xs,
    ys,
    cells,
    // Each word that a border cuts puts two cells in doubt.
    sure: confidenceOf(lines.flatMap((cell) => cell.flatMap((group) => group.lines))),
    confidence: Math.min(grid.ruled, Math.max(0, 1 - (2 * cut) / filled.length)),
  };
}

/** The two letters stand side by side in one word. */
function follows(last: Glyph, glyph: Glyph): boolean {
  const gap = glyph.x - last.x - last.width;
  return !last.space && !glyph.space && last.turn === 0 && last.y === glyph.y && Math.abs(gap) < 0.1 * glyph.size;
}

/** A frame around a page or a paragraph: nearly all of the lattice is one box, and the text stands in that. */
function isFrame({ xs, ys, boxes }: Grid, held: readonly Glyph[][]): boolean {
  const area = (xs[xs.length - 1]! - xs[0]!) * (ys[ys.length - 1]! - ys[0]!);
  const all = held.reduce((sum, inside) => sum + inside.length, 0);
  return boxes.some(
    (box, i) => (box.right - box.left) * (box.bottom - box.top) > 0.85 * area && held[i]!.length > 0.85 * all,
  );
}

function band(places: readonly number[], at: number): number {
  let low = 0;
  let high = places.length - 2;
  while (low < high) {
    const half = (low + high + 1) >> 1;
    if (places[half]! <= at) low = half;
    else high = half - 1;
  }
  return low;
}

interface CellGroup {
  turn: Turn;
  lines: Line[];
}

/** Text along the row and text turned upwards (in the head of a narrow column) are read one after the other. */
function cellLines(glyphs: readonly Glyph[], page: number): CellGroup[] {
  const groups: CellGroup[] = [];
  for (const turn of [0, 270, 90, 180] as const) {
    const turned = glyphs.filter((glyph) => glyph.turn === turn).map(straightened);
    if (turned.length === 0) continue;
    const lines = rowsOf(turned).map((row) => joinSegments(linesOfRow(row, page)));
    if (lines.length > 0) groups.push({ turn, lines });
  }
  return groups;
}

/** The smallest distance between a box's left side and its text, taken over the table: what the right side keeps too. */
function paddingOf(lines: readonly CellGroup[][], boxes: readonly Box[]): number {
  let least = Number.POSITIVE_INFINITY;
  lines.forEach((groups, i) => {
    for (const { turn, lines: cell } of groups)
      if (turn === 0) for (const line of cell) least = Math.min(least, line.x0 - boxes[i]!.left);
  });
  return Number.isFinite(least) ? Math.max(0, least) : 0;
}
