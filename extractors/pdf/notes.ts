import type { LaidOutPage } from './layout.ts';
import { isSuperscript, joinLines } from './line/join.ts';
import { type Line, lineText } from './line/line.ts';
import { type Raised, raisedIn } from './line/marks.ts';

/** One footnote or endnote: its mark, the page on which it begins, its text (superscripts between signs). */
export interface Note {
  mark: string;
  page: number;
  raw: string;
}

interface NoteStart {
  mark: string;
  /** The line without the mark. */
  rest: Line;
}

/** The lines of a page's text and those of its notes; notes stand below a short rule, or small at the bottom. */
export function partNotes(
  page: LaidOutPage,
  lines: readonly Line[],
  bodySize: number,
  continues: boolean,
): { body: Line[]; notes: Line[] } {
  const top = noteAreaTop(page, lines, bodySize, continues);
  return {
    body: lines.filter((line) => line.y <= top),
    notes: lines.filter((line) => line.y > top),
  };
}

/** The rule above footnotes: a fifth to a third of the page in Word and LibreOffice. */
const MIN_RULE = 0.08;
const MAX_RULE = 0.5;

function noteAreaTop(page: LaidOutPage, lines: readonly Line[], bodySize: number, continues: boolean): number {
  const left = Math.min(...lines.map((line) => line.x0));
  const rules = page.rules
    .filter((rule) => {
      const width = rule.to - rule.from;
      return width >= MIN_RULE * page.width && width <= MAX_RULE * page.width && rule.from <= left + 3 * bodySize;
    })
    .sort((a, b) => b.at - a.at);
  for (const rule of rules) {
    if (page.tables.some((table) => table.bottom > rule.at)) continue;
    const below = lines.filter((line) => line.y > rule.at);
    const first = below[0];
    if (!first) continue;
    const start = startOfNote(first, null);
    const small = below.every((line) => line.size <= 0.95 * bodySize);
    // A note may be as large as the text; the rest of one from the page before has no mark.
    const rest = continues && Math.abs(rule.from - left) <= 3;
    if (start?.raised || (small && start) || rest) return rule.at;
  }
  return smallLinesTop(page, lines, bodySize);
}

/** Without a rule: the last lines of the page, all small, the first of them with a raised mark. */
function smallLinesTop(page: LaidOutPage, lines: readonly Line[], bodySize: number): number {
  const none = Number.POSITIVE_INFINITY;
  const lowest = page.tables.reduce((y, table) => Math.max(y, table.bottom), 0);
  let top = none;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!;
    if (line.size > 0.92 * bodySize || line.y < lowest) break;
    if (startOfNote(line, null)?.raised) top = (line.y + (lines[i - 1]?.y ?? 0)) / 2;
  }
  return top > 0.4 * page.height ? top : none;
}

/**
 * Does a note begin with this line? Its mark stands raised before the text (`¹Theo`, also `¹100%`), or as a figure of
 * the same size (`1. Theo`, `(1) Theo`): that counts only when it goes on counting.
 */
function startOfNote(line: Line, last: string | null): (NoteStart & { raised: boolean }) | null {
  const piece = line.pieces[0]!;
  const rest = line.pieces.slice(1);
  if (rest.length === 0) return null;
  if (isSuperscript(piece) && /^[\d*†‡()a-z]{1,5}$/.test(piece.text))
    return { mark: piece.text.replace(/[()]/g, ''), rest: { ...line, pieces: rest, x0: rest[0]!.x0 }, raised: true };
  const word = /^([[(]?)(\d{1,3})([\])]?[.:]?) (.*)$/u.exec(lineText(line));
  if (!word || (last !== null && Number(word[2]) !== Number(last) + 1)) return null;
  const second = line.pieces.findIndex((p, i) => i > 0 && p.start);
  if (second === -1) return null;
  const after = line.pieces.slice(second);
  return { mark: word[2]!, rest: { ...line, pieces: after, x0: after[0]!.x0 }, raised: false };
}

/** The notes of all pages; what stands in a note area before the first mark continues the note of the page before. */
export function readNotes(areas: readonly { page: number; lines: readonly Line[] }[]): Note[] {
  const notes: { mark: string; page: number; lines: Line[] }[] = [];
  for (const { page, lines } of areas)
    for (const line of lines) {
      const last = notes[notes.length - 1];
      const start = startOfNote(line, last?.mark ?? '0');
      if (start) notes.push({ mark: start.mark, page, lines: [start.rest] });
      else if (last) last.lines.push(line);
      else notes.push({ mark: '', page, lines: [line] });
    }
  return notes.map(({ mark, page, lines }) => ({ mark, page, raw: joinLines(lines) }));
}

/** A superscript of the text, found again in the block that holds it. */
export interface MarkPlace<T> extends Raised {
  owner: T;
}

/**
 * Which superscript is the mark of which note: same mark on the same page first (each page may count anew), then notes
 * that were carried over to the next page or collected at the end. `m²` is a mark only when nothing else is.
 */
export function tieNotes<T>(places: readonly MarkPlace<T>[], notes: readonly Note[]): Map<MarkPlace<T>, Note[]> {
  const tied = new Map<MarkPlace<T>, Note[]>();
  const free = new Set(notes);
  const tie = (place: MarkPlace<T>, accepts: (note: Note) => boolean) => {
    for (const mark of place.text.replace(/[()]/g, '').split(',')) {
      if (tied.get(place)?.some((note) => note.mark === mark)) continue;
      const note = notes.find((candidate) => free.has(candidate) && candidate.mark === mark && accepts(candidate));
      if (!note) continue;
      free.delete(note);
      tied.set(place, [...(tied.get(place) ?? []), note]);
    }
  };
  const plain = places.filter((place) => !isUnitPower(place));
  for (const place of plain) tie(place, (note) => note.page === place.page);
  for (const place of plain) if (!tied.has(place)) tie(place, (note) => note.page === place.page + 1);
  for (const place of plain) if (!tied.has(place)) tie(place, (note) => note.page > place.page);
  for (const place of places) if (isUnitPower(place)) tie(place, (note) => note.page === place.page);
  return tied;
}

/** `1.527,4 km²`, `đồng/m²`: a power of a length. */
function isUnitPower({ text, before }: Raised): boolean {
  return (text === '2' || text === '3') && /(?:^|[^\p{L}])[kcdm]?m$/u.test(before);
}

export function placesOf<T>(raw: string, owner: T): MarkPlace<T>[] {
  return raisedIn(raw).map((place) => ({ ...place, owner }));
}
