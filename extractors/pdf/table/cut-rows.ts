import { gluedByPrint } from '../line/join.ts';
import type { PageCell } from './read-tables.ts';

/**
 * Is the first row of a part (`added`) the rest of the row above the page break? It has the same boxes; it has nothing in
 * a column that the row above fills (the running number, the name), and what it has goes on with text above it.
 */
export function isCutRow(cells: readonly PageCell[], rows: number, added: readonly PageCell[]): boolean {
  const first = firstRow(added);
  const last = lastRow(cells, rows);
  if (first.length === 0 || !sameColumns(first, last)) return false;
  const above = (cell: PageCell) => last.find((other) => other.col === cell.col)!.text.trim();
  const filled = first.filter((cell) => cell.text.trim() !== '');
  if (filled.length === 0) return true;
  // An empty cell that reaches further down than the row is a merged cell drawn again, and tells nothing.
  const height = Math.min(...first.map((cell) => cell.rowSpan));
  const keyMissing = first.some((cell) => cell.rowSpan === height && cell.text.trim() === '' && above(cell) !== '');
  return keyMissing && filled.every((cell) => goesOn(above(cell), cell.text.trim()));
}

function goesOn(above: string, text: string): boolean {
  return above !== '' && !(isFigure(above) && isFigure(text));
}

function isFigure(text: string): boolean {
  return /^[\d.,%\s]+$/.test(text);
}

/** Adds the rest of a cut row to the row itself. */
export function joinRow(cells: readonly PageCell[], rows: number, added: readonly PageCell[]): PageCell[] {
  return cells.map((cell) => {
    if (cell.row + cell.rowSpan !== rows) return cell;
    const rest = firstRow(added).find((other) => other.col === cell.col)?.text ?? '';
    if (rest.trim() === '' || cell.text.trim() === '') return { ...cell, text: cell.text + rest };
    return { ...cell, text: cell.text + (gluedByPrint(cell.text, rest) ? '' : ' ') + rest };
  });
}

/**
 * A cell merged over rows on both sides of the page break is drawn again, empty, below it: the upper one is made longer
 * (in place) and the lower one left out. A cell that is merged on one side only may as well be an empty cell.
 */
export function extendMerged(cells: PageCell[], rows: number, added: readonly PageCell[]): PageCell[] {
  return added.filter((cell) => {
    if (cell.row !== 0 || cell.rowSpan < 2 || cell.text.trim() !== '') return true;
    const upper = lastRow(cells, rows).find((other) => other.col === cell.col && other.colSpan === cell.colSpan);
    if (!upper || upper.text.trim() === '') return true;
    upper.rowSpan += cell.rowSpan;
    return false;
  });
}

function firstRow(added: readonly PageCell[]): PageCell[] {
  return added.filter((cell) => cell.row === 0);
}

function lastRow(cells: readonly PageCell[], rows: number): PageCell[] {
  return cells.filter((cell) => cell.row + cell.rowSpan === rows);
}

function sameColumns(a: readonly PageCell[], b: readonly PageCell[]): boolean {
  const key = (cells: readonly PageCell[]) =>
    cells
      .map((cell) => `${cell.col}/${cell.colSpan}`)
      .sort()
      .join(' ');
  return key(a) === key(b);
}
