import type { Block } from '../../schemas/document.ts';
import { readMark } from '../anatomy/numbering.ts';
import { isCapitalTitle } from '../anatomy/sections.ts';

/** A heading, a numbered item or a lead («- Ưu điểm: …») with what stands under it until the next one. */
export interface Part {
  /** Without its number. */
  title: string;
  block: Block;
  /** Of the title in the text of the block. */
  start: number;
  end: number;
  /** What stands behind the title in the same block. */
  rest: string;
  /** Lower ranks hold higher ones: part, chapter, letter in capitals, Roman, Arabic by depth, small letter, lead. */
  rank: number;
  section: string | null;
  own: Block[];
}

const RANK = { annex: 0, part: 0, chapter: 1, capital: 2, roman: 3, letter: 9 } as const;
const TITLE_RANK = 1;
const ARABIC_RANK = 4;
/** Numbered items of a list inside of a section, and leads, never hold a heading. */
export const LEAD_RANK = 10;

const body = new Set<Block['kind']>(['heading', 'paragraph', 'list-item', 'table', 'text-box']);
/** A title does not go on for longer than this before its colon. */
const LONGEST_TITLE = 200;

/** The parts of a report or outline, in order; what stands before the first one belongs to none. */
export function partsOf(blocks: readonly Block[]): Part[] {
  const parts: Part[] = [];
  let section: string | null = null;
  for (const block of blocks) {
    if (!body.has(block.kind) || block.parent !== null || block.text.trim() === '') continue;
    const part = block.table === null ? openPart(block, section) : null;
    section = block.section;
    const last = parts.at(-1);
    if (part !== null && last !== undefined && goesOn(last, part)) extend(last, part);
    else if (part !== null) parts.push(part);
    else last?.own.push(block);
  }
  return parts;
}

/** The parts that stand in this one. */
export function within(parts: readonly Part[], part: Part): Part[] {
  const at = parts.indexOf(part);
  const end = parts.findIndex(({ rank }, i) => i > at && rank <= part.rank);
  return parts.slice(at + 1, end === -1 ? parts.length : end);
}

function openPart(block: Block, before: string | null): Part | null {
  const { text } = block;
  const mark = readMark(text);
  if (mark === null || mark.style === 'bullet') {
    if (mark === null && block.kind === 'heading' && isCapitalTitle(text)) return make(block, text, TITLE_RANK);
    return openLead(block, mark?.rest ?? text);
  }
  // An item of a list inside of a section leaves the section as it was.
  const inner = block.kind === 'list-item' && block.section === before && mark.style !== 'letter';
  if (inner) return make(block, mark.rest, LEAD_RANK);
  if (mark.style === 'arabic') return make(block, mark.rest, ARABIC_RANK + Math.min(mark.values.length - 1, 4));
  if (mark.style === 'path') return make(block, mark.rest, ARABIC_RANK + mark.label.split('.').length - 2);
  return make(block, mark.rest, RANK[mark.style]);
}

/** «- Ưu điểm: …», «* Hạn chế, nguyên nhân»; not a sentence. */
function openLead(block: Block, rest: string): Part | null {
  const lead = /^\p{Lu}[^:.;!?\n\d]{2,90}(?=:|$)/u.exec(rest)?.[0];
  if (lead === undefined || lead.split(' ').length > 16) return null;
  return make(block, rest, LEAD_RANK);
}

function make(block: Block, rest: string, rank: number): Part {
  const start = block.text.length - rest.length;
  const stop = /[:.](?=\s|$)|\n/u.exec(rest)?.index ?? rest.length;
  const length = stop <= LONGEST_TITLE ? stop : rest.length;
  const behind = rest.slice(length).replace(/^[\s:.]+/, '');
  return {
    title: rest.slice(0, length).trim(),
    block,
    start,
    end: start + length,
    rest: behind,
    rank,
    section: block.section,
    own: [],
  };
}

/** «Phần thứ nhất» ¶ «KẾT QUẢ …» ¶ «6 THÁNG ĐẦU NĂM»: one title in several lines. */
function goesOn(last: Part, next: Part): boolean {
  if (next.rank !== TITLE_RANK || last.own.length > 0 || last.rest !== '') return false;
  return last.title === '' || (last.rank <= TITLE_RANK && isCapitalTitle(last.title));
}

function extend(last: Part, next: Part): void {
  if (last.title === '') Object.assign(last, { block: next.block, start: next.start, end: next.end });
  last.title = `${last.title} ${next.title}`.trim();
}

/** The heading of an annex, numbered or not: its section is «PL2» and nothing below. */
export const opensAnnex = ({ section, rank }: Part): boolean =>
  rank <= TITLE_RANK && section !== null && /^PL\d*$/.test(section);
