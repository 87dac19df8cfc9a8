import { gluedByPrint } from './line/join.ts';
import { firstWordWidth, isBold, type Line, lineText } from './line/line.ts';
import type { Margins } from './margins.ts';
import { SAME_START, type TextFrame } from './text-frame.ts';

/** A start this far inside the left margin (font sizes) is an indent. */
const INDENT = 0.5;

const BULLET = /^(?:[-–+•*▪➢✓o]\s|\(?\d{1,2}(?:\.\d{1,2}){0,4}[.)]\s|[a-zđ]\)\s|[IVXLC]{1,6}[.)]?\s?[-–.]?\s)/u;
/** `2021` / `- 2026`, `kinh tế` / `- xã hội`: a dash between words that a line end parts. */
const DASH_INSIDE = /^[-–]\s?[\p{Ll}\d]/u;

/** Does `next` open a new paragraph after the lines of `open`? */
export function opensParagraph(open: readonly Line[], next: Line, frame: TextFrame): boolean {
  const last = open[open.length - 1]!;
  const margins = frame.marginsOf(last.page);
  const nextMargins = frame.marginsOf(next.page);
  const samePage = last.page === next.page;
  const size = Math.max(last.size, next.size);
  if (Math.abs(last.size - next.size) > 0.12 * size) return true;
  if (samePage && next.y - last.y > 1.9 * size) return true;

  const centered = isBetween(last, margins) && isCentered(next, nextMargins);
  const start = next.x0 - nextMargins.left;
  const before = last.x0 - margins.left;
  const goesOn = goesOnInWords(last, next, margins) && Math.abs(start - before) <= SAME_START;
  if (!isFull(open, next, margins, centered) && !goesOn) return true;
  if (samePage && next.y - last.y > paragraphPitch(frame, last, next, start) * size) return true;
  if (centered) return isBold(last) !== isBold(next);

  const indented = start > INDENT * size;
  if (open.length === 1) {
    if (Math.abs(start - before) > SAME_START) return start > before && !hangs(last, next, start - before, frame);
    if (indented && frame.firstIndent !== null && Math.abs(start - frame.firstIndent) <= SAME_START) return true;
    if (frame.hanging !== null) return true;
  } else if (Math.abs(start - before) > SAME_START) return true;
  return (indented || frame.firstIndent === null) && beginsAnew(last, next, margins);
}

/**
 * From which distance on (font sizes) two full lines are two paragraphs. A superscript pushes lines apart; and where first
 * lines are indented, a line at the margin needs more than a little room above to open a paragraph.
 */
function paragraphPitch(frame: TextFrame, last: Line, next: Line, start: number): number {
  const pushed = [last, next].some((line) => line.pieces.some((piece) => piece.raised !== 0)) ? 0.25 : 0;
  const expected = frame.firstIndent !== null && start <= SAME_START ? 0.35 : 0;
  return frame.paragraphPitch + Math.max(pushed, expected);
}

/** Where no indent tells: a bullet, or a new sentence after a line that ended its own a little early. */
function beginsAnew(last: Line, next: Line, margins: Margins): boolean {
  const [before, text] = [lineText(last), lineText(next)];
  const ended = /[.;:!?…]["”)]*$/u.test(before);
  if (BULLET.test(text) && !gluedByPrint(before, text) && (ended || !DASH_INSIDE.test(text))) return true;
  return ended && !isFlush(last, margins) && /^\p{Lu}/u.test(text);
}

/** Italics, quotes and rounding leave a justified line a little short of the margin. */
function isFlush(line: Line, margins: Margins): boolean {
  return line.x1 >= margins.right - 0.3 * line.size;
}

/** Would the first word of the next line not have fitted on the last one? A line that ends early ends its paragraph. */
function isFull(open: readonly Line[], next: Line, margins: Margins, centered: boolean): boolean {
  const last = open[open.length - 1]!;
  if (isFlush(last, margins) && !centered) return true;
  const needed = neededFor(last, next);
  const width = margins.right - margins.left;
  if (centered || isRightSided(last, margins)) return last.x1 - last.x0 + needed > width - 0.3 * last.size;
  // In a justified paragraph every line but the last is flush.
  if (margins.justified && open.length > 1 && open.every((line) => line === last || isFlush(line, margins)))
    return false;
  return last.x1 + needed > margins.right - 0.3 * last.size;
}

/** The room that the next line's first word would have taken at the end of this one. */
export function neededFor(last: Line, next: Line): number {
  return (gluedByPrint(lineText(last), lineText(next)) ? 0 : 0.2 * last.size) + firstWordWidth(next);
}

/** A nearly full line without an end, and the next goes on in small letters: `… vật liệu nổ,` / `công cụ hỗ trợ”`. */
function goesOnInWords(last: Line, next: Line, margins: Margins): boolean {
  const nearlyFull = last.x1 > margins.left + 0.85 * (margins.right - margins.left);
  return nearlyFull && !/[.;:!?…]["”)]*$/u.test(lineText(last)) && /^["“(]?\p{Ll}/u.test(lineText(next));
}

function isCentered(line: Line, margins: Margins): boolean {
  return isBetween(line, margins) && line.x0 > margins.left + line.size;
}

/** As far from the left margin as from the right one, and a little from both: also the full first line of a title. */
function isBetween(line: Line, margins: Margins): boolean {
  const middle = (line.x0 + line.x1) / 2 - (margins.left + margins.right) / 2;
  return Math.abs(middle) < 0.5 * line.size && line.x0 > margins.left + 2;
}

/** Such as the place and date above a signature: `Hải Phòng, ngày 19 tháng 6 năm 2023`. */
function isRightSided(line: Line, margins: Margins): boolean {
  return line.x0 > (margins.left + margins.right) / 2;
}

/** `- Ban Dân vận` with its further lines under `Ban`: they are indented, but continue. */
function hangs(last: Line, next: Line, by: number, frame: TextFrame): boolean {
  if (frame.hanging !== null && Math.abs(by - frame.hanging) <= SAME_START) return true;
  const second = last.pieces.findIndex((piece, i) => i > 0 && piece.start);
  if (second === -1 || !BULLET.test(`${lineText(last)} `)) return false;
  return Math.abs(last.pieces[second]!.x0 - next.x0) <= SAME_START || by <= 3 * last.size;
}
