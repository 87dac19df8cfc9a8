import type { Diagnostic } from '../../schemas/diagnostic.ts';
import type { Block } from '../../schemas/document.ts';
import type { CellInput, DocumentBuilder } from '../document/builder.ts';
import type { Draft } from './drafts.ts';
import { raisedIn, settle } from './line/marks.ts';
import { type MarkPlace, type Note, placesOf, tieNotes } from './notes.ts';

/** One text with superscripts: a paragraph, or a cell of a table. */
interface Holder {
  raw: string;
  places: MarkPlace<Holder>[];
}

/** Writes the drafts as blocks; each note follows the block that holds its mark. */
export function writeBlocks(
  builder: DocumentBuilder,
  drafts: readonly Draft[],
  notes: readonly Note[],
  ocrConfidenceOf: (page: number) => number | null,
): Diagnostic[] {
  const placeOf = (page: number, sure: number | null = null) => ({
    page,
    ocrConfidence: sure ?? ocrConfidenceOf(page),
  });
  const holders = drafts.map((draft): Holder[] =>
    draft.kind === 'table' ? draft.table.cells.map((cell) => holderOf(cell.text)) : [holderOf(draft.raw)],
  );
  const tied = tieNotes(
    holders.flatMap((held, i) => (drafts[i]!.kind.startsWith('page-') ? [] : held.flatMap((holder) => holder.places))),
    notes,
  );
  const written = new Set<Note>();
  const diagnostics: Diagnostic[] = [];
  const untied = notes.filter((note) => ![...tied.values()].some((found) => found.includes(note)));
  drafts.forEach((draft, i) => {
    const settled = holders[i]!.map((holder) => ({
      holder,
      ...settle(
        holder.raw,
        holder.places.map((place) => tied.has(place)),
      ),
    }));
    const sure = draft.kind === 'paragraph' ? draft.confidence : draft.kind === 'table' ? draft.table.sure : null;
    const block = addBlock(builder, draft, settled, placeOf(draft.page, sure));
    if (!block) return;
    settled.forEach(({ holder, places }, cell) => {
      const start = block.table ? startOf(block, draft, cell) : 0;
      const marked = holder.places.filter((place) => tied.has(place));
      marked.forEach((place, k) => {
        for (const note of tied.get(place)!) {
          const at = start + places[k]!;
          const kind = note.page > place.page + 1 ? 'endnote' : 'footnote';
          builder.addNote(kind, textOf(note), { mark: note.mark, block: block.id, at }, placeOf(note.page));
          written.add(note);
        }
      });
    });
    const next = drafts[i + 1];
    for (const note of untied) {
      if (written.has(note) || (next && next.page <= note.page)) continue;
      written.add(note);
      const lost = builder.add('footnote', textOf(note), placeOf(note.page));
      diagnostics.push({
        code: 'note-without-mark',
        severity: 'warning',
        message: `Không tìm thấy chỗ đánh dấu của chú thích ${note.mark || '(không có số)'} ở trang ${note.page}.`,
        page: note.page,
        block: lost.id,
      });
    }
  });
  return diagnostics;
}

function holderOf(raw: string): Holder {
  const holder: Holder = { raw, places: [] };
  holder.places = placesOf(raw, holder);
  return holder;
}

function addBlock(
  builder: DocumentBuilder,
  draft: Draft,
  settled: readonly { text: string }[],
  place: { page: number; ocrConfidence: number | null },
): Block | null {
  if (draft.kind === 'table') {
    const cells = draft.table.cells.map(
      ({ row, col, rowSpan, colSpan }, i): CellInput => ({ row, col, rowSpan, colSpan, text: settled[i]!.text }),
    );
    const { headerRows, confidence } = draft.table;
    return builder.addTable(cells, headerRows, { ...place, confidence });
  }
  const text = settled[0]!.text;
  return text === '' ? null : builder.add(draft.kind, text, place);
}

/** Where the text of the draft's i-th cell begins in the text of the table. */
function startOf(block: Block, draft: Draft, i: number): number {
  if (draft.kind !== 'table') return 0;
  const { row, col } = draft.table.cells[i]!;
  return block.table!.cells.find((cell) => cell.row === row && cell.col === col)?.start ?? 0;
}

function textOf(note: Note): string {
  return settle(
    note.raw,
    raisedIn(note.raw).map(() => false),
  ).text;
}
