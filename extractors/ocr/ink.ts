import type { Bitmap } from './bitmap.ts';

/** Which pixels are ink: 1 for ink, 0 for paper. */
export interface Ink {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Side of the squares (pixels) in each of which paper and ink are told apart anew. */
const TILE = 64;
/** Ink is darker than the paper around it by this much at least; less is a shadow or the print of the back side. */
const MIN_CONTRAST = 45;
/** Ink is darker than this share of the paper's brightness. */
const DARK = 0.68;
/** What is lighter than this share of it is paper. */
const PAPER = 0.9;
/** Paper darker than this, or with larger differences than this, is that of a photo. */
const GREY = 200;
const UNEVEN = 40;

/**
 * Tells ink from paper. The paper of a photo grows darker towards a corner, so its brightness is taken square by square:
 * the light values that most of a square has.
 */
export function inkOf(bitmap: Bitmap): Ink {
  const { width, height, data } = bitmap;
  const { paper, columns, rows } = paperMap(bitmap);
  const ink = new Uint8Array(data.length);
  const limits = new Uint8Array(width);
  for (let y = 0; y < height; y++) {
    if (y % TILE === 0) {
      const row = Math.min(rows - 1, y / TILE) * columns;
      for (let x = 0; x < width; x++) {
        const light = paper[row + ((x / TILE) | 0)]!;
        limits[x] = Math.max(0, Math.min(light - MIN_CONTRAST, light * DARK));
      }
    }
    for (let x = 0, at = y * width; x < width; x++, at++) if (data[at]! < limits[x]!) ink[at] = 1;
  }
  return { width, height, data: ink };
}

/** The picture on white paper: shadows, grey paper and the grain of the scanner are gone, ink stays as dark as it was. */
export function onWhitePaper(bitmap: Bitmap): Bitmap {
  const { width, height } = bitmap;
  const { paper, columns, rows } = paperMap(bitmap);
  const data = new Uint8Array(bitmap.data.length);
  for (let y = 0; y < height; y++) {
    const row = Math.min(rows - 1, (y / TILE) | 0) * columns;
    for (let x = 0, at = y * width; x < width; x++, at++)
      data[at] = Math.min(255, (bitmap.data[at]! * 255) / (PAPER * paper[row + ((x / TILE) | 0)]!));
  }
  return { ...bitmap, data };
}

/** Is the paper grey, or darker at one side: a photo, a copy of a copy? The recogniser reads a clean scan best as it is. */
export function isOnGreyPaper(bitmap: Bitmap): boolean {
  const paper = paperMap(bitmap).paper;
  const sorted = [...paper].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  return at(0.5) < GREY || at(0.95) - at(0.05) > UNEVEN;
}

function paperMap(bitmap: Bitmap): { paper: number[]; columns: number; rows: number } {
  const columns = Math.max(1, Math.ceil(bitmap.width / TILE));
  const rows = Math.max(1, Math.ceil(bitmap.height / TILE));
  return { paper: smoothed(paperOf(bitmap, columns, rows), columns, rows), columns, rows };
}

/** The brightness that a fifth of a square's pixels reach: in a square full of text that is still the paper. */
function paperOf({ width, height, data }: Bitmap, columns: number, rows: number): number[] {
  const paper: number[] = [];
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let all = 0;
      for (let y = row * TILE; y < Math.min(height, (row + 1) * TILE); y += 2)
        for (let x = column * TILE; x < Math.min(width, (column + 1) * TILE); x += 2) {
          counts[data[y * width + x]!]!++;
          all++;
        }
      let light = 255;
      for (let seen = counts[255]!; seen < 0.2 * all && light > 0; ) seen += counts[--light]!;
      paper.push(light);
    }
  return paper;
}

/** A square that a thick bar or a seal fills has no paper of its own: it takes the lightest of its neighbours. */
function smoothed(paper: readonly number[], columns: number, rows: number): number[] {
  return paper.map((own, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    let most = own;
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++)
      for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++)
        most = Math.max(most, paper[r * columns + c]!);
    return own < 0.7 * most ? most : own;
  });
}
