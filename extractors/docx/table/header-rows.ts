import type { CellInput } from '../../document/builder.ts';
import { columnNumberRow } from '../../document/header-rows.ts';

export interface LookedAtCell extends CellInput {
  isBold: boolean;
}

interface LookedAtTable {
  cells: readonly LookedAtCell[];
  rows: number;
  marked: number;
  isRuled: boolean;
}

/** A row that numbers the columns stands below all others of a header, and no header is higher than this. */
const DEEPEST_HEADER = 6;

/** Rows marked to repeat at the top of each page; else those that look like a header. */
export function countHeaderRows(table: LookedAtTable): number {
  const found = table.marked || guessHeaderRows(table);
  if (found === 0 || found >= table.rows) return Math.min(found, table.rows);
  return columnNumberRow([...table.cells], found) ? found + 1 : found;
}

/**
 *     | TT | Đơn vị | Số cuộc đối thoại |      |   names, no figures
 *     |    |        | Huyện             | Xã   |   parts of a cell above: still the header
 *     | A  | B      | 1                 | 2    |   numbers of the columns: the end of it
 */
function guessHeaderRows({ cells, rows, isRuled }: LookedAtTable): number {
  const byRow = Array.from({ length: Math.min(rows, DEEPEST_HEADER + 1) }, (_, row) =>
    cells.filter((cell) => cell.row === row && cell.text !== ''),
  );
  for (let row = 1; row < byRow.length; row++) if (columnNumberRow([...cells], row)) return row + 1;
  const width = Math.max(...cells.map((cell) => cell.col + cell.colSpan));
  const first = byRow.findIndex((row) => !row.some((cell) => cell.colSpan === width));
  const names = byRow[first] ?? [];
  if (rows < 2 || names.length < 2 || names.some(isFigure)) return 0;
  const below = cells.filter((cell) => cell.row > first);
  const hasFigures = below.some(isFigure);
  const standsOut = names.every((cell) => cell.isBold) && below.some((cell) => cell.text !== '' && !cell.isBold);
  if (!hasFigures && !(isRuled && standsOut)) return 0;
  const end = growDown(names, byRow, first, width);
  return end >= rows ? 0 : end;
}

/** A header goes on below cells that cover several columns, down to where each column has its name. */
function growDown(names: readonly CellInput[], byRow: CellInput[][], first: number, width: number): number {
  let end = Math.max(...names.map((cell) => cell.row + cell.rowSpan));
  for (let row = first + 1; row < byRow.length; row++) {
    const here = byRow[row]!;
    const parted = byRow[row - 1]!.filter(
      (cell) => cell.colSpan > 1 && cell.colSpan < width && cell.row + cell.rowSpan === row,
    );
    const isParted = parted.some(
      (upper) => here.filter((cell) => cell.col >= upper.col && cell.col < upper.col + upper.colSpan).length > 1,
    );
    if (row >= end && (!isParted || here.some(isFigure))) break;
    end = Math.max(end, ...here.map((cell) => cell.row + cell.rowSpan));
  }
  return end;
}

/** `1.206`, `98,5%`, `15/20`; years head columns ("2021 | 2022 | 2023"). */
const isFigure = ({ text }: CellInput): boolean =>
  /^[\d.,]+(?:\s?%|\/\d+)?$/.test(text) && /\d/.test(text) && !/^(?:19|20)\d\d$/.test(text);
