import type { Block } from '../../schemas/document.ts';
import type { OutlineAnswer, OutlineItem } from '../../schemas/outline.ts';
import { answer } from './answer.ts';
import { isTemplateBlock } from './blanks.ts';
import { figureWords } from './wording.ts';

const SURE = 0.7;
const PERHAPS = 0.4;

/** The table of a report with the headings of a template; a table that is still one is empty. */
export function answerTable(item: OutlineItem, blocks: readonly Block[]): OutlineAnswer {
  const wanted = figureWords(item.title);
  let best: { block: Block; share: number } | null = null;
  for (const block of blocks) {
    if (block.table === null) continue;
    const words = new Set(figureWords(block.text));
    const share = wanted.filter((word) => words.has(word)).length / Math.max(1, wanted.length);
    if (best === null || share > best.share) best = { block, share };
  }
  if (best === null || best.share < PERHAPS) return answer(item, 'lacking', null);
  if (best.share < SURE) return answer(item, 'unsure', best.block, 0, headOf(best.block));
  return answer(item, isTemplateBlock(best.block) ? 'empty' : 'there', best.block, 0, headOf(best.block));
}

/** A table is named by its first row, not quoted as a whole. */
export function headOf({ text, table }: Block): number {
  const rows = Math.max(1, table?.headerRows ?? 1);
  return Math.max(0, ...(table?.cells ?? []).filter(({ row }) => row < rows).map(({ end }) => end)) || text.length;
}
