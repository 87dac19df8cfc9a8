import type { Grid } from '../../checks/tables/grid.ts';
import { sumsOf } from '../../checks/tables/sums.ts';
import type { Draft } from '../draft.ts';
import type { Column } from './columns.ts';
import type { NamedRow } from './rows.ts';

export interface CellDraft {
  row: NamedRow;
  col: number;
  /** Of the counts of a compound cell, which. */
  part: number;
  draft: Draft;
}

/** Cells that are parts of another: of a sum that the table shows, or of the row above them («Trong đó: nữ»). */
export function tieCells(grid: Grid, columns: readonly Column[], cells: readonly CellDraft[]): void {
  const byPlace = new Map(cells.map((cell) => [placeOf(cell.row.row, cell.col, cell.part), cell.draft]));
  const rows = [...new Set(cells.map(({ row }) => row))];
  const { held, broken } = sumsOf({ grid, roles: columns.map(({ role }) => role), rows });
  for (const { total, parts } of [...held, ...broken.map(({ relation }) => relation)]) {
    const whole = byPlace.get(placeOf(total.row, total.col, total.component));
    for (const one of parts) tie(byPlace.get(placeOf(one.row, one.col, one.component)), whole);
  }
  let above: NamedRow | null = null;
  const parents = new Map<NamedRow, NamedRow>();
  for (const row of rows) {
    if (!row.inside) above = row;
    else if (above !== null) parents.set(row, above);
  }
  for (const { row, col, part, draft } of cells) {
    const parent = parents.get(row);
    if (parent !== undefined) tie(draft, byPlace.get(placeOf(parent.row, col, part)));
  }
}

function tie(draft: Draft | undefined, whole: Draft | undefined): void {
  if (
    draft === undefined ||
    whole === undefined ||
    draft.total !== null ||
    draft.unit !== whole.unit ||
    draft.unit === '%'
  )
    return;
  for (let up: Draft | null = whole; up !== null; up = up.total) if (up === draft) return;
  draft.total = whole;
  draft.rules.push('part-of-whole');
}

const placeOf = (row: number, col: number, part: number): string => `${row}:${col}:${part}`;
