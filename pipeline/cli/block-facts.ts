import type { Block } from '../../schemas/document.ts';
import type { Messages } from './messages/vi.ts';

/** What is known of a block beside its text, in one line: "b12 · đoạn văn · mục II.1 · trang 3". */
export function blockFacts(block: Block, messages: Messages): string {
  const facts = [
    block.id,
    messages.read.kinds[block.kind],
    block.section ? messages.place.section(block.section) : '',
    block.page === null ? '' : messages.place.page(block.page),
    block.note ? `${messages.read.note(block.note.mark)} (${block.note.block}:${block.note.at})` : '',
    block.table ? `${messages.read.confidence} ${block.table.confidence.toFixed(2)}` : '',
    block.ocrConfidence === null ? '' : `OCR ${block.ocrConfidence.toFixed(0)}`,
  ];
  return facts.filter(Boolean).join(' · ');
}
