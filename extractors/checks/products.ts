import type { Block } from '../../schemas/document.ts';
import { within } from '../part-whole/brackets.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { sentencesOf } from '../part-whole/sentences.ts';
import { lower } from '../text/fold.ts';

/** «20 suất quà, mỗi suất 500.000 đồng, tổng trị giá 10 triệu đồng»: how many, what each is worth, what all are worth. */
export interface Product {
  block: Block;
  count: Quantity;
  each: Quantity;
  total: Quantity;
}

const eachWord = /(?:mỗi|từng) \p{L}+(?: \p{L}+){0,3} $/u;
const totalWord = /(?:tổng|tổng cộng|tổng số|tổng trị giá|tổng giá trị|tổng kinh phí)(?: [\p{L}]+){0,5} $/u;

export function productsIn(block: Block, quantities: readonly Quantity[]): Product[] {
  if (!/mỗi|từng/i.test(block.text)) return [];
  const text = lower(block.text);
  const found: Product[] = [];
  for (const sentence of sentencesOf(block.text)) {
    const own = within(quantities, sentence.start, sentence.end);
    own.forEach((each, index) => {
      const [count, total] = [own[index - 1], own[index + 1]];
      if (count === undefined || total === undefined || !isExact(count) || !isExact(each) || !isExact(total)) return;
      if (count.measure !== 'count' || each.measure !== 'money' || total.measure !== 'money') return;
      const named = eachWord.test(text.slice(count.nounEnd, each.start).replace(/trị giá |là /g, ''));
      const summed = totalWord.test(text.slice(each.end, total.start));
      const one = text.slice(count.nounEnd, total.start);
      if (named && summed && !/[;(]/.test(one)) found.push({ block, count, each, total });
    });
  }
  return found;
}

function isExact(one: Quantity): boolean {
  return one.qualifier === null && one.denominator === null && !one.relative;
}
