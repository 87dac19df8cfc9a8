import { agrees, shareRange } from '../share.ts';
import type { Figure } from './cell-value.ts';
import { type Grid, headerWords } from './grid.ts';
import type { ParsedTable } from './sums.ts';

/** How a column of percentages comes from other columns. */
export interface RatioShape {
  /** `share`: a / b; `growth`: (a − b) / b; `of-total`: a in this row / a in the total row. */
  mode: 'share' | 'growth' | 'of-total';
  percent: number;
  part: number;
  /** Column of the base; for `of-total` the row of the total. */
  whole: number;
  /** Written in the header: «(5)=(4)/(3)». */
  stated: boolean;
}

export interface RatioLine {
  table: ParsedTable;
  shape: RatioShape;
  row: number;
  percentage: Figure;
  part: Figure;
  whole: Figure;
  holds: boolean;
  /** Rows that bear the shape out, and all rows in which it could be tried. */
  held: number;
  met: number;
}

/** Columns that may hold the operands stand near their percentage. */
const reach = 9;
/** Rows tried before a shape that fits none of them is given up. */
const probe = 12;
const percentHeader =
  /(?:^|[^a-z])(?:ty le|ti le|ty trong|co cau|dat|so voi|so sanh|tang|giam|toc do|hoan thanh)(?:$|[^a-z])|%/;

/** Every percentage of a table whose operands stand in the same table, with the verdict of its own row. */
export function ratioLines(table: ParsedTable): RatioLine[] {
  const { grid, roles } = table;
  const lines: RatioLine[] = [];
  for (let percent = 0; percent < grid.cols; percent++) {
    const header = headerWords(grid, percent);
    if (roles[percent] !== 'other-figures' && !header.some((words) => words.includes('%'))) continue;
    if (!header.some((words) => percentHeader.test(words)) && !holdsShares(grid, percent)) continue;
    const best = bestShape(table, percent);
    if (best !== null) lines.push(...best);
  }
  return lines;
}

function holdsShares(grid: Grid, col: number): boolean {
  return grid.body.some((row) => grid.values[row]![col]!.kind === 'share');
}

function bestShape(table: ParsedTable, percent: number): RatioLine[] | null {
  const stated = formulaOf(table.grid, percent);
  if (stated !== null) return tryOut(table, stated, Number.POSITIVE_INFINITY);
  let best: RatioLine[] | null = null;
  for (const shape of candidates(table, percent)) {
    const trial = tryOut(table, shape, probe);
    if (trial !== null && (best === null || trial[0]!.held > best[0]!.held)) best = trial;
  }
  return best;
}

function* candidates({ grid, roles, rows }: ParsedTable, percent: number): Iterable<RatioShape> {
  const near: number[] = [];
  for (let col = Math.max(0, percent - reach); col <= Math.min(grid.cols - 1, percent + 2); col++)
    if (roles[col] === 'figures') near.push(col);
  const total = rows.findLast((row) => row.role === 'total') ?? null;
  const base = { percent, stated: false };
  for (const part of near) {
    for (const whole of near) {
      if (part === whole) continue;
      yield { ...base, mode: 'share', part, whole };
      yield { ...base, mode: 'growth', part, whole };
    }
    if (total !== null) yield { ...base, mode: 'of-total', part, whole: total.row };
  }
}

/** «5=4/3», «(6) = (5)/(4)*100%», «7=(6-5)/5». */
function formulaOf(grid: Grid, percent: number): RatioShape | null {
  const text = grid.numbering?.[percent]?.replace(/[\s()]/g, '') ?? '';
  const match = /^\d{1,3}=(?:(\d{1,3})-(\d{1,3})\/(\d{1,3})|(\d{1,3})[/:](\d{1,3}))(?:[*x×]?100%?|%)?$/.exec(text);
  if (match === null) return null;
  const column = (name: string | undefined) =>
    grid.numbering!.findIndex((one) => one.replace(/[()\s]/g, '').split('=')[0] === name);
  const part = column(match[1] ?? match[4]);
  const whole = column(match[3] ?? match[5]);
  if (part === -1 || whole === -1 || (match[2] !== undefined && match[2] !== match[3])) return null;
  return { mode: match[1] === undefined ? 'share' : 'growth', percent, part, whole, stated: true };
}

/** Null when too few rows bear the shape out. `patience`: how many rows may pass before the first that fits. */
function tryOut(table: ParsedTable, shape: RatioShape, patience: number): RatioLine[] | null {
  const lines: RatioLine[] = [];
  let held = 0;
  const shown = new Set<number>();
  for (const { row, role } of table.rows) {
    if (role === 'heading') continue;
    const line = lineAt(table, shape, row);
    if (line === null) continue;
    lines.push(line);
    if (line.holds) {
      held++;
      shown.add(line.percentage.value);
    }
    if (lines.length >= patience && held * 3 < lines.length * 2) return null;
  }
  // One value all the way down («100 %») shows nothing.
  const borneOut = held >= 3 && held >= 3 * (lines.length - held) && shown.size >= 2;
  if (lines.length === 0 || !(borneOut || (shape.stated && held * 2 >= lines.length))) return null;
  for (const line of lines) Object.assign(line, { held, met: lines.length });
  return lines;
}

function lineAt(table: ParsedTable, shape: RatioShape, row: number): RatioLine | null {
  const { grid } = table;
  const percentage = figureAt(grid, row, shape.percent);
  const part = figureAt(grid, row, shape.part);
  const whole = shape.mode === 'of-total' ? figureAt(grid, shape.whole, shape.part) : figureAt(grid, row, shape.whole);
  if (
    percentage === null ||
    part === null ||
    whole === null ||
    whole.value <= 0 ||
    (part.value === 0 && percentage.value === 0)
  )
    return null;
  const operand = (figure: Figure) => ({ ...figure, qualifier: null });
  const range = shareRange(operand(part), operand(whole));
  const shift = shape.mode === 'growth' ? 100 : 0;
  const printed = { value: percentage.value, unit: percentage.unit, qualifier: null };
  const real = { low: range.low - shift, high: range.high - shift };
  const falls = { low: -real.high, high: -real.low };
  const holds =
    agrees(printed, real) ||
    (shape.mode === 'growth' && real.high < 0 && agrees({ ...printed, value: Math.abs(printed.value) }, falls));
  return { table, shape, row, percentage, part, whole, holds, held: 0, met: 0 };
}

function figureAt(grid: Grid, row: number, col: number): Figure | null {
  const value = grid.values[row]![col]!;
  if (value.kind === 'share') return value.figure;
  return value.kind === 'figure' && value.numbers.length === 1 ? value.numbers[0]! : null;
}
