import type { Ink } from './ink.ts';

type Size = Pick<Ink, 'width' | 'height'>;

/** A sheet lies at most this far (degrees) off straight in a scanner; a photo rarely further. */
const MAX_SKEW = 6;
const COARSE = 0.5;
const FINE = 0.05;
/** Pixels per side of the squares that are looked at as one: the lines of text are thicker. */
const STEP = 3;

/**
 * How far (degrees, clockwise) the lines of text are turned: at the right angle the sums of ink over the rows rise and
 * fall most sharply. On a page that lies on its side it is the sums over the columns. 0 where no angle stands out.
 */
export function skewOf(ink: Ink): number {
  const points = pointsOf(ink);
  if (points.length < 200) return 0;
  const across = bestAngle(points, ink);
  const along = bestAngle(swapped(points), { width: ink.height, height: ink.width });
  return across.sharpness >= along.sharpness ? across.degrees : -along.degrees || 0;
}

function bestAngle(points: Int32Array, size: Size): { degrees: number; sharpness: number } {
  const flat = sharpnessAt(points, 0, size);
  let best = { degrees: 0, sharpness: flat };
  const tryAngles = (from: number, to: number, step: number) => {
    for (let degrees = from; degrees <= to + 1e-9; degrees += step) {
      const value = sharpnessAt(points, degrees, size);
      if (value > best.sharpness) best = { degrees, sharpness: value };
    }
  };
  tryAngles(-MAX_SKEW, MAX_SKEW, COARSE);
  tryAngles(best.degrees - COARSE, best.degrees + COARSE, FINE);
  if (best.sharpness <= 1.02 * flat) return { degrees: 0, sharpness: flat };
  return { ...best, degrees: Math.round(best.degrees / FINE) * FINE };
}

/** How sharply rows are parted from each other, and how sharply columns: text that runs across the page has sharp rows. */
export function sharpness(ink: Ink): { rows: number; columns: number } {
  const points = pointsOf(ink);
  return {
    rows: sharpnessAt(points, 0, ink),
    columns: sharpnessAt(swapped(points), 0, { width: ink.height, height: ink.width }),
  };
}

/** As seen with rows and columns exchanged. */
function swapped(points: Int32Array): Int32Array {
  return points.map((_, i) => points[i ^ 1]!);
}

/** The middles of the squares that hold ink, as x, y, x, y …; solid areas (seals, pictures, borders) are left out. */
function pointsOf({ width, height, data }: Ink): Int32Array {
  const points: number[] = [];
  for (let y = 0; y + STEP <= height; y += STEP)
    for (let x = 0; x + STEP <= width; x += STEP) {
      let dark = 0;
      for (let dy = 0; dy < STEP; dy++) for (let dx = 0; dx < STEP; dx++) dark += data[(y + dy) * width + x + dx]!;
      if (dark >= 3 && dark < STEP * STEP) points.push(x, y);
    }
  return Int32Array.from(points);
}

function sharpnessAt(points: Int32Array, degrees: number, { width, height }: Size): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const margin = Math.ceil(Math.abs(slope) * width) + STEP;
  const sums = new Float64Array(Math.ceil((height + 2 * margin) / STEP) + 1);
  for (let i = 0; i < points.length; i += 2) {
    const at = (points[i + 1]! - slope * points[i]! + margin) / STEP;
    sums[Math.round(at)]!++;
  }
  let total = 0;
  for (let i = 1; i < sums.length; i++) total += (sums[i]! - sums[i - 1]!) ** 2;
  return total / Math.max(1, points.length);
}
