import { childOf, childValue, elementsOf, isOn, type XmlElement } from '../package/element.ts';
import { chosenBranch } from '../paragraph/drawing.ts';
import { hasInnerLines, type Styles } from '../styles.ts';

/** A cell at its upper left; what it covers to the right and below belongs to it. */
export interface GridCell {
  row: number;
  col: number;
  rowSpan: number;
  colSpan: number;
  content: XmlElement;
}

export interface Grid {
  cells: GridCell[];
  rows: number;
  /** Rows at the top that Word repeats on every page. */
  markedHeaderRows: number;
  /** Lines between the cells: without them it is often a letterhead or a signature in two columns. */
  isRuled: boolean;
  deletedRows: number;
}

/** Word has 63 columns; a cell that claims a million must not make us walk a million. */
const MAX_COLUMNS = 1_000;

/**
 * Where every cell stands. Columns are counted in the grid of the table: a row may begin or end columns later than
 * the others (`gridBefore`, `gridAfter`), a cell may cover several (`gridSpan`, `hMerge`), and go on below (`vMerge`).
 */
export function readGrid(table: XmlElement, styles: Styles): Grid {
  const properties = childOf(table, 'w:tblPr');
  const style = childValue(properties, 'w:tblStyle');
  const grid: Grid = {
    cells: [],
    rows: 0,
    markedHeaderRows: 0,
    isRuled: hasInnerLines(childOf(properties, 'w:tblBorders')) || (style !== undefined && styles.isRuled(style)),
    deletedRows: 0,
  };
  /** By first column: the cell of the row above that may still grow downwards. */
  let above = new Map<number, GridCell>();
  for (const row of unwrap(table, 'w:tr')) {
    const rowProperties = childOf(row, 'w:trPr');
    if (childOf(rowProperties, 'w:del')) grid.deletedRows++;
    else above = readRow(row, rowProperties, grid, above);
  }
  return grid;
}

function readRow(
  row: XmlElement,
  properties: XmlElement | undefined,
  grid: Grid,
  above: ReadonlyMap<number, GridCell>,
): Map<number, GridCell> {
  const growing = new Map<number, GridCell>();
  let col = spanOf(childValue(properties, 'w:gridBefore'), 0);
  let left: GridCell | null = null;
  for (const content of unwrap(row, 'w:tc')) {
    const cell = childOf(content, 'w:tcPr');
    if (childOf(cell, 'w:cellDel')) continue;
    const colSpan = spanOf(childValue(cell, 'w:gridSpan'), 1);
    const merge = mergeOf(cell, 'w:vMerge');
    const upper = merge === 'continue' ? above.get(col) : undefined;
    if (mergeOf(cell, 'w:hMerge') === 'continue' && left) {
      left.colSpan += colSpan;
    } else if (upper && upper.colSpan === colSpan) {
      upper.rowSpan++;
      growing.set(col, upper);
      left = null;
    } else {
      left = { row: grid.rows, col, rowSpan: 1, colSpan, content };
      grid.cells.push(left);
      if (merge) growing.set(col, left);
      grid.isRuled ||= hasLines(childOf(cell, 'w:tcBorders'));
    }
    col = Math.min(col + colSpan, MAX_COLUMNS);
  }
  if (grid.markedHeaderRows === grid.rows && isOn(childOf(properties, 'w:tblHeader'))) grid.markedHeaderRows++;
  grid.rows++;
  return growing;
}

/** `w:val` left out means "goes on"; so do all older files. */
function mergeOf(cell: XmlElement | undefined, name: string): 'restart' | 'continue' | null {
  const merge = childOf(cell, name);
  return merge ? (merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue') : null;
}

function spanOf(value: string | undefined, least: number): number {
  const span = Number.parseInt(value ?? '', 10);
  return Number.isNaN(span) ? least : Math.min(Math.max(span, least), MAX_COLUMNS);
}

const hasLines = (borders: XmlElement | undefined): boolean =>
  elementsOf(borders).some(({ attributes }) => !['nil', 'none', undefined].includes(attributes['w:val']));

/** Rows of a table, cells of a row: also those inside content controls, insertions and custom markup. */
function unwrap(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === 'mc:AlternateContent') return unwrap(chosenBranch(child), name);
    return WRAPPERS.has(child.name) ? unwrap(child, name) : [];
  });
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);
