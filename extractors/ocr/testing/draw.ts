import type { Bitmap, Box } from '../bitmap.ts';

/** A white sheet with black boxes on it. */
export function drawing(width: number, height: number, boxes: readonly Box[], paper = 255, ink = 0): Bitmap {
  const data = new Uint8Array(width * height).fill(paper);
  for (const { left, top, right, bottom } of boxes)
    for (let y = top; y < bottom; y++) data.fill(ink, y * width + left, y * width + right);
  return { width, height, data };
}

/** Rows of letter-like boxes over `width` pixels, of uneven widths as in print. */
export function textRows(left: number, top: number, width: number, rows: number): Box[] {
  const boxes: Box[] = [];
  let state = 7;
  const draw = (to: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % to;
  };
  for (let row = 0; row < rows; row++) {
    const y = top + 44 * row;
    for (let x = left; x < left + width - 14; ) {
      const wide = 8 + draw(6);
      // Some letters have a stem; all are hollow.
      const stem = draw(3) === 0 ? 10 : 0;
      boxes.push({ left: x, top: y - stem, right: x + 3, bottom: y + 18 });
      boxes.push({ left: x, top: y + 15, right: x + wide, bottom: y + 18 });
      boxes.push({ left: x + wide - 3, top: y, right: x + wide, bottom: y + 18 });
      x += wide + (draw(5) === 0 ? 14 : 4);
    }
  }
  return boxes;
}

export function box(left: number, top: number, right: number, bottom: number): Box {
  return { left, top, right, bottom };
}
