import type { XmlElement } from '../package/element.ts';
import { element, setting } from '../tree.ts';

/** A cell that says how many rows and columns it covers, as HTML and ODF tell it. */
export interface SpanCell {
  rowSpan: number;
  colSpan: number;
  content: XmlElement[];
}

export interface SpanRow {
  cells: SpanCell[];
  isHeader: boolean;
}

/** Word has 63 columns; a cell that claims a million must not make us fill a million. */
const MAX_SPAN = 1_000;

interface Growing {
  rows: number;
  columns: number;
}

/**
 * Cells stand in the first column that no cell from above covers; what is covered becomes cells that go on. `lines` are
 * columns that are only the line between two others: programs that measure every row for itself write them.
 */
export function tableOfSpans(
  rows: readonly SpanRow[],
  isRuled: boolean,
  lines: ReadonlySet<number> = new Set(),
): XmlElement {
  const properties = element(
    'w:tblPr',
    {},
    isRuled ? [element('w:tblBorders', {}, [setting('w:insideH', 'single')])] : [],
  );
  const above = new Map<number, Growing>();
  return element('w:tbl', {}, [properties, ...rows.map((row) => rowOf(row, above, lines))]);
}

function rowOf({ cells, isHeader }: SpanRow, above: Map<number, Growing>, lines: ReadonlySet<number>): XmlElement {
  const add = (columns: number, vertical: 'restart' | 'continue' | null, content: XmlElement[]): void => {
    let real = columns;
    for (const line of lines) if (line >= col && line < col + columns) real--;
    if (real > 0 || content.length > 0) children.push(cellOf(Math.max(real, 1), vertical, content));
    col += columns;
  };
  const children: XmlElement[] = [element('w:trPr', {}, isHeader ? [setting('w:tblHeader')] : [])];
  let col = 0;
  const passCovered = (): void => {
    for (let growing = above.get(col); growing; growing = above.get(col)) {
      if (--growing.rows === 0) above.delete(col);
      add(growing.columns, 'continue', []);
    }
  };
  for (const { rowSpan, colSpan, content } of cells) {
    passCovered();
    let columns = Math.min(Math.max(colSpan, 1), MAX_SPAN);
    // A cell ends where one from above stands in its way.
    for (let i = 1; i < columns; i++) if (above.has(col + i)) columns = i;
    const grows = rowSpan > 1;
    if (grows) above.set(col, { rows: Math.min(rowSpan, 65_534) - 1, columns });
    add(columns, grows ? 'restart' : null, content);
    if (col > MAX_SPAN * 10) break;
  }
  // A row may end early and still be covered further to the right.
  for (const next of [...above.keys()].sort((a, b) => a - b)) {
    if (next < col) continue;
    if (next > col) add(next - col, null, []);
    passCovered();
  }
  return element('w:tr', {}, children);
}

const cellOf = (columns: number, vertical: string | null, content: XmlElement[]): XmlElement =>
  element('w:tc', {}, [
    element('w:tcPr', {}, [setting('w:gridSpan', columns), ...(vertical ? [setting('w:vMerge', vertical)] : [])]),
    ...content,
  ]);
