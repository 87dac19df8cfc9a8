import type { Glyph, PageContent, Ruling } from '../pdf/page/content.ts';
import type { OcrLine, OcrWord } from './hocr.ts';
import type { Figure } from './note-marks.ts';
import type { Repair } from './repair-numbers.ts';
import type { DrawnLine } from './rulings.ts';

/** What stands on a scanned page, in pixels of the picture set upright. */
export interface ScannedPage {
  width: number;
  height: number;
  dpi: number;
  lines: readonly OcrLine[];
  drawn: readonly DrawnLine[];
  marks: readonly Figure[];
  repairs: readonly Repair[];
  /** Words left out because they are none. */
  unclear: number;
}

/** Height of small letters in font sizes: Times 0.45, Arial 0.52. */
const X_HEIGHT = 0.46;
/** Measured sizes of lines in one font differ by this much. */
const SAME_SIZE = 0.17;
/** Between words there is a blank, however near their boxes come. */
const LEAST_BLANK = 0.2;

/** The page as positions in points: from here on a scan goes the way of every other page. */
export function pageContentOf(page: ScannedPage, number: number): PageContent {
  const points = 72 / page.dpi;
  const lines = withoutShadows(page.lines);
  const sizes = lines.map((line) => (line.xHeight / X_HEIGHT) * points);
  const common = commonSize(lines, sizes);
  const marks = new Map(lines.map((line) => [line, [] as Figure[]]));
  for (const mark of page.marks) marks.get(lineOf(mark, lines) ?? lines[0]!)?.push(mark);
  const glyphs = lines.flatMap((line, i) => glyphsOf(line, marks.get(line)!, sizeOf(line, sizes[i]!, common), points));
  const rulings = page.drawn.map(
    ({ horizontal, at, from, to }): Ruling => ({ horizontal, at: at * points, from: from * points, to: to * points }),
  );
  return {
    number,
    width: page.width * points,
    height: page.height * points,
    glyphs,
    rulings,
    pictured: 0,
    slanted: 0,
    repairs: page.repairs,
    unclear: page.unclear,
  };
}

/** The recogniser may read the marks above a line once more, as a line of small letters among the words: that goes. */
function withoutShadows(lines: readonly OcrLine[]): OcrLine[] {
  return lines.filter(
    (line) =>
      !lines.some(
        (other) =>
          other.xHeight > 1.4 * line.xHeight &&
          Math.abs(other.baseline - line.baseline) < other.xHeight &&
          line.words.some((word) => other.words.some((larger) => overlap(word, larger) > 0.3)),
      ),
  );
}

/** How much of the first word's width lies under the second. */
function overlap(word: OcrWord, other: OcrWord): number {
  const shared = Math.min(word.box.right, other.box.right) - Math.max(word.box.left, other.box.left);
  return shared / Math.max(1, word.box.right - word.box.left);
}

/** The font size of most letters, to half a point. */
function commonSize(lines: readonly OcrLine[], sizes: readonly number[]): number {
  const letters = lines
    .map((line, i) => ({ size: sizes[i]!, count: line.words.reduce((sum, word) => sum + word.text.length, 0) }))
    .sort((a, b) => a.size - b.size);
  const half = letters.reduce((sum, { count }) => sum + count, 0) / 2;
  let seen = 0;
  for (const { size, count } of letters) {
    seen += count;
    if (seen >= half) return Math.round(size * 2) / 2;
  }
  return 12;
}

/** Capitals have no small letters to measure: their lines pass for the common size unless they are far from it. */
function sizeOf(line: OcrLine, measured: number, common: number): number {
  const slack = line.words.some((word) => /\p{Ll}/u.test(word.text)) ? SAME_SIZE : 3.5 * SAME_SIZE;
  return Math.abs(measured - common) <= slack * common ? common : Math.round(measured * 2) / 2;
}

/** The line that a raised figure belongs to: on the same baseline, and beginning or ending nearest. */
function lineOf({ box, baseline }: Figure, lines: readonly OcrLine[]): OcrLine | undefined {
  const distance = (line: OcrLine) =>
    Math.max(0, line.words[0]!.box.left - box.right, box.left - line.words.at(-1)!.box.right);
  return lines
    .filter((line) => Math.abs(line.baseline - baseline) < 0.6 * line.xHeight)
    .sort((a, b) => distance(a) - distance(b))[0];
}

function glyphsOf(line: OcrLine, marks: readonly Figure[], size: number, points: number): Glyph[] {
  const glyphs: Glyph[] = [];
  const place = { y: line.baseline * points, size, turn: 0 as const, bold: false, italic: false, hidden: false };
  const blank = (x: number, confidence: number) =>
    glyphs.push({ ...place, text: ' ', x, width: 0, space: true, confidence });
  const raise = ({ box, value }: Figure, x: number, confidence: number) => {
    const width = Math.min((box.right - box.left) * points, 0.45 * size * String(value).length);
    const small = { ...place, y: place.y - 0.33 * size, size: 0.6 * size, space: false, confidence };
    glyphs.push({ ...small, text: String(value), x, width });
    return x + width;
  };
  let end = 0;
  let glued = false;
  line.words.forEach((word, i) => {
    const next = line.words[i + 1];
    const left = glued ? end : Math.max(end, word.box.left * points);
    const before = i === 0 ? marks.filter(({ box }) => box.left < word.box.left) : [];
    for (const mark of before) raise(mark, mark.box.left * points, word.confidence);
    const behind = marks.filter(
      ({ box }) =>
        !before.some((other) => other.box === box) && box.left >= word.box.left && (!next || box.left < next.box.left),
    );
    const nextLeft = next ? next.box.left * points : Number.POSITIVE_INFINITY;
    const right = Math.max(left + 1, Math.min(word.box.right * points, nextLeft - LEAST_BLANK * size));
    for (const glyph of lettersOf(word, left, right))
      glyphs.push({ ...place, ...glyph, space: false, confidence: word.confidence });
    end = right;
    for (const mark of behind) end = raise(mark, end, word.confidence);
    // `vận¹.`: what is left of the word behind its mark is no word of its own.
    glued = next !== undefined && behind.length > 0 && /^[.,;:)”"’…]+$/u.test(next.text);
    if (!next || glued) return;
    blank(end, word.confidence);
    end += LEAST_BLANK * size;
  });
  return glyphs;
}

/** The recogniser tells the place of words only: their letters share it evenly. */
function lettersOf(word: OcrWord, left: number, right: number): { text: string; x: number; width: number }[] {
  const letters = [...word.text];
  const width = (right - left) / letters.length;
  return letters.map((text, i) => ({ text, x: left + i * width, width }));
}
