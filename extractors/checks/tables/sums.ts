import type { CheckInput } from '../rule.ts';
import { columnShapes } from './column-shapes.ts';
import { type ColumnRole, columnRoles } from './columns.ts';
import { evaluate, type Relation } from './evaluate.ts';
import { type Grid, layOut } from './grid.ts';
import { rowShapes } from './row-shapes.ts';
import { type Row, readRows } from './rows.ts';
import type { Alternatives, Shape } from './shapes.ts';

export interface ParsedTable {
  grid: Grid;
  roles: ColumnRole[];
  rows: Row[];
}

/** The sums of one table that its structure and its figures bear out. */
export interface TableSums {
  table: ParsedTable;
  held: Relation[];
  broken: BrokenSum[];
  /** Promised sums that could not be checked, by axis. */
  notCheckable: { axis: Shape['axis']; reason: string }[];
}

export interface BrokenSum {
  relation: Relation;
  certain: boolean;
}

/** Every table of the report that could be laid out. */
export function parseTables(input: CheckInput): ParsedTable[] {
  return input.context.blocks.flatMap((block) => {
    const grid = layOut(block);
    if (grid === null || grid.body.length === 0) return [];
    const roles = columnRoles(grid);
    return [{ grid, roles, rows: readRows(grid, roles) }];
  });
}

export function tableSums(input: CheckInput): TableSums[] {
  return input.shared(parseTables).map(sumsOf);
}

/** The sums of one table alone, for those who ask what is a part of what. */
export function sumsOf(table: ParsedTable): TableSums {
  const sums: TableSums = { table, held: [], broken: [], notCheckable: [] };
  const { grid, roles, rows } = table;
  const figureColumns = roles.flatMap((role, col) => (role === 'figures' ? [col] : []));
  const dataRows = rows.filter((row) => row.role !== 'heading').map((row) => row.row);
  for (const alternatives of rowShapes(rows)) choose(sums, grid, alternatives, figureColumns);
  const across = columnShapes(grid, roles);
  const isLearned = (alternatives: Alternatives) => alternatives.flat().every((shape) => shape.strength === 'learned');
  for (const alternatives of across) if (!isLearned(alternatives)) choose(sums, grid, alternatives, dataRows);
  const known = new Set(
    [...sums.held, ...sums.broken.map((one) => one.relation)].flatMap(({ shape }) => columnsOf(shape)),
  );
  for (const alternatives of across) {
    // Columns whose sum is understood already need no second opinion.
    const fresh = alternatives.filter((reading) =>
      reading.every((shape) => !columnsOf(shape).every((col) => known.has(col))),
    );
    if (isLearned(alternatives)) choose(sums, grid, fresh, dataRows);
  }
  return sums;
}

function columnsOf(shape: Shape): number[] {
  return shape.axis === 'across' ? [shape.total, ...shape.parts] : [];
}

interface Trial {
  reading: Shape[];
  held: Relation[];
  off: Relation[];
  reasons: string[];
}

/** Rows that have to show a sum which no word announces. */
const fewestTelling = 4;

/**
 * Takes the reading that most lines bear out. A structure that no line confirms is no claim, unless nothing else could
 * be meant; one that most lines confirm makes the rest contradictions.
 */
function choose(sums: TableSums, grid: Grid, alternatives: Alternatives, lines: readonly number[]): void {
  let best: Trial | null = null;
  for (const reading of alternatives) {
    const trial = tryOut(grid, reading, lines);
    if (best === null || score(trial) > score(best)) best = trial;
  }
  if (best === null) return;
  const { reading, held, off } = best;
  const shape = reading[0]!;
  if (shape.strength === 'learned') {
    // Two parts that are not zero: otherwise the total merely repeats a column.
    const telling = held.filter((relation) => relation.parts.filter((part) => part.figure.value !== 0).length >= 2);
    if (telling.length < fewestTelling || telling.length < 4 * off.length) return;
  } else {
    const confirmed = held.length >= 1 && held.length >= off.length;
    if (!confirmed && off.length > 1) {
      if (off.length > 0) sums.notCheckable.push({ axis: shape.axis, reason: 'structure-unconfirmed' });
      return;
    }
  }
  const met = held.length + off.length;
  sums.held.push(...held);
  for (const reason of best.reasons) sums.notCheckable.push({ axis: shape.axis, reason });
  for (const relation of off) {
    const verdict = judge(relation, held.length, met);
    if (verdict === null)
      sums.notCheckable.push({
        axis: shape.axis,
        reason: relation.likeAverage ? 'perhaps-average' : 'structure-unconfirmed',
      });
    else sums.broken.push({ relation, certain: verdict && !grid.unsure });
  }
}

function tryOut(grid: Grid, reading: Shape[], lines: readonly number[]): Trial {
  const trial: Trial = { reading, held: [], off: [], reasons: [] };
  for (const line of lines) {
    for (const shape of reading) {
      for (const outcome of evaluate(grid, shape, line)) {
        if (outcome.kind === 'not-checkable') trial.reasons.push(outcome.reason);
        else if (outcome.kind === 'relation') (outcome.relation.holds ? trial.held : trial.off).push(outcome.relation);
      }
    }
  }
  return trial;
}

/** Lines that bear a reading out count; what would look right by accident (one part, rest empty) counts less. */
function score({ held, off }: Trial): number {
  const weight = (relation: Relation) => (relation.parts.length >= 2 ? 1 : 0.4);
  const right = held.reduce((sum, relation) => sum + weight(relation), 0);
  return right - off.length * 0.5;
}

/** True: certain. False: soft. Null: too little is known to say anything. */
function judge({ total, sum, blanks, shape, likeAverage }: Relation, held: number, met: number): boolean | null {
  const { strength } = shape;
  const short = total.figure.value > sum;
  if (likeAverage && held < 2 && strength !== 'stated') return null;
  // An empty cell may hold what is missing from the parts, never less than nothing.
  if (blanks && short) return false;
  if (likeAverage && held * 3 < met * 2) return false;
  if (strength === 'learned') return held >= 6 && held + 1 === met;
  if (strength === 'likely' && held === 0)
    return sum * 2 > total.figure.value && total.figure.value * 2 > sum ? false : null;
  return strength !== 'likely' || (held >= 2 && held * 3 >= met * 2);
}
