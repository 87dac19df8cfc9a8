import type { Block } from '../../schemas/document.ts';

/** New text for a place of a block. Edits of one mutation do not overlap. */
export interface Edit {
  block: string;
  start: number;
  end: number;
  text: string;
}

/** The blocks with the edits made; cells and marks of notes move with the text. Blocks that are not edited stay the same objects. */
export function applyEdits(blocks: readonly Block[], edits: readonly Edit[]): Block[] {
  const byBlock = new Map<string, Edit[]>();
  for (const edit of edits) byBlock.set(edit.block, [...(byBlock.get(edit.block) ?? []), edit]);
  return blocks.map((block) => {
    const own = byBlock.get(block.id)?.toSorted((a, b) => a.start - b.start);
    const anchor = block.note === null ? undefined : byBlock.get(block.note.block);
    if (own === undefined && anchor === undefined) return block;
    const edited = own === undefined ? block : editBlock(block, own);
    if (block.note === null || anchor === undefined) return edited;
    return { ...edited, note: { ...block.note, at: moved(block.note.at, anchor) } };
  });
}

function editBlock(block: Block, edits: readonly Edit[]): Block {
  let text = '';
  let from = 0;
  for (const edit of edits) {
    text += block.text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  text += block.text.slice(from);
  if (block.table === null) return { ...block, text };
  const cells = block.table.cells.map((cell) => {
    const start = moved(cell.start, edits);
    const end = moved(cell.end, edits, true);
    return { ...cell, start, end, text: text.slice(start, end) };
  });
  return { ...block, text, table: { ...block.table, cells } };
}

/** Where an offset lies after the edits; the end of an edited place moves with its new text. */
function moved(at: number, edits: readonly Edit[], isEnd = false): number {
  let offset = 0;
  for (const { start, end, text } of edits) {
    if (end < at || (end === at && isEnd && start < at)) offset += text.length - (end - start);
  }
  return at + offset;
}

/** Takes out whole rows of a table; the rows below move up. */
export function withoutRow(block: Block, row: number): Block {
  if (block.table === null) return block;
  const kept = block.table.cells.filter((cell) => cell.row !== row);
  let text = '';
  let last = -1;
  const cells = kept.map((cell) => {
    if (last !== -1) text += cell.row === last ? '\t' : '\n';
    last = cell.row;
    const start = text.length;
    text += cell.text;
    return { ...cell, row: cell.row > row ? cell.row - 1 : cell.row, start, end: text.length };
  });
  return { ...block, text, table: { ...block.table, cells } };
}
