import type { Block } from '../../schemas/document.ts';
import type { OutlineItem } from '../../schemas/outline.ts';
import { readFrontMatter } from '../anatomy/front-matter.ts';
import { annexName } from './annexes.ts';
import { hasBlank, isTemplateBlock } from './blanks.ts';
import { asksForFigures, figuresAsked } from './figures.ts';
import { LEAD_RANK, opensAnnex, type Part, partsOf } from './parts.ts';

/** Longer numbered items tell how to write, not what a part is called. */
const LONGEST_TITLE = 250;

/** A letter may carry its outline along: what the letter itself counts is no part of that. */
function startOf(blocks: readonly Block[]): number {
  return Math.max(
    0,
    blocks.findIndex(({ text, table }) => table === null && /^(?:MẪU |DỰ THẢO )?ĐỀ CƯƠNG(?! TUYÊN TRUYỀN)/u.test(text)),
  );
}

/** Everything that the outline asks for, in reading order. */
export function readOutline(blocks: readonly Block[]): OutlineItem[] {
  const own = blocks.slice(startOf(blocks));
  const parts = partsOf(own.slice(readFrontMatter(own).bodyStart));
  const items: OutlineItem[] = [];
  const used = new Set<string>();
  /** How many were asked for so far, by section. */
  const figures = new Map<string | null, number>();
  const add = (item: OutlineItem): OutlineItem => {
    let id = item.id;
    for (let n = 2; used.has(id); n++) id = `${item.id}~${n}`;
    used.add(id);
    items.push({ ...item, id });
    return items.at(-1)!;
  };
  const open: { rank: number; item: OutlineItem }[] = [];
  for (const part of parts) {
    while (open.length > 0 && open.at(-1)!.rank >= part.rank) open.pop();
    let above = open.at(-1)?.item ?? null;
    if (isSection(part)) {
      above = add(sectionItem(part, above));
      open.push({ rank: part.rank, item: above });
    }
    const lines = isSection(part) ? part.own : [part.block, ...part.own];
    const inAnnex = isAnnex(above, items);
    for (const block of lines) {
      if (block.table !== null && !inAnnex && isTemplateBlock(block)) add(tableItem(block, above));
      if (block.table !== null || inAnnex) continue;
      for (const { title, start, end } of figuresAsked(block)) {
        const parent = above?.id ?? null;
        const count = (figures.get(parent) ?? 0) + 1;
        figures.set(parent, count);
        const named = { id: `${parent ?? ''}#${count}`, kind: 'figure' as const, parent, title };
        add({ ...cut(block, start, end), ...named, optional: isOptional(block.text) });
      }
    }
  }
  for (const item of annexesNamed(own, items)) add(item);
  return items;
}

const isAnnex = (item: OutlineItem | null, items: readonly OutlineItem[]): boolean =>
  item !== null && (item.kind === 'annex' || isAnnex(items.find(({ id }) => id === item.parent) ?? null, items));

function isSection({ rank, title, block, rest }: Part): boolean {
  if (rank >= LEAD_RANK || title === '' || title.length > LONGEST_TITLE) return false;
  return !hasBlank(block.text) && !(rest !== '' && asksForFigures(rest));
}

function sectionItem(part: Part, above: OutlineItem | null): OutlineItem {
  const { block, title, start, end, section } = part;
  const annex = opensAnnex(part);
  return {
    ...cut(block, start, end),
    // The first part of a report is not written in its paths.
    id: section ?? (part.rank === 0 ? 'P1' : title),
    kind: annex ? 'annex' : 'section',
    parent: above?.id ?? null,
    title: title.replace(/\s*\(nếu có\)\.?/iu, ''),
    optional: isOptional(block.text),
  };
}

function tableItem(block: Block, above: OutlineItem | null): OutlineItem {
  const head = block.table!.cells.filter(({ row }) => row < Math.max(1, block.table!.headerRows));
  const last = head.at(-1);
  return {
    ...cut(block, 0, last?.end ?? block.text.length),
    id: `${above?.id ?? ''}#B`,
    kind: 'table',
    parent: above?.id ?? null,
    title: head
      .map(({ text }) => text.trim())
      .filter((text) => text !== '')
      .join(' | '),
    optional: false,
  };
}

/** «(theo Phụ lục 2)»: an annex that the outline names and does not show. */
function annexesNamed(blocks: readonly Block[], items: readonly OutlineItem[]): OutlineItem[] {
  const shown = new Set(items.filter(({ kind }) => kind === 'annex').map(({ id }) => id));
  return blocks.flatMap((block) => {
    if (block.table !== null || block.kind === 'page-header' || block.kind === 'page-footer') return [];
    return annexName(block.text).flatMap(({ id, start, end }) => {
      if (shown.has(id)) return [];
      shown.add(id);
      const span = cut(block, start, end);
      return [
        { ...span, id, kind: 'annex' as const, parent: null, title: span.quote, optional: isOptional(block.text) },
      ];
    });
  });
}

const isOptional = (text: string): boolean => /\(\s*nếu có\s*\)/iu.test(text);

function cut(block: Block, start: number, end: number): Pick<OutlineItem, 'quote' | 'block' | 'start' | 'end'> {
  return { quote: block.text.slice(start, end), block: block.id, start, end };
}
