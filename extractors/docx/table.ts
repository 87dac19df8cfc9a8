import type { CellInput } from '../document/builder.ts';
import { columnNumberRow } from '../document/header-rows.ts';
import { type Inline, inlineText, type Mark } from './inline.ts';
import type { Node, Paragraph, TableNode } from './tree.ts';

export interface ReadTable {
  cells: CellInput[];
  headerRows: number;
  /** Note marks by cell: `at` is an offset into the text of that cell. */
  marks: { cell: CellInput; mark: Mark }[];
  /** Tables inside cells, with the row and column of the cell. */
  nested: { table: TableNode; row: number; col: number }[];
}

/** Rows and columns from the spans; a merged cell once, at its upper left. Paragraphs of a cell are joined by a blank. */
export function readTable(table: TableNode): ReadTable {
  const result: ReadTable = { cells: [], headerRows: 0, marks: [], nested: [] };
  /** How many more rows each column is covered by a cell from above. */
  const covered: number[] = [];
  const height = table.children.length;
  for (const [row, { children }] of table.children.entries()) {
    let col = 0;
    for (const node of children) {
      while ((covered[col] ?? 0) > 0) col++;
      const rowSpan = Math.min(node.rowSpan, height - row);
      const { text, marks } = cellText(node.children);
      const cell: CellInput = { row, col, rowSpan, colSpan: node.colSpan, text };
      result.cells.push(cell);
      for (const mark of marks) result.marks.push({ cell, mark });
      for (const child of node.children) if (child.type === 'table') result.nested.push({ table: child, row, col });
      for (let i = 0; i < node.colSpan; i++) covered[col + i] = rowSpan;
      col += node.colSpan;
    }
    for (let i = 0; i < covered.length; i++) covered[i] = Math.max(0, (covered[i] ?? 0) - 1);
  }
  result.headerRows = headerRows(table, result.cells);
  return result;
}

function cellText(nodes: readonly Node[]): Inline {
  const joined: Inline = { text: '', marks: [] };
  for (const paragraph of nodes.filter((node): node is Paragraph => node.type === 'paragraph')) {
    const { text, marks } = inlineText(paragraph.children);
    if (text === '' && marks.length === 0) continue;
    const start = joined.text === '' ? 0 : joined.text.length + 1;
    joined.text += joined.text === '' ? text : ` ${text}`;
    joined.marks.push(...marks.map((mark) => ({ ...mark, at: mark.at + start })));
  }
  return joined;
}

/** Rows marked to repeat at the top of each page; else those that look like a header. A row of column numbers belongs to it. */
function headerRows(table: TableNode, cells: readonly CellInput[]): number {
  let marked = 0;
  while (table.children[marked]?.isHeader) marked++;
  const found = marked || guessHeader(table, cells);
  return columnNumberRow(cells, found) ? found + 1 : found;
}

/** The first row, grown by the rows that its merged cells reach into. */
function guessHeader(table: TableNode, cells: readonly CellInput[]): number {
  if (table.children.length < 2) return 0;
  const first = cells.filter((cell) => cell.row === 0 && cell.text !== '');
  if (first.length < 2 || first.some((cell) => /^\d[\d.,]*$/.test(cell.text))) return 0;
  return Math.min(table.children.length - 1, Math.max(...first.map((cell) => cell.rowSpan)));
}
