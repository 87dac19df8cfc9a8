import { gluedByPrint } from './line/join.ts';
import { firstWordWidth, isBold, type Line, lineText } from './line/line.ts';
import type { Margins } from './margins.ts';

/** What is known of the whole report when its lines are made into paragraphs. */
export interface TextFrame {
  marginsOf(page: number): Margins;
  /** From this distance between baselines on (in font sizes) two lines belong to two paragraphs. */
  paragraphPitch: number;
  /** The common first-line indent from the left margin, or null where paragraphs are not indented. */
  firstIndent: number | null;
}

/** Starts that differ by less than this (points) are in one column. */
const SAME_START = 3;
/** A start this far inside the left margin (font sizes) is an indent. */
const INDENT = 0.5;

const BULLET = /^(?:[-–+•*▪➢✓o]\s|\(?\d{1,2}(?:\.\d{1,2}){0,4}[.)]\s|[a-zđ]\)\s|[IVXLC]{1,6}[.)]?\s?[-–.]?\s)/u;

/** Does `next` open a new paragraph after the lines of `open`? */
export function opensParagraph(open: readonly Line[], next: Line, frame: TextFrame): boolean {
  const last = open[open.length - 1]!;
  const margins = frame.marginsOf(last.page);
  const nextMargins = frame.marginsOf(next.page);
  const samePage = last.page === next.page;
  const size = Math.max(last.size, next.size);
  if (Math.abs(last.size - next.size) > 0.12 * size) return true;
  if (samePage && next.y - last.y > 1.9 * size) return true;

  const centered = isCentered(last, margins) && isCentered(next, nextMargins);
  if (!isFull(open, next, margins, centered)) return true;
  if (samePage && next.y - last.y > frame.paragraphPitch * size) return true;
  if (centered) return isBold(last) !== isBold(next);

  const start = next.x0 - nextMargins.left;
  const before = last.x0 - margins.left;
  const indented = start > INDENT * size;
  if (open.length === 1) {
    if (Math.abs(start - before) > SAME_START) return start > before && !hangsUnder(last, next, start - before);
    if (indented && frame.firstIndent !== null && Math.abs(start - frame.firstIndent) <= SAME_START) return true;
  } else if (Math.abs(start - before) > SAME_START) return true;
  // No indent tells: a bullet, or a new sentence after a line that ended its own.
  const text = lineText(next);
  if (indented || frame.firstIndent === null) {
    const ended = /[.;:!?…]["”)]*$/u.test(lineText(last));
    if (BULLET.test(text) && !gluedByPrint(lineText(last), text) && (ended || frame.firstIndent === null)) return true;
    if (ended && !flush(last, margins) && /^\p{Lu}/u.test(text)) return true;
  }
  return false;
}

/** Italics, quotes and rounding leave a justified line a little short of the margin. */
function flush(line: Line, margins: Margins): boolean {
  return line.x1 >= margins.right - 0.3 * line.size;
}

/** Would the first word of the next line not have fitted on the last one? A line that ends early ends its paragraph. */
function isFull(open: readonly Line[], next: Line, margins: Margins, centered: boolean): boolean {
  const last = open[open.length - 1]!;
  if (flush(last, margins) && !centered) return true;
  const blank = gluedByPrint(lineText(last), lineText(next)) ? 0 : 0.2 * last.size;
  const needed = blank + firstWordWidth(next);
  const width = margins.right - margins.left;
  if (centered || isRightSided(last, margins)) return last.x1 - last.x0 + needed > width - 0.3 * last.size;
  // In a justified paragraph every line but the last is flush.
  if (margins.justified && open.length > 1 && open.every((line) => line === last || flush(line, margins))) return false;
  return last.x1 + needed > margins.right - 0.1 * last.size;
}

export function isCentered(line: Line, margins: Margins): boolean {
  const middle = (line.x0 + line.x1) / 2 - (margins.left + margins.right) / 2;
  return Math.abs(middle) < 0.5 * line.size && line.x0 > margins.left + line.size;
}

/** Such as the place and date above a signature: `Hải Phòng, ngày 19 tháng 6 năm 2023`. */
function isRightSided(line: Line, margins: Margins): boolean {
  return line.x0 > (margins.left + margins.right) / 2;
}

/** `- Ban Dân vận` with its further lines under `Ban`: they are indented, but continue. */
function hangsUnder(last: Line, next: Line, by: number): boolean {
  const second = last.pieces.findIndex((piece, i) => i > 0 && piece.start);
  if (second === -1 || !BULLET.test(`${lineText(last)} `)) return false;
  return Math.abs(last.pieces[second]!.x0 - next.x0) <= SAME_START || by <= 3 * last.size;
}

/** Reads the frame off the lines of the report: pitch inside paragraphs and the common first-line indent. */
export function textFrameOf(pages: readonly (readonly Line[])[], margins: ReadonlyMap<number, Margins>): TextFrame {
  const fallback: Margins = { left: 0, right: Number.POSITIVE_INFINITY, justified: false };
  const marginsOf = (page: number) => margins.get(page) ?? fallback;
  const pitches: number[] = [];
  const starts = new Map<number, number>();
  let indents = 0;
  for (const lines of pages)
    for (let i = 1; i < lines.length; i++) {
      const a = lines[i - 1]!;
      const b = lines[i]!;
      const { left, right } = marginsOf(a.page);
      const pitch = (b.y - a.y) / Math.max(a.size, b.size);
      if (pitch <= 0.5 || pitch > 2.5 || Math.abs(b.x0 - left) > SAME_START || a.x1 < right - 3) continue;
      pitches.push(pitch);
      const indent = a.x0 - left;
      if (indent < INDENT * a.size || indent > 6 * a.size) continue;
      const step = Math.round(indent);
      starts.set(step, (starts.get(step) ?? 0) + 1);
      indents++;
    }
  pitches.sort((a, b) => a - b);
  const middle = pitches[Math.floor(pitches.length / 2)] ?? 1.3;
  const wide = pitches[Math.floor(pitches.length * 0.95)] ?? middle;
  const [firstIndent, count] = [...starts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return {
    marginsOf,
    paragraphPitch: Math.max(1.15 * middle, Math.min(1.02 * wide, 1.45 * middle)),
    firstIndent: indents >= 2 && count >= 0.4 * indents ? firstIndent : null,
  };
}
