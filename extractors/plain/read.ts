import { DocumentBuilder, type Reading } from '../document/builder.ts';
import { normalizeText } from '../text/normalize.ts';
import { takeEmphasis } from './emphasis.ts';
import { takeNoteMarks } from './note-marks.ts';
import { type Piece, splitPieces } from './pieces.ts';
import { cellsOf, headerRowCount } from './tab-table.ts';

type Note = Extract<Piece, { kind: 'note' }>;

/** Reads UTF-8 text that somebody copied out of a report. See README.md for what is recognised. */
export function readPlainText(text: string): Reading {
  const pieces = splitPieces(text);
  const waiting = notesByMark(pieces);
  const tied = new Set<Note>();
  const builder = new DocumentBuilder();
  for (const piece of pieces) {
    if (piece.kind === 'table') {
      const cells = cellsOf(piece.lines);
      builder.addTable(cells, headerRowCount(cells), { confidence: 0.5 });
    } else if (piece.kind === 'paragraph') {
      addParagraph(builder, clean(piece.text), waiting, tied);
    } else if (!tied.has(piece)) {
      builder.add('footnote', clean(piece.text));
    }
  }
  return { blocks: builder.blocks, diagnostics: [] };
}

function addParagraph(builder: DocumentBuilder, raw: string, waiting: Map<string, Note[]>, tied: Set<Note>): void {
  const { text, marks } = takeNoteMarks(raw, (mark) => (waiting.get(mark)?.length ?? 0) > 0);
  if (text === '') return;
  const block = builder.add('paragraph', text);
  for (const { mark, at } of marks) {
    const note = waiting.get(mark)?.shift();
    if (!note) continue;
    tied.add(note);
    builder.addNote('footnote', clean(note.text), { mark, block: block.id, at });
  }
}

/** Numbering may start again on every page, so notes of one mark wait in a queue. */
function notesByMark(pieces: readonly Piece[]): Map<string, Note[]> {
  const byMark = new Map<string, Note[]>();
  for (const piece of pieces) {
    if (piece.kind !== 'note') continue;
    const queue = byMark.get(piece.mark);
    if (queue) queue.push(piece);
    else byMark.set(piece.mark, [piece]);
  }
  return byMark;
}

const clean = (raw: string): string => normalizeText(takeEmphasis(raw));
