import type { RunLook } from '../styles.ts';

export type NoteType = 'footnote' | 'endnote';

/** Text of one look, not yet normalised: an old encoding is told by its font, a power or a typed mark by its height. */
export interface TextPiece {
  text: string;
  look: RunLook;
}

/** The place of a note mark; `typed` where the writer typed the mark himself (`*`). */
export interface NotePiece {
  note: NoteType;
  id: string;
  typed: string | null;
  /** Counts page breaks: notes may be numbered anew on every page. */
  page: number;
}

export type Piece = TextPiece | NotePiece;
