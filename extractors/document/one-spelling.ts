import type { Block } from '../../schemas/document.ts';
import { withNewTones } from '../text/tone-marks.ts';

/**
 * The same blocks with every tone mark in its newer place, which is how the grammars are written. Nothing moves: each
 * offset goes on holding for the blocks as they are written. A block that needs no change is the block given.
 */
export function inOneSpelling(blocks: readonly Block[]): readonly Block[] {
  let changed = false;
  const spelled = blocks.map((block): Block => {
    const text = withNewTones(block.text);
    if (text === block.text) return block;
    changed = true;
    const cells = block.table?.cells.map((cell) => ({ ...cell, text: withNewTones(cell.text) }));
    return { ...block, text, table: block.table === null ? null : { ...block.table, cells: cells! } };
  });
  return changed ? spelled : blocks;
}

/** Blocks described in one spelling, with their words as they are written. */
export function backAsWritten(described: readonly Block[], written: readonly Block[]): Block[] {
  const byId = new Map(written.map((block) => [block.id, block]));
  return described.map((block) => {
    const { text, table } = byId.get(block.id) ?? block;
    return { ...block, text, table };
  });
}

/** Cuts and finds words that were read in one spelling out of the blocks as they are written. */
export class AsWritten {
  readonly #spelled: ReadonlyMap<string, Block>;
  readonly #written: ReadonlyMap<string, Block>;

  constructor(spelled: readonly Block[], written: readonly Block[]) {
    const differ = written.filter((block, at) => block !== spelled[at]);
    this.#written = new Map(differ.map((block) => [block.id, block]));
    this.#spelled = new Map(spelled.filter(({ id }) => this.#written.has(id)).map((block) => [block.id, block]));
  }

  /** Its own words: a quote always, a label or a title where it is a piece of its block. */
  record<T extends { block: string; start: number; end: number; quote: string }>(record: T, ...fields: (keyof T)[]): T {
    const block = this.#written.get(record.block);
    if (block === undefined) return record;
    const own: T = { ...record, quote: block.text.slice(record.start, record.end) };
    for (const field of fields) {
      const value = record[field];
      if (typeof value === 'string') own[field] = this.#within(record.block, value, record.start) as T[keyof T];
    }
    return own;
  }

  /** A piece of any block, such as the name of the signer; as given where it is none. */
  piece(value: string | null): string | null {
    if (value === null || value === '') return value;
    for (const id of this.#written.keys()) {
      const found = this.#within(id, value, 0);
      if (found !== value) return found;
    }
    return value;
  }

  #within(id: string, value: string, from: number): string {
    const spelled = this.#spelled.get(id)!.text;
    const after = spelled.indexOf(value, from);
    const at = after === -1 ? spelled.indexOf(value) : after;
    return at === -1 ? value : this.#written.get(id)!.text.slice(at, at + value.length);
  }
}
