/** A PDF matrix `[a b c d e f]`: (x, y) → (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`: what the operator `cm` does with the current matrix as `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function apply(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** pdfjs hands matrices over as arrays, typed arrays, or objects with the keys 0 to 5. */
export function toMatrix(value: unknown): Matrix | null {
  if (typeof value !== 'object' || value === null) return null;
  const from = value as Record<number, unknown>;
  const numbers = [from[0], from[1], from[2], from[3], from[4], from[5]];
  return numbers.every((n) => typeof n === 'number' && Number.isFinite(n)) ? (numbers as unknown as Matrix) : null;
}

/** An upright rectangle; `left` > `right` when nothing is left of it. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const EVERYWHERE: Rect = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

/** The upright rectangle around a transformed one, as far as it lies within `within`. */
export function boundsWithin(within: Rect, m: Matrix, [x0, y0, x1, y1]: readonly number[]): Rect {
  const corners = [apply(m, x0!, y0!), apply(m, x1!, y0!), apply(m, x0!, y1!), apply(m, x1!, y1!)];
  const xs = corners.map((corner) => corner[0]);
  const ys = corners.map((corner) => corner[1]);
  return {
    left: Math.max(within.left, Math.min(...xs)),
    top: Math.max(within.top, Math.min(...ys)),
    right: Math.min(within.right, Math.max(...xs)),
    bottom: Math.min(within.bottom, Math.max(...ys)),
  };
}
