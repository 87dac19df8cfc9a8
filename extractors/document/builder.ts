import type { Diagnostic } from '../../schemas/diagnostic.ts';
import type { Block, BlockKind, Cell } from '../../schemas/document.ts';

/** What a reader gives: the blocks in reading order and what it could not do. */
export interface Reading {
  blocks: Block[];
  diagnostics: Diagnostic[];
}

export type CellInput = Omit<Cell, 'start' | 'end'>;

interface BlockPlace {
  page?: number | null;
  parent?: Block['parent'];
  ocrConfidence?: number | null;
}

/**
 * Collects the blocks of one reading and gives them their ids (`b1`, `b2`, … in reading order). Text must be normalised
 * already. The readers of all formats end here, so that the same report gives the same blocks whatever it came in.
 */
export class DocumentBuilder {
  readonly blocks: Block[] = [];

  add(kind: Exclude<BlockKind, 'table'>, text: string, place: BlockPlace = {}): Block {
    return this.#push(kind, text, null, place);
  }

  /** `cells` in reading order; only cells that exist (a merged cell once, at its upper left). */
  addTable(cells: CellInput[], headerRows: number, place: BlockPlace & { confidence?: number } = {}): Block {
    const { text, placed } = layOutCells(cells);
    return this.#push('table', text, { headerRows, confidence: place.confidence ?? 1, cells: placed }, place);
  }

  /** Ties a footnote or endnote to the place of its mark in `anchor`'s text. */
  addNote(kind: 'footnote' | 'endnote', text: string, note: NonNullable<Block['note']>, place: BlockPlace = {}): Block {
    const block = this.#push(kind, text, null, place);
    block.note = note;
    return block;
  }

  #push(kind: BlockKind, text: string, table: Block['table'], place: BlockPlace): Block {
    const block: Block = {
      id: `b${this.blocks.length + 1}`,
      kind,
      text,
      section: null,
      page: place.page ?? null,
      ocrConfidence: place.ocrConfidence ?? null,
      note: null,
      parent: place.parent ?? null,
      table,
    };
    this.blocks.push(block);
    return block;
  }
}

/** Cells of a row are joined by tabs, rows by line feeds; every cell gets its own place in that text. */
export function layOutCells(cells: CellInput[]): { text: string; placed: Cell[] } {
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.col - b.col);
  let text = '';
  let row = -1;
  const placed = ordered.map((cell): Cell => {
    if (text !== '' || row !== -1) text += cell.row === row ? '\t' : '\n';
    row = cell.row;
    const start = text.length;
    text += cell.text;
    return { ...cell, start, end: text.length };
  });
  return { text, placed };
}
