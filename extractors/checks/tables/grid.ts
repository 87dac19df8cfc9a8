import type { Block, Cell } from '../../../schemas/document.ts';
import { foldedLine } from '../../text/normalize.ts';
import { type CellValue, readCell, writesCommaGroups } from './cell-value.ts';

/** Confidence of a table whose merged headings are guessed: columns set with tabs in a text file. */
export const SPANS_UNKNOWN = 0.5;

/** A table laid out: every place (row, col) knows its cell, merged cells are found at all their places. */
export interface Grid {
  block: Block;
  cells: (Cell | undefined)[][];
  cols: number;
  /** Rows below the header that carry data, in order: no numbering row, no repeated header, no empty row. */
  body: number[];
  /** Header cells over each column from top to bottom, each once. */
  header: Cell[][];
  /** The row «A B 1 2 3 …» or «(1) (2) (3)=(1)+(2)» under the header; its texts by column. */
  numbering: string[] | null;
  /** Value of every body cell: `values[row]?.[col]`; for a merged cell only at its upper left place. */
  values: CellValue[][];
  /** Read from a scan, or by rulings that may have been misread: nothing in it is ever certain. */
  unsure: boolean;
}

export function layOut(block: Block): Grid | null {
  const table = block.table;
  if (table === null || table.cells.length === 0) return null;
  let rows = 0;
  let cols = 0;
  for (const cell of table.cells) {
    rows = Math.max(rows, cell.row + cell.rowSpan);
    cols = Math.max(cols, cell.col + cell.colSpan);
  }
  // A span that reaches beyond anything printed is a reader's mistake, not a table.
  if (rows * cols > 50 * table.cells.length + 10_000) return null;
  const cells: (Cell | undefined)[][] = Array.from({ length: rows }, () => new Array<Cell | undefined>(cols));
  for (const cell of table.cells) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      for (let c = cell.col; c < cell.col + cell.colSpan; c++) cells[r]![c] ??= cell;
    }
  }

  const headerRows = headerDepth(cells, Math.min(table.headerRows, rows));
  const header = Array.from({ length: cols }, (_, c) => {
    const over: Cell[] = [];
    for (let r = 0; r < headerRows; r++) {
      const cell = cells[r]![c];
      if (cell !== undefined && over.at(-1) !== cell && cell.text.trim() !== '') over.push(cell);
    }
    return over;
  });
  const { body, numbering } = bodyRows(cells, headerRows);
  return {
    block,
    cells,
    cols,
    body,
    header,
    numbering,
    values: readValues(cells, body, cols),
    unsure: table.confidence < 0.9 || block.ocrConfidence !== null,
  };
}

/**
 * The numbering row may have been counted as header or as body by the reader: it ends the header in any case. Where the
 * reader saw too few header rows, those follow that a header cell reaches into or that carry no figure under a group.
 */
function headerDepth(cells: (Cell | undefined)[][], stated: number): number {
  for (let r = 0; r < stated; r++) if (isNumbering(cells[r]!)) return r;
  let depth = stated;
  while (depth < Math.min(cells.length - 1, 6)) {
    const row = cells[depth]!;
    const above = depth === 0 ? [] : cells[depth - 1]!;
    const openGroup =
      depth === 0 || above.some((cell) => cell !== undefined && (cell.colSpan > 1 || row.includes(cell)));
    const wordsOnly = row.every((cell) => cell === undefined || !/^[\d\s.,/%-]*\d[\d\s.,/%-]*$/.test(cell.text));
    const oneCell = new Set(row).size === 1 && depth > 0;
    if (!openGroup || !wordsOnly || oneCell || isNumbering(row)) break;
    depth++;
  }
  return depth;
}

function bodyRows(cells: (Cell | undefined)[][], headerRows: number): { body: number[]; numbering: string[] | null } {
  const headings = new Set<string>();
  for (let r = 0; r < headerRows; r++) headings.add(rowText(cells[r]!));
  const body: number[] = [];
  let numbering: string[] | null = null;
  let numberingText = '';
  for (let r = headerRows; r < cells.length; r++) {
    const row = cells[r]!;
    const text = rowText(row);
    if (text.replace(/\|/g, '') === '' || headings.has(text)) continue;
    // Only right below the header, or where a page break repeats it: elsewhere «1 2 3» may be data.
    if ((body.length === 0 || text === numberingText) && isNumbering(row)) {
      numbering ??= row.map((cell) => cell?.text.trim() ?? '');
      numberingText = text;
    } else body.push(r);
  }
  return { body, numbering };
}

function rowText(row: (Cell | undefined)[]): string {
  return row.map((cell) => cell?.text.trim() ?? '').join('|');
}

const columnName = /^\(?(?:[A-ZĐ]|\d{1,3})\)?(?:\s*=.{1,40})?$/;

/** «A | B | 1 | 2 | 3», «(1) | (2) | (3)=(1)+(2)»: names of columns that rise by one, in at least three of them. */
function isNumbering(row: (Cell | undefined)[]): boolean {
  let last = 0;
  let numbers = 0;
  for (let c = 0; c < row.length; c++) {
    const cell = row[c];
    const text = cell?.text.trim() ?? '';
    if (text === '' || (c > 0 && row[c - 1] === cell)) continue;
    if (!columnName.test(text)) return false;
    const number = /\d+/.exec(text.split('=')[0]!);
    if (number === null) continue;
    const value = Number(number[0]);
    // One number may be printed twice or left out; it must start low and never fall back.
    if (value < last || value > last + 2 || (last === 0 && value > 3)) return false;
    last = value;
    numbers++;
  }
  return numbers >= 3 || (numbers === 2 && row.some((cell) => /=/.test(cell?.text ?? '')));
}

function readValues(cells: (Cell | undefined)[][], body: number[], cols: number): CellValue[][] {
  const commaGroups = Array.from({ length: cols }, (_, c) =>
    writesCommaGroups(body.map((r) => cells[r]![c]?.text ?? '')),
  );
  const values: CellValue[][] = [];
  for (const r of body) {
    values[r] = Array.from({ length: cols }, (_, c): CellValue => {
      const cell = cells[r]![c];
      if (cell === undefined) return { kind: 'blank' };
      if (cell.row !== r || cell.col !== c) return { kind: 'text' };
      return readCell(cell.text.trim(), commaGroups[c]!);
    });
  }
  return values;
}

/** The words of the header over a column, folded, from top to bottom: «doi thoai dinh ky > cong». */
export function headerWords(grid: Grid, col: number): readonly string[] {
  const cells = grid.header[col]!;
  const words = known.get(cells) ?? cells.map((cell) => foldedLine(cell.text));
  known.set(cells, words);
  return words;
}

const known = new WeakMap<readonly Cell[], readonly string[]>();
