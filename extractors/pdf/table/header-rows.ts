interface HeaderCell {
  row: number;
  col: number;
  rowSpan: number;
  colSpan: number;
  text: string;
  bold: boolean;
}

/** No report's table has a higher head than this. */
const MAX_HEADER_ROWS = 6;

/**
 * How many rows at the top name the columns. The cells of the first row that reach down, and those that span columns which
 * the next rows divide, make up the head; a row that numbers the columns (`A B 1 2 3`) closes it.
 */
export function countHeaderRows(cells: readonly HeaderCell[]): number {
  const rows = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);
  if (rows < 2) return 0;
  const numbering = numberingRow(cells, rows);
  if (numbering !== null) return numbering + 1;
  let head = 1;
  for (let row = 0; row < head && head < Math.min(rows, MAX_HEADER_ROWS); row++) {
    const inRow = cells.filter((cell) => cell.row === row);
    // A title over the whole table is a row of the head; what follows is its first row.
    const title = inRow.length === 1 && rows > row + 1;
    for (const cell of inRow) head = Math.max(head, cell.row + cell.rowSpan + (cell.colSpan > 1 ? 1 : 0));
    if (title) head = Math.max(head, row + 2);
  }
  return Math.min(head, rows - 1, MAX_HEADER_ROWS);
}

/** The row `1 2 3 4` or `A B 1 2 3` that counts the columns below their names. */
function numberingRow(cells: readonly HeaderCell[], rows: number): number | null {
  for (let row = 1; row <= Math.min(MAX_HEADER_ROWS, rows - 2); row++) {
    const texts = cells.filter((cell) => cell.row === row && cell.rowSpan === 1).map((cell) => cell.text.trim());
    if (texts.length < 3 || texts.some((text) => text === '')) continue;
    const figures = texts.map((text) => text.replace(/^\(|\)$/g, '')).filter((text) => !/^[A-ZĐ]$/.test(text));
    const counted = figures.every(
      (text, i) =>
        /^\d{1,2}\b/.test(text) && (i === 0 || Number.parseInt(text, 10) === Number.parseInt(figures[i - 1]!, 10) + 1),
    );
    if (figures.length >= 2 && counted && Number.parseInt(figures[0]!, 10) <= 2) return row;
  }
  return null;
}
