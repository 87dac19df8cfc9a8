import { type Box as GridBox, gridOf } from '../pdf/table/grid.ts';
import { latticesOf } from '../pdf/table/lattice.ts';
import { type Bitmap, type Box, cropped, scaled } from './bitmap.ts';
import { componentsOf } from './components.ts';
import type { OcrLine } from './hocr.ts';
import type { Ink } from './ink.ts';
import type { DrawnLine } from './rulings.ts';

/** A cell on the picture; its borders are left out. */
export type CellBox = Box;

/** Less ink than this share of a letter's square is a speck. */
const MIN_INK = 12;

/** The cells of all ruled tables that hold ink, and the areas of the tables. */
export function tableCells(drawn: readonly DrawnLine[], ink: Ink, dpi: number): { cells: CellBox[]; areas: Box[] } {
  const points = 72 / dpi;
  const rulings = drawn.map(({ horizontal, at, from, to }) => ({
    horizontal,
    at: at * points,
    from: from * points,
    to: to * points,
  }));
  const cells: CellBox[] = [];
  const areas: Box[] = [];
  for (const lattice of latticesOf(rulings).lattices) {
    const grid = gridOf(lattice);
    if (!grid || grid.boxes.length < 2) continue;
    const pixels = (box: Pick<GridBox, 'left' | 'right' | 'top' | 'bottom'>): Box => ({
      left: Math.max(0, Math.round(box.left / points)),
      top: Math.max(0, Math.round(box.top / points)),
      right: Math.min(ink.width, Math.round(box.right / points)),
      bottom: Math.min(ink.height, Math.round(box.bottom / points)),
    });
    areas.push(pixels({ left: grid.xs[0]!, right: grid.xs.at(-1)!, top: grid.ys[0]!, bottom: grid.ys.at(-1)! }));
    const border = Math.max(2, Math.round(dpi / 70));
    for (const box of grid.boxes) {
      const { left, top, right, bottom } = pixels(box);
      const inner = { left: left + border, top: top + border, right: right - border, bottom: bottom - border };
      if (holdsInk(ink, inner)) cells.push(inner);
    }
  }
  return { cells, areas };
}

function holdsInk({ width, data }: Ink, box: Box): boolean {
  let dark = 0;
  for (let y = box.top; y < box.bottom; y++)
    for (let x = box.left; x < box.right; x++) {
      dark += data[y * width + x]!;
      if (dark >= MIN_INK) return true;
    }
  return false;
}

/** A column of cells set below each other on a sheet of their own, enlarged, and where each came from. */
export interface CellSheet {
  bitmap: Bitmap;
  factor: number;
  gap: number;
  placed: { cell: CellBox; top: number }[];
}

/** A sheet as high as a page or two: the recogniser finds its lines as on any page. */
const SHEET_HEIGHT = 4_000;
/** Letters lower than this (pixels, of most that stand in cells) are enlarged: annexes are printed in 6 points. */
const LETTER = 17;
const MAX_FACTOR = 2.5;

/**
 * The recogniser takes a table for columns of text and mixes or drops what stands in narrow ones. So each cell is set
 * below the other, as lines of one column, and the words are put back to their places afterwards.
 */
export function cellSheets(bitmap: Bitmap, ink: Ink, cells: readonly CellBox[], dpi: number): CellSheet[] {
  if (cells.length === 0) return [];
  const factor = enlargement(ink, cells);
  const gap = Math.round(0.1 * dpi * factor);
  const sheets: CellSheet[] = [];
  for (let at = 0; at < cells.length; ) {
    const placed: CellSheet['placed'] = [];
    const pieces: Bitmap[] = [];
    let height = gap;
    for (; at < cells.length && (placed.length === 0 || height < SHEET_HEIGHT); at++) {
      const cell = cells[at]!;
      const piece = factor === 1 ? cropped(bitmap, cell) : scaled(cropped(bitmap, cell), factor);
      placed.push({ cell, top: height });
      pieces.push(piece);
      height += piece.height + gap;
    }
    sheets.push({ bitmap: drawSheet(pieces, placed, height, gap), factor, gap, placed });
  }
  return sheets;
}

/** How much larger the letters in the cells have to be. */
function enlargement(ink: Ink, cells: readonly CellBox[]): number {
  const inside = (part: Box) =>
    cells.some(
      (cell) =>
        part.left >= cell.left && part.right <= cell.right && part.top >= cell.top && part.bottom <= cell.bottom,
    );
  const heights = componentsOf(ink)
    .map((part) => ({ part, height: part.bottom - part.top }))
    .filter(({ part, height }) => height >= 5 && height < 60 && inside(part))
    .map(({ height }) => height)
    .sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? LETTER;
  return usual >= LETTER * 0.9 ? 1 : Math.min(MAX_FACTOR, LETTER / usual);
}

function drawSheet(pieces: readonly Bitmap[], placed: CellSheet['placed'], height: number, gap: number): Bitmap {
  const width = Math.max(...pieces.map((piece) => piece.width)) + 2 * gap;
  const data = new Uint8Array(width * height).fill(255);
  pieces.forEach((piece, i) => {
    for (let y = 0; y < piece.height; y++)
      data.set(piece.data.subarray(y * piece.width, (y + 1) * piece.width), (placed[i]!.top + y) * width + gap);
  });
  return { width, height, data };
}

/** The lines read from a sheet, each back where its cell stands. */
export function putBack(lines: readonly OcrLine[], { placed, factor, gap }: CellSheet): OcrLine[] {
  const homes = lines.map((line) => placed.findLast(({ top }) => top - gap / 2 <= line.baseline));
  const heights = new Map(placed.map((home) => [home, heightIn(lines.filter((_, i) => homes[i] === home))]));
  return lines.flatMap((line, i) => {
    const home = homes[i];
    if (!home) return [];
    const x = (at: number) => home.cell.left + (at - gap) / factor;
    const y = (at: number) => home.cell.top + (at - home.top) / factor;
    const words = line.words.map(({ box, ...word }) => ({
      ...word,
      box: { left: x(box.left), right: x(box.right), top: y(box.top), bottom: y(box.bottom) },
    }));
    return [{ words, baseline: y(line.baseline), xHeight: heights.get(home)! / factor }];
  });
}

/** The height of small letters in most lines of a cell: measured on a line of two words it is off by a third. */
function heightIn(lines: readonly OcrLine[]): number {
  const heights = lines.map((line) => line.xHeight).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

/** The picture with paper where the tables are. */
export function withoutAreas(bitmap: Bitmap, areas: readonly Box[]): Bitmap {
  const data = bitmap.data.slice();
  for (const { left, top, right, bottom } of areas)
    for (let y = top; y < bottom; y++) data.fill(255, y * bitmap.width + left, y * bitmap.width + right);
  return { ...bitmap, data };
}
