import type { PageContent } from '../pdf/page/content.ts';
import { isPlausible } from '../pdf/text-layer.ts';
import { type Bitmap, type Box, scaled, turned } from './bitmap.ts';
import { type OcrLine, parseHocr } from './hocr.ts';
import { type Ink, inkOf, isOnGreyPaper, onWhitePaper } from './ink.ts';
import { type Figure, figureSheet, raisedFigures, readFigures } from './note-marks.ts';
import { pageContentOf, type ScannedPage } from './page-content.ts';
import { repairNumbers } from './repair-numbers.ts';
import { type DrawnLine, drawnLines, inkWithoutLines, withoutLines } from './rulings.ts';
import { settleMarks } from './settle-marks.ts';
import { cellSheets, putBack, tableCells, withoutAreas } from './table-cells.ts';
import { type Straight, straightened, waysRound } from './upright.ts';

/** How the recogniser is to take a picture: as a page of which it finds the parts, as one column of lines, as figures. */
export type Segmentation = 'page' | 'column' | 'figures';

/** Reads a picture and answers in hOCR. */
export type Recognise = (bitmap: Bitmap, segmentation: Segmentation) => Promise<string>;

/** Below this resolution letters are too small for the recogniser, and the picture is enlarged. */
const MIN_DPI = 170;
const GOOD_DPI = 200;
/** What is coarser still has no letters to enlarge. */
const MOST_ENLARGED = 3;
/** More pixels add time, no letters. */
const MAX_DPI = 320;
/** Lines less sure than this are text only when their words are words. */
const UNCLEAR = 40;
/** Readings less sure than this (0 to 100) or with fewer plausible words may stand the wrong way round. */
const SURE = 70;
const PLAUSIBLE = 0.6;

/** Reads a scanned page: sets it straight and upright, reads tables cell by cell, the rest as it stands. */
export async function readScan(
  scan: { bitmap: Bitmap; dpi: number; number: number },
  recognise: Recognise,
): Promise<PageContent> {
  const clear = isOnGreyPaper(scan.bitmap) ? onWhitePaper(scan.bitmap) : scan.bitmap;
  const { bitmap, dpi } = atGoodResolution(clear, scan.dpi);
  const straight = straightened(bitmap);
  let best: ScannedPage | null = null;
  const drawn = drawnLines(straight.ink, dpi);
  for (const way of waysRound(straight, drawn)) {
    const page =
      way === 0 ? await readUpright(straight, drawn, dpi, recognise) : await readTurned(straight, way, dpi, recognise);
    if (!best || worthOf(page.lines) > worthOf(best.lines)) best = page;
    if (isSure(page.lines)) break;
  }
  return pageContentOf(best!, scan.number);
}

function atGoodResolution(bitmap: Bitmap, dpi: number): { bitmap: Bitmap; dpi: number } {
  const wanted = dpi < MIN_DPI ? GOOD_DPI : dpi > MAX_DPI ? 300 : dpi;
  if (wanted === dpi) return { bitmap, dpi };
  const factor = Math.min(MOST_ENLARGED, wanted / dpi);
  return { bitmap: scaled(bitmap, factor), dpi: dpi * factor };
}

async function readTurned(
  page: Straight,
  way: 90 | 180 | 270,
  dpi: number,
  recognise: Recognise,
): Promise<ScannedPage> {
  const bitmap = turned(page.bitmap, way);
  const ink = inkOf(bitmap);
  return readUpright({ bitmap, ink }, drawnLines(ink, dpi), dpi, recognise);
}

async function readUpright(
  { bitmap, ink }: Straight,
  drawn: readonly DrawnLine[],
  dpi: number,
  recognise: Recognise,
): Promise<ScannedPage> {
  const bare = withoutLines(bitmap, drawn);
  const bareInk = inkWithoutLines(ink, drawn);
  const marks = await readMarks(bare, bareInk, recognise);
  const { cells, areas } = tableCells(drawn, bareInk, dpi);
  const marked = withoutAreas(
    bare,
    marks.map(({ box }) => grown(box)),
  );
  const lines = parseHocr(await recognise(withoutAreas(marked, areas), 'page'));
  const white = cells.length > 0 ? onWhitePaper(marked) : marked;
  for (const sheet of cellSheets(white, bareInk, cells, dpi))
    lines.push(...putBack(parseHocr(await recognise(sheet.bitmap, 'column')), sheet));
  const text = lines.filter(isText);
  const unclear = countWords(lines) - countWords(text);
  return { width: bitmap.width, height: bitmap.height, dpi, drawn, marks, unclear, ...repairNumbers(text) };
}

async function readMarks(bitmap: Bitmap, ink: Ink, recognise: Recognise): Promise<Figure[]> {
  const candidates = raisedFigures(ink);
  if (candidates.length === 0) return [];
  const sheet = figureSheet(bitmap, candidates);
  return settleMarks(readFigures(await recognise(sheet.bitmap, 'figures'), sheet));
}

/** With the grey rim of its strokes. */
function grown({ left, top, right, bottom }: Box): Box {
  return { left: Math.max(0, left - 1), top: Math.max(0, top - 1), right: right + 1, bottom: bottom + 1 };
}

/** Seals, drawings and blots are read as lines of a few signs that the recogniser is not sure of and that are no words. */
function isText(line: OcrLine): boolean {
  const plausible = line.words.filter((word) => /[\p{L}\p{N}]{2}/u.test(word.text) && isPlausible(word.text)).length;
  return meanConfidence([line]) >= UNCLEAR || plausible >= Math.max(2, line.words.length / 2);
}

function countWords(lines: readonly OcrLine[]): number {
  return lines.reduce((sum, line) => sum + line.words.length, 0);
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
