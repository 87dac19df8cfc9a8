import { DocumentBuilder, type Reading } from '../document/builder.ts';
import { ReadError } from '../document/read-error.ts';
import { Findings } from '../docx/findings.ts';
import { decodeLegacyText } from '../legacy/decode-text.ts';
import { normalizeText } from '../text/normalize.ts';
import { decodeText } from './decode.ts';
import { takeEmphasis } from './emphasis.ts';
import { takeNoteMarks } from './note-marks.ts';
import { type Piece, splitPieces } from './pieces.ts';
import { readTabTable } from './tab-table.ts';

type Note = Extract<Piece, { kind: 'note' }>;

/** Reads a text file, whatever it is encoded in. Throws `ReadError` for bytes that are no text. */
export function readPlainFile(bytes: Uint8Array): Reading {
  const decoded = decodeText(bytes);
  if (decoded === null) throw new ReadError('unsupported-type', 'Tệp này không phải là văn bản đọc được.');
  const { text, converted } = decodeLegacyText(decoded);
  const reading = readPlainText(text);
  const findings = new Findings();
  findings.legacyRuns = converted;
  return { ...reading, diagnostics: [...reading.diagnostics, ...findings.diagnostics()] };
}

/** Reads UTF-8 text that somebody copied out of a report. See README.md for what is recognised. */
export function readPlainText(text: string): Reading {
  const pieces = numberLostMarks(splitPieces(text));
  const waiting = notesByMark(pieces);
  const tied = new Set<Note>();
  const builder = new DocumentBuilder();
  for (const piece of pieces) {
    if (piece.kind === 'table') {
      const { cells, headerRows } = readTabTable(piece.lines);
      builder.addTable(cells, headerRows, { confidence: 0.5 });
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
  for (const { mark: found, at } of marks) {
    const note = waiting.get(found)?.shift();
    if (!note) continue;
    tied.add(note);
    const mark = found === '\uFFFD' ? String(tied.size) : found;
    builder.addNote('footnote', clean(note.text), { mark, block: block.id, at });
  }
}

/**
 * Marks that became U+FFFD are counted: in the text and before the notes in one order. Where there are not as many of
 * the one as of the other, nobody knows which belong together, and the notes stay untied.
 */
function numberLostMarks(pieces: Piece[]): Piece[] {
  const notes = pieces.filter((piece) => piece.kind === 'note' && piece.mark === '\uFFFD').length;
  const inText = pieces.reduce(
    (sum, piece) => sum + (piece.kind === 'paragraph' ? piece.text.split('\uFFFD').length - 1 : 0),
    0,
  );
  if (notes === 0 || notes === inText) return pieces;
  return pieces.map((piece) => (piece.kind === 'note' && piece.mark === '\uFFFD' ? { ...piece, mark: '' } : piece));
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
