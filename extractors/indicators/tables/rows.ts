import type { Grid } from '../../checks/tables/grid.ts';
import { type Row, readRows } from '../../checks/tables/rows.ts';
import { oneLine } from '../../text/normalize.ts';
import type { Column } from './columns.ts';

export interface NamedRow extends Row {
  /** Names of the rows and groups above it, then its own. */
  path: string[];
  /** Its own name, without numbering. */
  name: string;
  /** «2021» in a column of years. */
  year: string | null;
}

/** Body rows with what they are called: «Tổng số hộ › Trong đó: hộ nghèo». */
export function nameRows(grid: Grid, columns: readonly Column[]): NamedRow[] {
  const firstFigure = columns.findIndex(({ role }) => role === 'figures' || role === 'other-figures');
  const labels = columns.filter(
    ({ role, holdsUnits, col }) => role === 'label' && !holdsUnits && (firstFigure === -1 || col < firstFigure),
  );
  const above: { depth: number; name: string }[] = [];
  let group = '';
  return readRows(
    grid,
    columns.map(({ role }) => role),
  ).map((row): NamedRow => {
    const year = yearOf(grid, columns, row.row);
    // «2023 (tính đến 30/5)» may have been read as a name.
    const own = ownNames(grid, labels, row.row).filter((name) => !year?.endsWith(name));
    const name = own.at(-1) ?? '';
    if (row.role === 'heading' && row.depth === null) {
      group = name || group;
      above.length = 0;
    }
    const depth = depthOf(row, above.at(-1));
    while (above.length > 0 && above.at(-1)!.depth >= depth) above.pop();
    const path = [...(group === '' || group === name ? [] : [group]), ...above.map((one) => one.name), ...own];
    if (row.role !== 'total' && name !== '') above.push({ depth, name });
    const told = row.role === 'total' ? own : path;
    return { ...row, path: year === null ? told : [...told, year], name, year };
  });
}

/** «Trong đó: nữ» is one step below the row before it that is not inside another. */
function depthOf(row: Row, last: { depth: number } | undefined): number {
  if (row.inside) return insideDepth;
  if (row.depth !== null) return row.depth;
  return last === undefined || last.depth === insideDepth ? plainDepth : Math.min(last.depth, plainDepth);
}
const plainDepth = 50;
const insideDepth = 100;

function yearOf(grid: Grid, columns: readonly Column[], row: number): string | null {
  const column = columns.find(({ holdsYears }) => holdsYears);
  const text = column === undefined ? '' : (grid.cells[row]![column.col]?.text.trim() ?? '');
  if (/^\d{4} ?[-–] ?\d{4}$/.test(text)) return `giai đoạn ${text}`;
  return /^\d{4}/.test(text) ? `năm ${text}` : /\d{4}/.test(text) ? text : null;
}

/** Texts of its label cells; a cell merged over several rows names them all. */
function ownNames(grid: Grid, labels: readonly Column[], row: number): string[] {
  const names: string[] = [];
  let last: unknown;
  for (const { col } of labels) {
    const cell = grid.cells[row]![col];
    if (cell === undefined || cell === last) continue;
    last = cell;
    const text = oneLine(cell.text);
    const name = text.replace(
      /^(?:[-+*•]\s*|(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)]\s*)(?=\p{L})/u,
      '',
    );
    if (name !== '' && /\p{L}/u.test(name)) names.push(name);
  }
  return names;
}
