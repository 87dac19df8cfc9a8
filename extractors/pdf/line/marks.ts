import { normalizeText } from '../../text/normalize.ts';

/**
 * Text that is still being put together keeps what stood in superscript between these two signs, with the page that it
 * stood on: `khóa IX⟨5:2⟩`. Which of them are marks of notes is known only when the notes of the report are. The signs
 * are private to this reader: no printed text holds them (see `withoutPrivate`).
 */
const OPEN = '\uE000';
const CLOSE = '\uE001';

const SUPERSCRIPTS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

export interface Raised {
  text: string;
  page: number;
  /** What stands before it in the same paragraph. */
  before: string;
}

export function raised(text: string, page: number): string {
  return `${OPEN}${page}:${text}${CLOSE}`;
}

export function beginsRaised(raw: string): boolean {
  return raw.startsWith(OPEN);
}

export function withoutRaisedEnd(raw: string): string {
  return raw.endsWith(CLOSE) ? raw.slice(0, raw.lastIndexOf(OPEN)) : raw;
}

/** What stood in superscript, from left to right. */
export function raisedIn(raw: string): Raised[] {
  return Array.from(raw.matchAll(/\uE000(\d+):([^\uE000\uE001]*)\uE001/g), (match) => ({
    text: match[2]!,
    page: Number(match[1]),
    before: raw.slice(Math.max(0, match.index - 40), match.index),
  }));
}

/**
 * The final text. `marks` says for each superscript, in order, whether it is the mark of notes: those are taken out and
 * their place is told; the others stay as superscripts (m², not m2).
 */
export function settle(raw: string, isMark: readonly boolean[]): { text: string; places: number[] } {
  let i = 0;
  const withPlaces = raw.replace(/\uE000\d+:([^\uE000\uE001]*)\uE001/g, (_, text: string) =>
    isMark[i++] ? OPEN : asSuperscript(text),
  );
  const places: number[] = [];
  let text = '';
  normalizeText(withPlaces)
    .split(OPEN)
    .forEach((chunk, k) => {
      if (k > 0) places.push(text.length);
      // `chữ ⟨2⟩ tiếp`: one blank is enough where the mark stood between two.
      text += text.endsWith(' ') || text === '' ? chunk.trimStart() : chunk;
    });
  const trimmed = text.trimEnd();
  return { text: trimmed, places: places.map((place) => Math.min(place, trimmed.length)) };
}

export function asSuperscript(text: string): string {
  return text.replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]!);
}
