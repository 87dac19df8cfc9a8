import type { Ruling } from './content.ts';
import { apply, type Matrix } from './matrix.ts';
import { OPS } from './operators.ts';

/** Drawing steps inside a path, by the numbers pdfjs gives them. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const CLOSE = 3;

/** A filled bar thinner than this (points) is a line: Word draws the borders of its cells as bars of half a point. */
const MAX_LINE_THICKNESS = 3;
/** How far a line may lean and still run along an axis. */
const STRAIGHT = 0.5;
/** Paths with more steps than this are drawings (maps, seals), not tables. */
const MAX_STEPS = 2_000;

const STROKES: readonly number[] = [
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];
const FILLS: readonly number[] = [OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke];

interface Pen {
  matrix: Matrix;
  lineWidth: number;
  stroke: string;
  fill: string;
}

/** The straight lines along the axes that a path leaves on paper: stroked lines and boxes, and thin filled bars. */
export function rulingsOfPath(args: readonly unknown[], pen: Pen): Ruling[] {
  const steps = stepsOf(args[1]);
  if (!steps || steps.length > MAX_STEPS) return [];
  const how = args[0] as number;
  const rulings: Ruling[] = [];
  const strokes = STROKES.includes(how) && !isWhite(pen.stroke);
  const fills = FILLS.includes(how) && !isWhite(pen.fill);
  if (!strokes && !fills) return rulings;
  for (const points of subpaths(steps, pen.matrix)) {
    if (strokes) for (let i = 1; i < points.length; i++) pushSegment(rulings, points[i - 1]!, points[i]!);
    else if (fills) pushBar(rulings, points);
  }
  return rulings;
}

/** The path's numbers: an array or typed array inside an array; structured cloning may have made it a plain object. */
function stepsOf(value: unknown): ArrayLike<number> | null {
  const inner: unknown = Array.isArray(value) ? value[0] : null;
  return inner && typeof inner === 'object' && 'length' in inner ? (inner as ArrayLike<number>) : null;
}

type Point = [number, number];

function* subpaths(steps: ArrayLike<number>, matrix: Matrix): Generator<Point[]> {
  let points: Point[] = [];
  let curved = false;
  for (let i = 0; i < steps.length; ) {
    const step = steps[i++];
    if (step === MOVE) {
      if (points.length > 1 && !curved) yield points;
      points = [apply(matrix, steps[i]!, steps[i + 1]!)];
      curved = false;
      i += 2;
    } else if (step === LINE) {
      points.push(apply(matrix, steps[i]!, steps[i + 1]!));
      i += 2;
    } else if (step === CURVE) {
      curved = true;
      i += 6;
    } else if (step === CLOSE) {
      if (points.length > 1) points.push(points[0]!);
    } else return;
  }
  if (points.length > 1 && !curved) yield points;
}

function pushSegment(rulings: Ruling[], [x0, y0]: Point, [x1, y1]: Point): void {
  const dx = Math.abs(x1 - x0);
  const dy = Math.abs(y1 - y0);
  if (dy <= STRAIGHT && dx > STRAIGHT)
    rulings.push({ horizontal: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  else if (dx <= STRAIGHT && dy > STRAIGHT)
    rulings.push({ horizontal: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
}

/** A filled shape counts when it is a thin bar; a wide one is the shading behind a header row. */
function pushBar(rulings: Ruling[], points: Point[]): void {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = x1 - x0;
  const height = y1 - y0;
  // The small square where two borders of Word meet: it bridges the gap between them.
  if (width <= MAX_LINE_THICKNESS && height <= MAX_LINE_THICKNESS) {
    rulings.push({ horizontal: true, at: (y0 + y1) / 2, from: x0, to: x1 });
    rulings.push({ horizontal: false, at: (x0 + x1) / 2, from: y0, to: y1 });
  } else if (height <= MAX_LINE_THICKNESS) rulings.push({ horizontal: true, at: (y0 + y1) / 2, from: x0, to: x1 });
  else if (width <= MAX_LINE_THICKNESS) rulings.push({ horizontal: false, at: (x0 + x1) / 2, from: y0, to: y1 });
}

function isWhite(color: string): boolean {
  return /^#f[c-f]f[c-f]f[c-f]$/i.test(color);
}
