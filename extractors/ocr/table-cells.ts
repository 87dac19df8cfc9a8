import { type Box as GridBox, gridOf } from '../pdf/table/grid.ts';
import { latticesOf } from '../pdf/table/lattice.ts';
import type { Bitmap, Box } from './bitmap.ts';
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

/** A column of cells set below each other on a sheet of their own, and where each came from. */
export interface CellSheet {
  bitmap: Bitmap;
  placed: { cell: CellBox; top: number }[];
}

/** A sheet as high as a page or two: the recogniser finds its lines as on any page. */
const SHEET_HEIGHT = 4_000;

/**
 * The recogniser takes a table for columns of text and mixes or drops what stands in narrow ones. So each cell is set
 * below the other, as lines of one column, and the words are put back to their places afterwards.
 */
export function cellSheets(bitmap: Bitmap, cells: readonly CellBox[], dpi: number): CellSheet[] {
  const gap = Math.round(0.1 * dpi);
  const sheets: CellSheet[] = [];
  for (let at = 0; at < cells.length; ) {
    const placed: CellSheet['placed'] = [];
    let height = gap;
    let width = 0;
    for (; at < cells.length && (placed.length === 0 || height < SHEET_HEIGHT); at++) {
      const cell = cells[at]!;
      placed.push({ cell, top: height });
      height += cell.bottom - cell.top + gap;
      width = Math.max(width, cell.right - cell.left);
    }
    sheets.push({ bitmap: drawSheet(bitmap, placed, width + 2 * gap, height, gap), placed });
  }
  return sheets;
}

function drawSheet(bitmap: Bitmap, placed: CellSheet['placed'], width: number, height: number, gap: number): Bitmap {
  const data = new Uint8Array(width * height).fill(255);
  for (const { cell, top } of placed)
    for (let y = cell.top; y < cell.bottom; y++) {
      const from = y * bitmap.width + cell.left;
      data.set(bitmap.data.subarray(from, from + cell.right - cell.left), (top + y - cell.top) * width + gap);
    }
  return { width, height, data };
}

/** The lines read from a sheet, each back where its cell stands. */
export function putBack(lines: readonly OcrLine[], { placed }: CellSheet, dpi: number): OcrLine[] {
  const gap = Math.round(0.1 * dpi);
  return lines.flatMap((line) => {
    const home = placed.findLast(({ top }) => top - gap / 2 <= line.baseline);
    if (!home) return [];
    const dx = home.cell.left - gap;
    const dy = home.cell.top - home.top;
    const words = line.words.map((word) => ({
      ...word,
      box: {
        left: word.box.left + dx,
        right: word.box.right + dx,
        top: word.box.top + dy,
        bottom: word.box.bottom + dy,
      },
    }));
    return [{ ...line, words, baseline: line.baseline + dy }];
  });
}

/** The picture with paper where the tables are. */
export function withoutAreas(bitmap: Bitmap, areas: readonly Box[]): Bitmap {
  const data = bitmap.data.slice();
  for (const { left, top, right, bottom } of areas)
    for (let y = top; y < bottom; y++) data.fill(255, y * bitmap.width + left, y * bitmap.width + right);
  return { ...bitmap, data };
}
