import { foldedLine } from '../../text/normalize.ts';
import type { ColumnRole } from './columns.ts';
import type { Grid } from './grid.ts';
import { isBareTotal, isInside, isSubtotal } from './wording.ts';

/** What one body row is. */
export interface Row {
  row: number;
  /** Words of its label cells, folded, without their own numbering. */
  label: string;
  /** 1 is the highest of the levels of numbering used in this table (A › I › 1 › 1.1 › a › -); null where it has none. */
  depth: number | null;
  role: 'data' | 'total' | 'subtotal' | 'heading';
  /** «Trong đó: nữ», «- Hộ nghèo»: inside another row. */
  inside: boolean;
}

export function readRows(grid: Grid, roles: readonly ColumnRole[]): Row[] {
  const firstFigure = roles.findIndex((role) => role === 'figures' || role === 'other-figures');
  const labelCols = roles.flatMap((role, col) =>
    (role === 'label' || role === 'ordinal') && (firstFigure === -1 || col < firstFigure) ? [col] : [],
  );
  const marks = grid.body.map((row) => markOf(grid, roles, row, labelCols));
  const romans = marks.some(({ mark }) => /^(?:II|III|IV)$/.test(mark));
  const letters = marks.some(({ mark }) => /^[AB]$/.test(mark));
  const levels = marks.map(({ mark }) => levelOf(mark, romans, letters));
  const used = [...new Set(levels.filter((level) => level !== null))].sort((a, b) => a - b);

  return grid.body.map((row, index): Row => {
    const { label } = marks[index]!;
    const level = levels[index]!;
    const hasFigure = roles.some(
      (role, col) =>
        role !== 'ordinal' && role !== 'label' && grid.values[row]![col]!.kind !== 'blank' && col >= firstFigure,
    );
    const role = isBareTotal(label) ? 'total' : isSubtotal(label) ? 'subtotal' : hasFigure ? 'data' : 'heading';
    return {
      row,
      label,
      depth: level === null ? null : used.indexOf(level) + 1,
      role: hasFigure ? role : 'heading',
      inside: isInside(label) || /^[-+*•]/.test(label),
    };
  });
}

/** Its numbering («I», «1.», «a)») and the rest of its label; the numbering may stand in the label's own cell. */
function markOf(
  grid: Grid,
  roles: readonly ColumnRole[],
  row: number,
  labelCols: number[],
): { mark: string; label: string } {
  let mark = '';
  const texts: string[] = [];
  let last: unknown;
  for (const col of labelCols) {
    const cell = grid.cells[row]![col];
    if (cell === undefined || cell === last) continue;
    last = cell;
    const text = cell.text.trim();
    if (roles[col] === 'ordinal' && /^\(?[\p{L}\d.]{1,8}\)?\.?$/u.test(text) && !/^\p{L}{4,}/u.test(text)) {
      mark = text.replace(/[().]*$/g, '').replace(/^\(/, '');
    } else if (text !== '') texts.push(text);
  }
  let label = texts.join(' ');
  if (mark === '') {
    const own = /^(?:([A-ZĐ]|[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ])[.)]|([IVX]{1,5})\s?[-–])\s*(?=\S)/u.exec(
      label,
    );
    if (own !== null) {
      mark = (own[1] ?? own[2])!;
      label = label.slice(own[0].length);
    }
  }
  return { mark, label: foldedLine(label) };
}

function levelOf(mark: string, romans: boolean, letters: boolean): number | null {
  if (mark === '') return null;
  if (romans && /^[IVX]+$/.test(mark)) return 2;
  if (/^[A-ZĐ]$/.test(mark)) return letters || !/^[IVX]$/.test(mark) ? 1 : 2;
  if (/^[IVX]+$/.test(mark)) return 2;
  if (/^\d+$/.test(mark)) return 3;
  if (/^\d+(?:\.\d+)+$/.test(mark)) return 2 + mark.split('.').length;
  if (/^[a-zđ]$/.test(mark)) return 7;
  return null;
}
