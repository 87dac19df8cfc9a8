import type { XmlElement } from '../package/element.ts';
import { element, setting } from '../tree.ts';

/** A cell by the place of its right edge, as `.doc` and RTF tell it. */
export interface EdgeCell {
  right: number;
  content: XmlElement[];
  vertical: 'restart' | 'continue' | null;
  /** Belongs to the cell at its left. */
  isMergedLeft: boolean;
}

export interface EdgeRow {
  left: number;
  cells: EdgeCell[];
  isHeader: boolean;
}

/** Edges nearer to each other than 1.5 mm (in twips) are one: rounding moves them, no column is that narrow. */
const NEAR = 85;

/**
 * Rows whose cells are told by their edges as a `w:tbl`, whose grid is all edges of all rows: a cell covers the columns
 * between its own edges.
 */
export function tableOfEdges(rows: readonly EdgeRow[], isRuled: boolean): XmlElement {
  const columnAt = gridOf(rows);
  const first = Math.min(...rows.map((row) => columnAt(row.left)));
  const properties = element(
    'w:tblPr',
    {},
    isRuled ? [element('w:tblBorders', {}, [setting('w:insideH', 'single')])] : [],
  );
  return element('w:tbl', {}, [properties, ...rows.map((row) => rowOf(row, first, columnAt))]);
}

function rowOf(row: EdgeRow, first: number, columnAt: (edge: number) => number): XmlElement {
  let col = columnAt(row.left);
  const before = col - first;
  const properties = element('w:trPr', {}, [
    ...(before > 0 ? [setting('w:gridBefore', before)] : []),
    ...(row.isHeader ? [setting('w:tblHeader')] : []),
  ]);
  const cells = row.cells.map((cell) => {
    // An edge that lies left of the one before (a broken file) still leaves the cell a column.
    const span = Math.max(1, columnAt(cell.right) - col);
    col += span;
    return element('w:tc', {}, [
      element('w:tcPr', {}, [
        setting('w:gridSpan', span),
        ...(cell.vertical ? [setting('w:vMerge', cell.vertical)] : []),
        ...(cell.isMergedLeft ? [setting('w:hMerge', 'continue')] : []),
      ]),
      ...cell.content,
    ]);
  });
  return element('w:tr', {}, [properties, ...cells]);
}

/** Which line of the grid an edge is. */
function gridOf(rows: readonly EdgeRow[]): (edge: number) => number {
  const edges = new Set(rows.flatMap((row) => [row.left, ...row.cells.map((cell) => cell.right)]));
  const lines = new Map<number, number>();
  let line = -1;
  let last = Number.NEGATIVE_INFINITY;
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (edge - last > NEAR) {
      line++;
      last = edge;
    }
    lines.set(edge, line);
  }
  return (edge) => lines.get(edge) ?? 0;
}
