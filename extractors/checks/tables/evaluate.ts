import type { CellValue, Figure } from './cell-value.ts';
import type { Grid } from './grid.ts';
import type { Shape } from './shapes.ts';

/** A cell that takes part in a sum, and which of its counts («243/368» has two). */
export interface Operand {
  row: number;
  col: number;
  component: number;
  figure: Figure;
}

/** One sum of a table, worked out: the total of a shape in one column (or row). */
export interface Relation {
  shape: Shape;
  total: Operand;
  parts: Operand[];
  sum: number;
  /** How far the printed figures let total and sum lie apart: 0 for whole numbers. */
  slack: { below: number; above: number };
  holds: boolean;
  /** A part is an empty cell: zero, or not told. */
  blanks: boolean;
  /** The total lies among its parts like an average. */
  likeAverage: boolean;
}

export type Outcome =
  | { kind: 'relation'; relation: Relation }
  | { kind: 'nothing' }
  | { kind: 'not-checkable'; reason: string };

/** Works a shape out in one line across it: in column `line` of a `down` shape, in row `line` of an `across` shape. */
export function evaluate(grid: Grid, shape: Shape, line: number): Outcome[] {
  const at = (index: number) => (shape.axis === 'down' ? { row: index, col: line } : { row: line, col: index });
  const value = (index: number) => {
    const { row, col } = at(index);
    return grid.values[row]![col]!;
  };
  const total = asFigures(value(shape.total));
  if (total === null) return [{ kind: 'nothing' }];
  let malformed = value(shape.total).kind === 'malformed';
  let blanks = false;
  const figures: { index: number; numbers: Figure[] }[] = [];
  for (const index of shape.parts) {
    const part = value(index);
    const numbers = asFigures(part);
    if (part.kind === 'malformed') malformed = true;
    if (part.kind === 'unfilled') return [{ kind: 'not-checkable', reason: 'unfilled-place' }];
    if (part.kind === 'blank') blanks = true;
    else if (numbers === null) return [{ kind: 'not-checkable', reason: 'words-for-a-figure' }];
    else if (numbers.length !== total.length) return [{ kind: 'not-checkable', reason: 'unlike-cells' }];
    else figures.push({ index, numbers });
  }
  if (figures.length === 0) return [{ kind: 'nothing' }];
  return total.map((figure, component): Outcome => {
    const parts = figures.map(
      ({ index, numbers }): Operand => ({ ...at(index), component, figure: numbers[component]! }),
    );
    const outcome = relate(shape, { ...at(shape.total), component, figure }, parts, blanks);
    const unreadable = malformed && outcome.kind === 'relation' && !outcome.relation.holds;
    return unreadable ? { kind: 'not-checkable', reason: 'malformed-number' } : outcome;
  });
}

function asFigures(value: CellValue): Figure[] | null {
  if (value.kind === 'figure') return value.numbers;
  return value.kind === 'malformed' ? [value.figure] : null;
}

function relate(shape: Shape, total: Operand, parts: Operand[], blanks: boolean): Outcome {
  if (total.figure.value === 0 && parts.every((part) => part.figure.value === 0)) return { kind: 'nothing' };
  const sum = exactSum(parts.map((part) => part.figure));
  const slack = slackOf(
    total.figure,
    parts.map((part) => part.figure),
  );
  const difference = total.figure.value - sum;
  const largest = Math.max(...extent(parts));
  const smallest = Math.min(...extent(parts));
  return {
    kind: 'relation',
    relation: {
      shape,
      total,
      parts,
      sum,
      slack,
      holds: difference >= -slack.below - 1e-9 && difference <= slack.above + 1e-9,
      blanks,
      likeAverage: parts.length > 1 && total.figure.value > smallest && total.figure.value < largest,
    },
  };
}

/** Smallest and largest part, without spreading thousands of arguments. */
function extent(parts: readonly Operand[]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { figure } of parts) {
    low = Math.min(low, figure.value);
    high = Math.max(high, figure.value);
  }
  return [low, high];
}

/** Adds in whole units of the finest place printed, so that 0,1 + 0,2 is 0,3. */
export function exactSum(figures: readonly Figure[]): number {
  const finest = figures.reduce((unit, figure) => Math.min(unit, figure.unit), 1);
  const scale = Math.round(1 / finest);
  return figures.reduce((sum, figure) => sum + Math.round(figure.value * scale), 0) / scale;
}

/**
 * A printed decimal x with last place u stands for something in [x − u/2, x + u): rounded, or cut off. Whole numbers are
 * counts and exact, unless the other side of the sum is printed with decimals.
 */
export function slackOf(total: Figure, parts: readonly Figure[]): { below: number; above: number } {
  if (total.unit === 1 && parts.every((part) => part.unit === 1)) return { below: 0, above: 0 };
  const open = parts.filter((part) => part.unit < 1 || total.unit < 1);
  const partUnits = open.reduce((sum, part) => sum + Math.min(part.unit, 1), 0);
  const single = open.length === 1 && parts.length === 1;
  const own = total.unit;
  // Total too large by at most: parts cut off (u each) and total rounded up (half of its unit); too small the other way.
  return { above: partUnits * (single ? 0.5 : 1) + own / 2, below: partUnits / 2 + own };
}
