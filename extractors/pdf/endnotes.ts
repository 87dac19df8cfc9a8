import type { Draft } from './drafts.ts';
import { raisedIn } from './line/marks.ts';
import type { Note } from './notes.ts';

/** Numbered paragraphs at the very end that count from 1 are notes only if at least this many marks wait for them. */
const MIN_NOTES = 2;

/**
 * Notes collected at the end of the report as a list: `1. Nghị quyết số 05-NQ/TU`, `2. …`, with as many superscripts 1, 2, …
 * in the text that no footnote answers. Takes them out of the drafts.
 */
export function takeEndnotes(drafts: readonly Draft[], footnotes: readonly Note[]): { drafts: Draft[]; notes: Note[] } {
  const answered = new Set(footnotes.map((note) => note.mark));
  const waiting = new Set(drafts.flatMap(rawTexts).flatMap((raw) => raisedIn(raw).map((place) => place.text)));
  const text = drafts.flatMap((draft, i) => (draft.kind === 'paragraph' ? [{ draft, i }] : []));
  const lastTable = drafts.reduce((at, draft, i) => (draft.kind === 'table' ? i : at), -1);
  const notes: Note[] = [];
  const taken = new Set<number>();
  // From the last paragraph back to the one that begins with 1.
  for (let k = text.length - 1; k >= 0; k--) {
    const { draft, i } = text[k]!;
    const start = /^(?:\[(\d{1,3})\]|(\d{1,3})\.?) /.exec(draft.raw);
    const mark = start?.[1] ?? start?.[2];
    const follows = notes.length === 0 || Number(mark) === Number(notes[0]!.mark) - 1;
    if (!start || !mark || !follows || !waiting.has(mark) || answered.has(mark) || i < lastTable) break;
    notes.unshift({ mark, page: draft.page, raw: draft.raw.slice(start[0].length) });
    taken.add(i);
    if (mark === '1') break;
  }
  if (notes.length < MIN_NOTES || notes[0]!.mark !== '1') return { drafts: [...drafts], notes: [] };
  return { drafts: drafts.filter((_, i) => !taken.has(i)), notes };
}

function rawTexts(draft: Draft): string[] {
  return draft.kind === 'table' ? draft.table.cells.map((cell) => cell.text) : [draft.raw];
}
