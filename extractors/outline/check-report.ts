import type { Block } from '../../schemas/document.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import type { OutlineAnswer, OutlineItem } from '../../schemas/outline.ts';
import { readFrontMatter } from '../anatomy/front-matter.ts';
import { answerAnnex } from './match-annexes.ts';
import { FigureMatcher } from './match-figures.ts';
import { SectionMatcher } from './match-sections.ts';
import { answerTable } from './match-tables.ts';
import { partsOf } from './parts.ts';

/** An outline as reports are checked against it. */
export interface Outline {
  items: readonly OutlineItem[];
  blocks: readonly Block[];
}

/** What became of each item in a report: one answer an item, in their order. */
export function checkReport(
  { items, blocks }: Outline,
  report: Pick<Extraction, 'blocks' | 'indicators'>,
): OutlineAnswer[] {
  const body = report.blocks.slice(readFrontMatter(report.blocks).bodyStart);
  const parts = partsOf(body);
  const sections = new SectionMatcher(items, blocks, body, parts);
  const figures = new FigureMatcher(body, report.indicators);
  const answerBy: Record<OutlineItem['kind'], (item: OutlineItem) => OutlineAnswer> = {
    section: (item) => sections.answer(item),
    figure: (item) => figures.answer(item),
    table: (item) => answerTable(item, body),
    annex: (item) => answerAnnex(item, body, parts),
  };
  const answers = items.map((item) => answerBy[item.kind](item));
  // What is asked for under a heading may be told under another one: then it is for a person to say what is lacking.
  return answers.map((one, i) => {
    const { id, kind } = items[i]!;
    if (kind !== 'section' || one.state !== 'lacking') return one;
    const told = answers.find(
      ({ state, place }, at) => items[at]!.parent === id && state === 'there' && place !== null,
    );
    return told ? { ...one, state: 'unsure', place: told.place } : one;
  });
}
