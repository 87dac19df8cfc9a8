import { countHeaderRows } from './header-rows.ts';
import type { PageCell, PageTable } from './read-tables.ts';

/** A table put together from the parts on its pages. */
export interface WholeTable {
  page: number;
  cells: PageCell[];
  rows: number;
  headerRows: number;
  confidence: number;
}

/** Column borders of two parts of one table differ by less than this (points). */
const SAME_BORDER = 3;

/** May `next`, at the top of a page, go on with `part`, at the bottom of the page before? They have the same columns. */
export function continuesTable(part: PageTable, next: PageTable): boolean {
  return (
    next.page === part.page + 1 &&
    part.xs.length === next.xs.length &&
    part.xs.every((x, i) => Math.abs(x - part.xs[0]! - (next.xs[i]! - next.xs[0]!)) <= SAME_BORDER)
  );
}

/** Joins the parts of one table: header rows that are printed again are taken once, rows cut by a page break are joined. */
export function joinParts(parts: readonly PageTable[]): WholeTable {
  const [first, ...others] = parts;
  let cells = first!.cells.map((cell) => ({ ...cell }));
  let rows = first!.rows;
  let repeated = 0;
  for (const next of others) {
    const again = repeatedRows(first!, next);
    repeated = Math.max(repeated, again);
    let added = next.cells.filter((cell) => cell.row >= again).map((cell) => ({ ...cell, row: cell.row - again }));
    let shift = rows;
    if (isCutRow(cells, rows, added)) {
      cells = joinRow(cells, rows, added);
      const height = firstRowHeight(added);
      added = added.filter((cell) => cell.row >= height);
      shift = rows - height;
    }
    for (const cell of added) cells.push({ ...cell, row: cell.row + shift });
    rows = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);
  }
  return {
    page: first!.page,
    cells,
    rows,
    headerRows: Math.max(repeated, countHeaderRows(cells)),
    confidence: Math.min(...parts.map((part) => part.confidence)),
  };
}

/** How many rows at the top of a part say the same, in the same columns, as the first rows of the table. */
function repeatedRows(first: PageTable, next: PageTable): number {
  let rows = 0;
  while (rows < Math.min(first.rows, next.rows) && sameRow(rowOf(first, rows), rowOf(next, rows))) rows++;
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

function firstRowHeight(cells: readonly PageCell[]): number {
  return cells.filter((cell) => cell.row === 0).reduce((least, cell) => Math.min(least, cell.rowSpan), 1_000);
}

/**
 * Is the first row of a part the rest of the row above the page break? The row has the same boxes; it has nothing in a
 * column that is filled in all rows above it (the running number, the name), and goes on where the text above it stopped.
 */
function isCutRow(cells: readonly PageCell[], rows: number, added: readonly PageCell[]): boolean {
  const first = added.filter((cell) => cell.row === 0);
  const last = cells.filter((cell) => cell.row + cell.rowSpan === rows);
  if (first.length === 0 || !sameColumns(first, last)) return false;
  const empty = first.filter((cell) => cell.text.trim() === '');
  const filled = first.filter((cell) => cell.text.trim() !== '');
  if (filled.length === 0) return true;
  const goesOn = filled.every((cell) => {
    const above = last.find((other) => other.col === cell.col)?.text.trim() ?? '';
    return above !== '' && !(isFigure(above) && isFigure(cell.text));
  });
  const keyMissing = empty.some((cell) => (last.find((other) => other.col === cell.col)?.text.trim() ?? '') !== '');
  return goesOn && keyMissing;
}

function isFigure(text: string): boolean {
  return /^[\d.,%\s]+$/.test(text);
}

function sameColumns(a: readonly PageCell[], b: readonly PageCell[]): boolean {
  const key = (cells: readonly PageCell[]) =>
    cells
      .map((cell) => `${cell.col}/${cell.colSpan}`)
      .sort()
      .join(' ');
  return key(a) === key(b);
}

function joinRow(cells: readonly PageCell[], rows: number, added: readonly PageCell[]): PageCell[] {
  return cells.map((cell) => {
    if (cell.row + cell.rowSpan !== rows) return cell;
    const rest = added.find((other) => other.row === 0 && other.col === cell.col);
    if (!rest || rest.text.trim() === '') return cell;
    return { ...cell, text: cell.text.trim() === '' ? rest.text : `${cell.text} ${rest.text}` };
  });
}
