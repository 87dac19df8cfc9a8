import type { CellInput } from '../document/builder.ts';
import { normalizeText } from '../text/normalize.ts';
import { takeEmphasis } from './emphasis.ts';
import { mergeHeadings } from './heading-spans.ts';

/** The cells of a table set with tabs: the blanks of its header rows are merged headings, those of its body empty cells. */
export function readTabTable(lines: readonly string[]): { cells: CellInput[]; headerRows: number } {
  const rows = lines.map((line) => line.split('\t').map((text) => normalizeText(takeEmphasis(text))));
  const headerRows = headerRowCount(rows);
  const headings = isColumnNumbers(filled(rows[headerRows - 1]!)) ? headerRows - 1 : headerRows;
  const plain = rows.flatMap((texts, row) =>
    row < headings ? [] : texts.map((text, col) => ({ row, col, rowSpan: 1, colSpan: 1, text })),
  );
  return { cells: [...mergeHeadings(rows.slice(0, headings)), ...plain], headerRows };
}

/** Header rows end before the first row of figures; the row that numbers the columns («A B 1 2 3») is still header. */
function headerRowCount(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((row, index) => index > 0 && isFigures(row) && !isColumnNumbers(filled(row)));
  return first === -1 ? 1 : first;
}

const filled = (row: readonly string[]): string[] => row.filter((text) => text !== '');

const isFigures = (row: readonly string[]): boolean => row.some((text) => /^\d[\d.,/%]*$/.test(text));

function isColumnNumbers(row: readonly string[]): boolean {
  const numbers = row.filter((text) => !/^[A-E]$/.test(text)).map(Number);
  return numbers.length > 2 && numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1);
}
