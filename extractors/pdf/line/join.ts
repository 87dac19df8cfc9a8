import type { Line, Piece } from './line.ts';
import { lineText } from './line.ts';
import { beginsRaised, raised, withoutRaisedEnd } from './marks.ts';
import { hasVowel, isSyllable, standsAlone } from './syllable.ts';

/** Where the text of a narrow cell may stand: a line that reaches `right` is full. */
export interface Measure {
  right: number;
}

/**
 * The text of lines that follow each other. Superscripts stay apart in it (see marks.ts) until it is known which of them
 * are marks of notes. With a measure (cells), words and numbers that were broken for lack of room are put together.
 */
export function joinLines(lines: readonly Line[], measure?: Measure): string {
  let text = '';
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const next = rawText(line);
    const glued =
      !before || gluedByPrint(text, next) || (measure && gluedByRoom(text, before, line, lines[i + 1], measure));
    text += (glued ? '' : ' ') + next;
  });
  return text;
}

/** The line's text; superscript figures between the marks' signs. */
export function rawText(line: Line): string {
  let text = '';
  line.pieces.forEach((piece, i) => {
    if (i > 0 && piece.start) text += ' ';
    text += isSuperscript(piece) ? raised(piece.text, line.page) : piece.text;
  });
  return text;
}

export function isSuperscript(piece: Piece): boolean {
  return piece.raised > 0.15 && /^[\d*†‡,()a-z⁎]{1,9}$/.test(piece.text);
}

/**
 * A hyphen or slash that touches the word before it holds document numbers together over a line end: `45-` / `NQ/TW`,
 * `3.585/` / `5.242`. With a blank before it the blank after it is printed too: `2021 -` / `2025`.
 * A line that begins with a comma goes on with the word before it: `Quận` / `, huyện`.
 */
export function gluedByPrint(before: string, after: string): boolean {
  // A mark at the line end, or alone on the next line, belongs to the word; what follows is judged as if it were not there.
  if (beginsRaised(after)) return true;
  const word = withoutRaisedEnd(before);
  return (
    (/[\p{L}\p{N}][-‐‑–/]$/u.test(word) && /^[\p{L}\p{N}]/u.test(after)) ||
    (/\p{N}$/u.test(word) && /^\/[\p{L}\p{N}]/u.test(after)) ||
    (/[\p{L}\p{N}]$/u.test(word) && /^[,;:.)”%]+(?:\s|$)/u.test(after))
  );
}

/**
 * In a cell too narrow for a word the printer breaks it anywhere: `Ngư` / `ời`, `14.27` / `3`. Such a line holds nothing
 * but the word, and no further letter would have fitted.
 */
function gluedByRoom(text: string, before: Line, after: Line, third: Line | undefined, { right }: Measure): boolean {
  if (before.pieces.some((piece, i) => i > 0 && piece.start)) return false;
  if (right - before.x1 > after.pieces[0]!.letter + 0.1 * before.size) return false;
  // The word may have begun lines above: `Thàn` / `h` is whole, and `ủy` another.
  const head = text.slice(text.lastIndexOf(' ') + 1);
  const tail = lineText(after).split(' ', 1)[0]!;
  if (third && beginsNextWord(tail, lineText(third).split(' ', 1)[0]!)) return false;
  return isBrokenNumber(head, tail) || isBrokenWord(/\p{L}+$/u.exec(head)?.[0], /^\p{L}+/u.exec(tail)?.[0]);
}

/**
 * `Ngư` / `ời` make one syllable; of `S` / `TT` and `UBMTT` / `Q` one has no vowel, so that it is no word by itself. In
 * small letters that tells nothing: `ngh` below `hội` begins the next word, `nghị`.
 */
function isBrokenWord(head: string | undefined, tail: string | undefined): boolean {
  if (!head || !tail) return false;
  const capitals = isCapital(head.slice(-1)) && isCapital(tail.slice(0, 1));
  return isSyllable(head + tail) || (capitals && !(hasVowel(head) && hasVowel(tail)));
}

/** `Số` / `ng` / `ười`: `ng` goes with what follows, which is no word without it. */
function beginsNextWord(tail: string, next: string): boolean {
  const word = /^\p{L}+/u.exec(next)?.[0] ?? '';
  return !hasVowel(tail) && isSyllable(tail + word) && !standsAlone(word);
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function isBrokenNumber(head: string, tail: string): boolean {
  return /^[\d/][\d.,/]*$/.test(head) && /^[\d.,/][\d.,/%]*$/.test(tail);
}
