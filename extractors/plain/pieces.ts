import { plainMark } from './note-marks.ts';

export type Piece =
  | { kind: 'paragraph'; text: string }
  | { kind: 'note'; mark: string; text: string }
  | { kind: 'table'; lines: string[] };

/** Paragraphs, tables and notes in the order of the text; a sentence cut by a page break is one paragraph again. */
export function splitPieces(text: string): Piece[] {
  const lines = text.split(/\r\n?|[\n\f\u2028\u2029]/);
  const widest = widestWrapped(lines);
  const pieces: Piece[] = [];
  let open: Extract<Piece, { kind: 'paragraph' }> | null = null;
  let openLine = '';
  let gap = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '') {
      gap = true;
      continue;
    }
    const table = tableFrom(lines, i);
    const note = table ? null : noteOf(line);
    if (table) {
      pieces.push({ kind: 'table', lines: table });
      i += table.length - 1;
      open = null;
    } else if (note) {
      pieces.push(note);
    } else if (open && (gap ? isCutByPage(openLine, line) : isWrapped(openLine, line, widest))) {
      open.text += ` ${line}`;
      openLine = line;
    } else {
      open = { kind: 'paragraph', text: line };
      openLine = line;
      pieces.push(open);
    }
    gap = false;
  }
  return pieces;
}

/** At least two lines in a row with at least two tabs each; one such line is a header «ĐẢNG BỘ …⇥⇥Số …». */
function tableFrom(lines: readonly string[], from: number): string[] | null {
  let to = from;
  while (to < lines.length && (lines[to] ?? '').split('\t').length > 2) to++;
  return to - from >= 2 ? lines.slice(from, to) : null;
}

function noteOf(line: string): Piece | null {
  const found = /^\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\uFFFD)\s*(\S.*)$/.exec(line);
  return found?.[1] && found[2] ? { kind: 'note', mark: plainMark(found[1]), text: found[2] } : null;
}

/**
 * Text that was wrapped by hand or by `pdftotext` has many lines of nearly one width. Where lines are longer than any
 * page is wide, each is a paragraph of its own, and the answer is 0.
 */
function widestWrapped(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.trim().length);
  const widest = lengths.reduce((most, length) => Math.max(most, length), 0);
  return widest <= 130 ? widest : 0;
}

/** A line that is nearly as long as the widest goes on in the next, unless that one opens something of its own. */
function isWrapped(line: string, next: string, widest: number): boolean {
  return (
    line.trim().length >= Math.max(40, widest * 0.75) && !/[.;:!?…]["”)]?$/.test(line.trimEnd()) && !opensBlock(next)
  );
}

/** «… chưa làm rõ trách nhiệm của» ¶ «người đứng đầu …»: no stop before the gap, a small letter after it. */
function isCutByPage(line: string, next: string): boolean {
  return (
    line.trim().length >= 60 &&
    /[\p{L}\p{N},*⁰¹²³⁴⁵⁶⁷⁸⁹]$/u.test(line.trimEnd()) &&
    /^\s*\*?\p{Ll}[\p{Ll}\s]/u.test(next)
  );
}

function opensBlock(line: string): boolean {
  return /^\s*(?:[-+*•–]\s|\(?[0-9]{1,2}(?:\.[0-9]{1,2}){0,4}[.)]?\s|[IVX]{1,5}\s?[.-]|[a-zđ]\)|Phần thứ|Nơi nhận)/u.test(
    line,
  );
}
