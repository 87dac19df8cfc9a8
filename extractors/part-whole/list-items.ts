import { type Brackets, within } from './brackets.ts';
import { sameThing } from './divisions.ts';
import { areParallel, inTurns, isParallel } from './parallel.ts';
import type { Quantity } from './quantities.ts';
import type { Range } from './sentences.ts';

/** A text in small letters with lists in it, its brackets and its figures. */
export interface ListText {
  text: string;
  brackets: Brackets;
  quantities: readonly Quantity[];
}

/** Words that open a fact of its own after «;». */
const ownFact =
  /^\s*(?:đã|đang|được|kết luận|phát hiện|qua đó|đồng thời|ngoài ra|trong đó|đến nay|hiện|kết quả|tổ chức|tiến hành|phối hợp|chỉ đạo|ban hành|giải quyết|xử lý|trả lời|tiếp nhận|vận động|triển khai|thực hiện|tham mưu|có \d)(?!\p{L})/u;

/**
 * An inline list ends with the sentence, or at a «;» behind which something else is told: a fact with a verb of its own
 * («…; đã giải quyết 14/16 đơn»), or anything, where the items before it are parted by commas.
 */
export function reachOf(list: ListText, range: Range): Range {
  let stop = semicolonIn(list, range.start, range.end);
  if (stop === -1) return range;
  const first = told(list, range.start, stop, range.start);
  while (stop !== -1) {
    const next = semicolonIn(list, stop + 1, range.end);
    const item = told(list, stop, next === -1 ? range.end : next, range.start);
    const other =
      item.length === 0 ||
      item.some((one) => one.denominator !== null) ||
      ownFact.test(list.text.slice(stop + 1, stop + 24)) ||
      (first.length !== 1 && !isParallel(first, item));
    if (other) return { start: range.start, end: stop };
    stop = next;
  }
  return range;
}

/** The figures of an item: not those in its parentheses, behind a stroke, or its share. */
function told({ quantities, brackets, text }: ListText, start: number, end: number, from: number): Quantity[] {
  return within(quantities, start, end).filter(
    (one) => one.measure !== 'percent' && !brackets.isInside(one.start, from) && !isBehindStroke(text, one),
  );
}

function semicolonIn({ text, brackets }: ListText, from: number, end: number): number {
  const piece = text.slice(from, end);
  let at = piece.indexOf(';');
  while (at !== -1 && brackets.isInside(from + at, from)) at = piece.indexOf(';', at + 1);
  return at === -1 ? -1 : from + at;
}

/** Totals of which every item of a list has a figure. */
export function abreastIn(list: ListText, range: Range, open: readonly Quantity[]): Quantity[] {
  const items: Quantity[][] = [];
  for (let from = range.start; from !== -1 && from < range.end; ) {
    const stop = semicolonIn(list, from, range.end);
    items.push(
      within(list.quantities, from, stop === -1 ? range.end : stop).filter(
        (one) => !one.relative && one.measure !== 'percent' && !list.brackets.isInside(one.start, range.start),
      ),
    );
    from = stop === -1 ? -1 : stop + 1;
  }
  const turns = areParallel(items) ? items : inTurns(items.flat());
  if (turns === null) return [];
  return turns[0]!.flatMap((first) => {
    const total = open.findLast(
      (one) => one.measure === first.measure && one.noun !== '' && sameThing(one.noun, first.noun),
    );
    return total === undefined ? [] : [total];
  });
}

/** «14/16 đơn» stands behind a stroke of its own, «02 lượt/03 người» behind another's. */
export const isBehindStroke = (text: string, one: Quantity): boolean => text.charAt(one.start - 1) === '/';
