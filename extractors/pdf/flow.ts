import type { Stretch } from './columns.ts';
import { partColumns } from './columns.ts';
import type { LaidOutPage } from './layout.ts';
import type { Line } from './line/line.ts';
import type { PageTable } from './table/read-tables.ts';

/** What follows what on the pages, once page numbers and notes are set apart. */
export type FlowItem =
  | { kind: 'line'; line: Line }
  | { kind: 'columns'; stretch: Extract<Stretch, { kind: 'columns' }> }
  | { kind: 'table'; table: PageTable };

/** Lines between the tables of a page are parted into columns on their own: columns never run past a table. */
export function flowOf(page: LaidOutPage, body: readonly Line[]): FlowItem[] {
  const items: FlowItem[] = [];
  let rest = [...body];
  const flush = (lines: Line[]) => {
    for (const stretch of partColumns(lines)) {
      if (stretch.kind === 'columns') items.push({ kind: 'columns', stretch });
      else if (stretch.kind === 'table') items.push({ kind: 'table', table: stretch.table });
      else for (const line of stretch.lines) items.push({ kind: 'line', line });
    }
  };
  for (const table of page.tables) {
    flush(rest.filter((line) => line.y <= table.top + 0.3 * line.size));
    rest = rest.filter((line) => line.y > table.top + 0.3 * line.size);
    items.push({ kind: 'table', table });
  }
  flush(rest);
  return items;
}
