import type { Grid } from './grid.ts';
import type { ParsedTable } from './sums.ts';

/** What the table itself calls a row: the first of its labels that has words. */
export function rowName({ grid, roles }: ParsedTable, row: number): string {
  for (let col = 0; col < grid.cols; col++) {
    const cell = grid.cells[row]![col];
    const isLabel = roles[col] === 'label' || roles[col] === 'ordinal';
    if (isLabel && cell?.col === col && /\p{L}{2}/u.test(cell.text)) return shorten(cell.text.trim());
  }
  return '';
}

/** The last two levels of its heading: «Đối thoại định kỳ › Cộng». */
export function columnName(grid: Grid, col: number): string {
  const header = grid.header[col]!.map((cell) => cell.text.trim());
  return shorten(header.slice(-2).join(' › '));
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`;
}
