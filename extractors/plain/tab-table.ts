import type { CellInput } from '../document/builder.ts';
import { normalizeText } from '../text/normalize.ts';
import { takeEmphasis } from './emphasis.ts';

/** A tab on its own says nothing of merged cells: every cell covers one row and one column. */
export function cellsOf(lines: readonly string[]): CellInput[] {
  return lines.flatMap((line, row) =>
    line
      .split('\t')
      .map((text, col) => ({ row, col, rowSpan: 1, colSpan: 1, text: normalizeText(takeEmphasis(text)) })),
  );
}

/** Header rows end before the first row of figures; the row that numbers the columns («A B 1 2 3») is still header. */
export function headerRowCount(cells: readonly CellInput[]): number {
  const rows: string[][] = [];
  for (const cell of cells) {
    rows[cell.row] ??= [];
    if (cell.text !== '') rows[cell.row]?.push(cell.text);
  }
  const first = rows.findIndex((row, index) => index > 0 && isFigures(row) && !isColumnNumbers(row));
  return first === -1 ? 1 : first;
}

const isFigures = (row: readonly string[]): boolean => row.some((text) => /^\d[\d.,/%]*$/.test(text));

function isColumnNumbers(row: readonly string[]): boolean {
  const numbers = row.filter((text) => !/^[A-E]$/.test(text)).map(Number);
  return numbers.length > 2 && numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1);
}
