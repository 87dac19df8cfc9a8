import type { Block } from '../../schemas/document.ts';
import { lower } from '../text/fold.ts';
import { findBracketedItems } from './bracketed-items.ts';
import { Brackets } from './brackets.ts';
import { isKnownDivision, sameThing } from './divisions.ts';
import { findWholes, headedListAt } from './find-wholes.ts';
import { dividedBy } from './headed-lists.ts';
import type { Opener } from './openers.ts';
import type { PartWhole } from './part-whole.ts';
import { type Quantity, scanQuantities } from './quantities.ts';
import { findRemainders } from './remainders.ts';
import type { Range } from './sentences.ts';
import { findSumsBehind } from './sums-behind.ts';

/** A figure of a whole with the block it stands in. `start`/`end` take in the words of the item. */
export interface Member extends Range {
  block: string;
  quantity: Quantity;
  /** Its words without figures, in small letters; empty for the total. */
  label: string;
}

/** A whole and its parts anywhere in a report: inside one block, or as a line with a list under it. */
export interface Whole {
  total: Member;
  parts: Member[];
  opener: Opener;
  closure: PartWhole['closure'];
  spare: readonly Quantity[];
  uncountedRest: boolean;
  rivals: Member[];
  unclear: boolean;
}

const known = new WeakMap<readonly Block[], Whole[]>();

/** Every whole with its parts in the running text of a report, in reading order. Tables are not looked at. */
export function partWholes(blocks: readonly Block[]): readonly Whole[] {
  const before = known.get(blocks);
  if (before !== undefined) return before;
  const found = findAll(blocks);
  known.set(blocks, found);
  return found;
}

function findAll(blocks: readonly Block[]): Whole[] {
  const found: Whole[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'table' || block.text === '') return;
    const quantities = scanQuantities(block.text);
    const listed = findWholes(block.text, quantities);
    // «12 đơn, gồm 02 đơn khiếu nại, 01 đơn tố cáo, còn lại 09 đơn»: the rest is the last item, not the rest of «01 đơn».
    const items = new Set(
      listed.flatMap(({ parts }) => (parts.length < 2 ? [] : parts.map(({ quantity }) => quantity))),
    );
    const remainders = findRemainders(block.text, quantities, items);
    const told = new Set<string>();
    for (const one of [
      ...listed,
      ...remainders,
      ...findSumsBehind(block.text, quantities),
      ...findBracketedItems(block.text, quantities),
    ]) {
      // «54.681 việc …, giảm 6.251 việc so với năm 2018 và 23.912 việc chưa có điều kiện»: a change is no part.
      if (one.parts.some(({ quantity }) => quantity.relative)) continue;
      // «. Trong đó: …» brings a list twice: by its word and by its colon.
      const key = [one.total, ...one.parts.map((part) => part.quantity)].map(({ start }) => start).join(' ');
      if (!told.has(key)) found.push(located(block, one));
      told.add(key);
    }
    const list = listUnder(blocks, index) ?? headedList(blocks, index, quantities);
    if (list !== null) found.push(list);
  });
  return found;
}

function located(block: Block, one: PartWhole): Whole {
  const member = (quantity: Quantity): Member => ({
    block: block.id,
    quantity,
    start: quantity.start,
    end: quantity.nounEnd,
    label: '',
  });
  return {
    total: member(one.total),
    parts: one.parts.map((part) => ({ block: block.id, ...part })),
    opener: one.opener,
    closure: one.closure,
    spare: one.spare,
    uncountedRest: one.uncountedRest,
    rivals: one.rivals.map(member),
    unclear: one.unclear,
  };
}

const announces = /(?::|(?:gồm|bao gồm|cụ thể|cụ thể là|cụ thể như sau|như sau|trong đó|chia ra))[:;,. ]*$/u;
const marker = /^(?:([-–+*•])|\(?([a-zđ]|\d{1,2})[.)])\s*/u;

/** «Tiếp nhận 120 đơn, gồm:» with one item a line below it, each opened by the same mark. */
function listUnder(blocks: readonly Block[], index: number): Whole | null {
  const head = blocks[index]!;
  const text = lower(head.text);
  if (!announces.test(text)) return null;
  const counts = scanQuantities(head.text).filter((one) => one.measure !== 'percent' && one.measure !== 'time');
  // «12.073 người, bằng 99,2% kế hoạch (12.170 người), cụ thể:» is not about the plan.
  const brackets = new Brackets(head.text);
  const total = counts.findLast((one) => brackets.enclosing(one.start) === null) ?? counts.at(-1);
  if (total === undefined || head.text.length - total.nounEnd > 120 || /[.;] /.test(head.text.slice(total.nounEnd)))
    return null;
  const parts: Member[] = [];
  let mark: string | null = null;
  for (let at = index + 1; at < blocks.length; at++) {
    const block = blocks[at]!;
    const own = kindOfMark(block.text);
    if (block.kind === 'table' || own === null || own === kindOfMark(head.text) || (mark !== null && own !== mark)) {
      if (block.kind === 'footnote' || block.kind === 'page-footer') continue;
      break;
    }
    mark = own;
    const part = firstAlike(block, scanQuantities(block.text), total);
    if (part === null) return null;
    parts.push(part);
  }
  if (parts.length < 2) return null;
  const some = /trong đó,? có[:;,. ]*$/u.test(text);
  const among = /trong đó[:;,. ]*$/u.test(text);
  const division = isKnownDivision(parts.map((part) => part.label));
  return {
    total: { block: head.id, quantity: total, start: total.start, end: total.nounEnd, label: '' },
    parts,
    opener: some ? 'among-some' : among ? 'among' : 'list',
    closure: division ? 'division' : some || among ? 'open' : 'full',
    spare: [],
    uncountedRest: false,
    rivals: counts
      .filter((one) => one.start > total.start && one.measure === total.measure && sameThing(one.noun, total.noun))
      .map((one) => ({ block: head.id, quantity: one, start: one.start, end: one.nounEnd, label: '' })),
    unclear: false,
  };
}

/** A paragraph that is a list under a heading divides a figure of the paragraph before it. */
function headedList(blocks: readonly Block[], index: number, quantities: readonly Quantity[]): Whole | null {
  const before = blocks[index - 1];
  if (before === undefined || before.kind === 'table' || before.kind === 'heading') return null;
  const block = blocks[index]!;
  const list = headedListAt(block.text, quantities);
  const one = list && dividedBy(list, scanQuantities(before.text));
  if (one === null) return null;
  const whole = located(block, one);
  const of = (member: Member): Member => ({ ...member, block: before.id });
  return { ...whole, total: of(whole.total), rivals: whole.rivals.map(of) };
}

function kindOfMark(text: string): string | null {
  const match = marker.exec(text);
  if (match === null) return null;
  return match[1] ?? (/\d/.test(match[2]!) ? '1' : 'a');
}

/** The first figure of an item that counts what the total counts, before any further clause. */
function firstAlike(block: Block, quantities: readonly Quantity[], total: Quantity): Member | null {
  const first = quantities.find((one) => one.measure === total.measure);
  if (first === undefined || !sameThing(first.noun, total.noun)) return null;
  const end = block.text.slice(first.nounEnd).search(/[,;.(]/);
  const range = {
    start: marker.exec(block.text)?.[0].length ?? 0,
    end: end === -1 ? block.text.length : first.nounEnd + end,
  };
  const label = lower(block.text.slice(range.start, range.end))
    .replace(/\P{L}+/gu, ' ')
    .trim();
  return { block: block.id, quantity: first, ...range, label };
}
