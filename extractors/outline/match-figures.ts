import type { Extraction } from '../../schemas/extraction.ts';
import type { OutlineAnswer, OutlineItem } from '../../schemas/outline.ts';
import { answer, saysNothing } from './answer.ts';
import { hasBlank } from './blanks.ts';
import { figureWords } from './wording.ts';

/** Shares of the words of what is asked for that a sentence must have. */
const SURE = 0.99;
const PERHAPS = 0.7;

/** Is the figure told: in an indicator, in a sentence with a number, or in the heading of a filled table? */
export function answerFigure(item: OutlineItem, report: Pick<Extraction, 'blocks' | 'indicators'>): OutlineAnswer {
  const wanted = figureWords(item.title);
  const blocks = new Map(report.blocks.map((block) => [block.id, block]));
  let perhaps: OutlineAnswer | null = null;
  for (const { label, unit, quote, block, start, end, table } of report.indicators) {
    const at = blocks.get(block) ?? null;
    const named = [label, unit ?? '', ...(table === null ? [] : [...table.row, ...table.column])].join(' · ');
    if (shareOf(wanted, named) >= SURE) return answer(item, 'there', at, start, end);
    if (shareOf(wanted, `${named} · ${quote}`) >= PERHAPS) perhaps ??= answer(item, 'unsure', at, start, end);
  }
  let empty: OutlineAnswer | null = null;
  for (const block of report.blocks) {
    if (block.table !== null || block.kind === 'page-header' || block.kind === 'page-footer') continue;
    for (const { 0: sentence, index } of block.text.matchAll(/[^.;\n]*(?:\.(?!\s)[^.;\n]*)*[.;]?/gu)) {
      if (shareOf(wanted, sentence) < SURE) continue;
      const place = [block, index, index + sentence.length] as const;
      if (hasBlank(sentence)) empty ??= answer(item, 'empty', ...place);
      else if (isCounted(wanted, sentence)) return answer(item, 'there', ...place);
      else if (saysNothing(sentence)) return answer(item, 'nothing', ...place);
      else perhaps ??= answer(item, 'unsure', ...place);
    }
  }
  return empty ?? perhaps ?? answer(item, 'lacking', null);
}

/** A number stands in the same clause: «33 đảng bộ trực thuộc», «dân số: 12.340 người». */
function isCounted(wanted: readonly string[], sentence: string): boolean {
  const clauses = sentence.split(/[,;]/);
  return clauses.some((clause) => /\d/.test(clause) && shareOf(wanted, clause) >= SURE);
}

function shareOf(wanted: readonly string[], text: string): number {
  const words = new Set(figureWords(text));
  return wanted.filter((word) => words.has(word)).length / wanted.length;
}
