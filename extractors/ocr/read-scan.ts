import type { PageContent } from '../pdf/page/content.ts';
import { isPlausible } from '../pdf/text-layer.ts';
import { type Bitmap, scaled, turned } from './bitmap.ts';
import { type OcrLine, parseHocr } from './hocr.ts';
import { inkOf } from './ink.ts';
import { pageContentOf } from './page-content.ts';
import { drawnLines, withoutLines } from './rulings.ts';
import { cellSheets, putBack, tableCells, withoutAreas } from './table-cells.ts';
import { type Straight, straightened, waysRound } from './upright.ts';

/** How the recogniser is to take a picture: as a page of which it finds the parts, or as one column of lines. */
export type Segmentation = 'page' | 'column';

/** Reads a picture and answers in hOCR. */
export type Recognise = (bitmap: Bitmap, segmentation: Segmentation) => Promise<string>;

/** Below this resolution letters are too small for the recogniser, and the picture is enlarged. */
const MIN_DPI = 170;
const GOOD_DPI = 200;
/** More pixels add time, no letters. */
const MAX_DPI = 320;
/** Readings less sure than this (0 to 100) or with fewer plausible words may stand the wrong way round. */
const SURE = 70;
const PLAUSIBLE = 0.6;

/** Reads a scanned page: sets it straight and upright, reads tables cell by cell, the rest as it stands. */
export async function readScan(
  scan: { bitmap: Bitmap; dpi: number; number: number },
  recognise: Recognise,
): Promise<PageContent> {
  const { bitmap, dpi } = atGoodResolution(scan.bitmap, scan.dpi);
  const straight = straightened(bitmap);
  let best: { lines: OcrLine[]; page: Straight; worth: number; drawn: ReturnType<typeof drawnLines> } | null = null;
  for (const way of waysRound(straight)) {
    const page = way === 0 ? straight : turnedStraight(straight, way);
    const drawn = drawnLines(page.ink, dpi);
    const lines = await readUpright(page, drawn, dpi, recognise);
    const worth = worthOf(lines);
    if (!best || worth > best.worth) best = { lines, page, worth, drawn };
    if (isSure(lines)) break;
  }
  const { lines, page, drawn } = best!;
  const { width, height } = page.bitmap;
  return pageContentOf({ width, height, dpi, lines, drawn }, scan.number);
}

function atGoodResolution(bitmap: Bitmap, dpi: number): { bitmap: Bitmap; dpi: number } {
  const wanted = dpi < MIN_DPI ? GOOD_DPI : dpi > MAX_DPI ? 300 : dpi;
  return wanted === dpi ? { bitmap, dpi } : { bitmap: scaled(bitmap, wanted / dpi), dpi: wanted };
}

function turnedStraight(page: Straight, way: 90 | 180 | 270): Straight {
  const bitmap = turned(page.bitmap, way);
  return { bitmap, ink: inkOf(bitmap) };
}

async function readUpright(
  { bitmap }: Straight,
  drawn: ReturnType<typeof drawnLines>,
  dpi: number,
  recognise: Recognise,
): Promise<OcrLine[]> {
  const bare = withoutLines(bitmap, drawn);
  const { cells, areas } = tableCells(drawn, inkOf(bare), dpi);
  const lines = parseHocr(await recognise(withoutAreas(bare, areas), 'page'));
  for (const sheet of cellSheets(bare, cells, dpi))
    lines.push(...putBack(parseHocr(await recognise(sheet.bitmap, 'column')), sheet, dpi));
  return lines;
}

function meanConfidence(lines: readonly OcrLine[]): number {
  let sum = 0;
  let letters = 0;
  for (const word of lines.flatMap((line) => line.words)) {
    sum += word.confidence * word.text.length;
    letters += word.text.length;
  }
  return letters === 0 ? 0 : sum / letters;
}

function plausibleShare(lines: readonly OcrLine[]): number {
  const words = lines.flatMap((line) => line.words);
  return words.length === 0 ? 0 : words.filter((word) => isPlausible(word.text)).length / words.length;
}

function isSure(lines: readonly OcrLine[]): boolean {
  return meanConfidence(lines) >= SURE && plausibleShare(lines) >= PLAUSIBLE;
}

function worthOf(lines: readonly OcrLine[]): number {
  return meanConfidence(lines) * plausibleShare(lines);
}
