import { extendMerged, isCutRow, joinRow } from './cut-rows.ts';
import { countHeaderRows } from './header-rows.ts';
import type { PageCell, PageTable } from './read-tables.ts';

/** A table put together from the parts on its pages. */
export interface WholeTable {
  page: number;
  cells: PageCell[];
  headerRows: number;
  confidence: number;
  /** How sure the recogniser is of the least sure part; null for true text. */
  sure: number | null;
}

/** Column borders of two parts of one table differ by less than this (points). */
const SAME_BORDER = 3;

/**
 * May `next`, at the top of a page, go on with `part`, at the bottom of the page before, below which `room` is left? They
 * have the same outer borders, the columns of one are all found in the other, and the next row had no room.
 */
export function continuesTable(part: PageTable, next: PageTable, room: number): boolean {
  if (next.page !== part.page + 1) return false;
  const [fewer, more] = part.xs.length <= next.xs.length ? [part, next] : [next, part];
  const shift = next.left - part.left;
  const shiftOf = (table: PageTable) => (table === next ? shift : 0);
  const matches = fewer.xs.every((x) =>
    more.xs.some((other) => Math.abs(x - shiftOf(fewer) - (other - shiftOf(more))) <= SAME_BORDER),
  );
  const sameWidth = Math.abs(next.right - next.left - (part.right - part.left)) <= SAME_BORDER;
  const again = repeatedRows(part, next);
  const firstRow = (next.ys[again + 1] ?? next.bottom) - (next.ys[again] ?? next.top);
  return matches && sameWidth && room < firstRow + 30;
}

/** Joins the parts of one table: header rows that are printed again are taken once, rows cut by a page break are joined. */
export function joinParts(given: readonly PageTable[]): WholeTable {
  const [first, ...others] = onCommonColumns(given);
  let cells = first!.cells.map((cell) => ({ ...cell }));
  let repeated = 0;
  for (const next of others) {
    const again = repeatedRows(first!, next);
    repeated = Math.max(repeated, again);
    let added = next.cells.filter((cell) => cell.row >= again).map((cell) => ({ ...cell, row: cell.row - again }));
    const rows = rowsOf(cells);
    let shift = rows;
    if (isCutRow(cells, rows, added)) {
      cells = joinRow(cells, rows, added);
      const height = added
        .filter((cell) => cell.row === 0)
        .reduce((least, cell) => Math.min(least, cell.rowSpan), rows);
      added = added.filter((cell) => cell.row >= height);
      shift = rows - height;
    } else added = extendMerged(cells, rows, added);
    for (const cell of added) cells.push({ ...cell, row: cell.row + shift });
  }
  return {
    page: first!.page,
    cells,
    headerRows: Math.max(repeated, countHeaderRows(cells)),
    confidence: Math.min(...given.map((part) => part.confidence)),
    sure: given.map((part) => part.sure).reduce((a, b) => (a === null ? b : b === null ? a : Math.min(a, b)), null),
  };
}

function rowsOf(cells: readonly PageCell[]): number {
  return cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);
}

/** A part whose rows all span the same columns lacks the borders between them: it takes those of the widest part. */
function onCommonColumns(parts: readonly PageTable[]): PageTable[] {
  const widest = parts.reduce((most, part) => (part.xs.length > most.xs.length ? part : most));
  return parts.map((part) => {
    if (part.xs.length === widest.xs.length) return part;
    const columnOf = part.xs.map((x) => nearest(widest.xs, x - part.left + widest.left));
    const cells = part.cells.map((cell) => {
      const col = columnOf[cell.col]!;
      return { ...cell, col, colSpan: columnOf[cell.col + cell.colSpan]! - col };
    });
    return { ...part, xs: widest.xs, cells };
  });
}

function nearest(places: readonly number[], at: number): number {
  let best = 0;
  places.forEach((place, i) => {
    if (Math.abs(place - at) < Math.abs(places[best]! - at)) best = i;
  });
  return best;
}

/** How many rows at the top of a part say the same, in the same columns, as the first rows of the table. */
function repeatedRows(first: PageTable, next: PageTable): number {
  let rows = 0;
  while (rows < Math.min(first.ys.length, next.ys.length) - 1 && sameRow(rowOf(first, rows), rowOf(next, rows))) rows++;
  return rows;
}

function rowOf(table: PageTable, row: number): PageCell[] {
  return table.cells.filter((cell) => cell.row === row);
}

/** A head that is printed again may be cut short where it does not fit the page. */
function sameRow(a: readonly PageCell[], b: readonly PageCell[]): boolean {
  const letters = (cell: PageCell) => cell.text.replace(/[^\p{L}\p{N}]/gu, '');
  return (
    a.length > 0 &&
    a.length === b.length &&
    a.some((cell) => letters(cell) !== '') &&
    a.every((cell, i) => {
      const other = b[i]!;
      const [whole, again] = [letters(cell), letters(other)];
      const same = whole === again || (again.length > 4 && whole.startsWith(again));
      return same && cell.col === other.col && cell.colSpan === other.colSpan && cell.rowSpan === other.rowSpan;
    })
  );
}
