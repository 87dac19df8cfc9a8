import type { LegacyEncoding } from '../../legacy/decode.ts';
import { decodeLine } from '../../legacy/decode-line.ts';
import { legacyFont } from '../../legacy/fonts.ts';
import { normalizeText } from '../../text/normalize.ts';
import type { NotePiece, Piece, TextPiece } from './pieces.ts';
import { mapSymbols } from './symbols.ts';

/** A note mark in a text, and where it stood: an offset into the normalised text. */
export interface Mark extends NotePiece {
  at: number;
}

export interface Line {
  text: string;
  marks: Mark[];
}

/** Stands for a note mark while the text around it is normalised; from the private use area, so no text has it. */
const PLACEHOLDER = '\uE000';

/**
 * Pieces as one line: every kind of blank is one space, note marks are lifted out and remembered by place, raised
 * numbers are powers (m²) or stand apart.
 */
export function composeLine(pieces: readonly Piece[], expected: LegacyEncoding | null): ComposedLine {
  const joined = joinEqualLooks(pieces);
  const legacy = decodePieces(joined, expected);
  let raw = '';
  const notes: NotePiece[] = [];
  let apart = false;
  for (const piece of joined) {
    if ('note' in piece) {
      raw += PLACEHOLDER;
      notes.push(piece);
      continue;
    }
    const text = piece.look.capitals ? piece.text.toUpperCase() : piece.text;
    if (piece.look.raised) {
      const raised = raise(raw, text);
      raw += raised.text;
      apart = raised.apart;
    } else {
      raw += apart && /^[\p{L}\d]/u.test(text) ? ` ${text}` : text;
      apart &&= text === '';
    }
  }
  return { ...liftMarks(raw, notes), ...legacy };
}

/** A line, and what of it was in an old encoding. */
export interface ComposedLine extends Line {
  converted: number;
  byLetters: LegacyEncoding | null;
}

/** Letters of symbol fonts and of the old encodings become Unicode; `pieces` are changed in place. */
function decodePieces(
  pieces: readonly Piece[],
  expected: LegacyEncoding | null,
): Pick<ComposedLine, 'converted' | 'byLetters'> {
  const texts = pieces.filter((piece) => 'text' in piece);
  for (const piece of texts) {
    if (!legacyFont(piece.look.font)) piece.text = mapSymbols(piece.text, piece.look.font);
    piece.text = piece.text.replaceAll(PLACEHOLDER, '');
  }
  const decoded = decodeLine(
    texts.map(({ text, look }) => ({ text, font: look.font })),
    expected,
  );
  for (const [i, piece] of texts.entries()) piece.text = decoded.texts[i] ?? piece.text;
  return { converted: decoded.converted, byLetters: decoded.byLetters };
}

/** Word cuts a word into runs wherever spelling was checked; a letter of an old encoding may lie on both sides. */
function joinEqualLooks(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let last: TextPiece | null = null;
  for (const piece of pieces) {
    if ('note' in piece) {
      joined.push(piece);
      last = null;
    } else if (last && looksEqual(last, piece)) last.text += piece.text;
    else {
      last = { ...piece };
      joined.push(last);
    }
  }
  return joined;
}

function looksEqual({ look: a }: TextPiece, { look: b }: TextPiece): boolean {
  return a === b || (a.font === b.font && a.capitals === b.capitals && a.raised === b.raised);
}

const POWERS: Readonly<Record<string, string>> = { '2': '²', '3': '³' };
const TEN_POWERS: Readonly<Record<string, string>> = { '3': '³', '6': '⁶', '9': '⁹' };
/** `km` with a raised 2 is a square unit, not the mark of a note. */
const LENGTH_UNIT = /(?:^|[\s\d(/])(?:mm|cm|dm|m|dam|hm|km)\s?$/i;

/**
 * Raised text: `m²`, `10⁶`, `25°C`. Any other raised sign is a mark typed by hand and stands apart on both sides, so
 * that it never becomes a digit of the number before it (`1.206` with mark 3 is not 12.063).
 */
function raise(before: string, text: string): { text: string; apart: boolean } {
  const sign = text.trim();
  const near = before.slice(-8);
  if (POWERS[sign] && LENGTH_UNIT.test(near)) return { text: POWERS[sign], apart: false };
  if (TEN_POWERS[sign] && /(?:^|[^\d.,])10$/.test(near)) return { text: TEN_POWERS[sign], apart: false };
  if (/^[0oO]$/.test(sign) && /\d$/.test(near)) return { text: '°', apart: false };
  if (!/^[\d()[\]*†‡,.-]+$/.test(sign)) return { text, apart: false };
  return { text: /[\p{L}\d.,;:)”"%]$/u.test(near) ? ` ${text}` : text, apart: true };
}

function liftMarks(raw: string, notes: readonly NotePiece[]): Line {
  if (notes.length === 0) return { text: normalizeText(raw), marks: [] };
  let text = '';
  const marks: Mark[] = [];
  for (const [i, part] of normalizeText(raw).split(PLACEHOLDER).entries()) {
    const note = notes[i - 1];
    if (note) marks.push({ ...note, at: text.length });
    // A mark between two blanks leaves only one.
    text += text.endsWith(' ') || text === '' ? part.trimStart() : part;
  }
  text = text.trimEnd();
  return { text, marks: marks.map((mark) => ({ ...mark, at: Math.min(mark.at, text.length) })) };
}

/** Lines of one cell or one note, joined by a blank; the marks move with their words. */
export function joinLines(lines: readonly Line[]): Line {
  const joined: Line = { text: '', marks: [] };
  for (const { text, marks } of lines) {
    if (text === '' && marks.length === 0) continue;
    const start = joined.text === '' || text === '' ? joined.text.length : joined.text.length + 1;
    joined.text += joined.text === '' || text === '' ? text : ` ${text}`;
    for (const mark of marks) joined.marks.push({ ...mark, at: mark.at + start });
  }
  return joined;
}
