import { lower } from '../text/fold.ts';
import { Brackets, within } from './brackets.ts';
import { sameThing } from './divisions.ts';
import type { PartWhole } from './part-whole.ts';
import type { Quantity } from './quantities.ts';
import { sentencesOf } from './sentences.ts';

/** Between the items: no figure, no end of the list. */
const name = /^(?:,|;| và|, và)? ?[^\d.;:()]{2,90} $/u;
/** Before the first item: what leads from the total to the names of its parts. */
const toFirst = /^[^\d.;()]{0,60}(?:,|;|:|gồm|liên quan đến|về|là|trong đó|cho|tại)[^\d.;()]{0,110} $/u;
const fewestItems = 3;

/**
 * «14 đoàn đông người …; nội dung liên quan đến bồi thường (09 đoàn), môi trường (03 đoàn), chế độ chính sách (02 đoàn)»:
 * each item has its figure in parentheses of its own.
 */
export function findBracketedItems(text: string, quantities: readonly Quantity[]): PartWhole[] {
  const small = lower(text);
  const brackets = new Brackets(text);
  const found: PartWhole[] = [];
  for (const sentence of sentencesOf(text)) {
    const items = brackets.opening(sentence.start, sentence.end).flatMap((pair) => {
      const [figure, second] = within(quantities, pair.start, pair.end).filter((one) => one.measure !== 'percent');
      const alone =
        figure !== undefined && second === undefined && /^\([^\d]{0,8}$/.test(text.slice(pair.start, figure.start));
      return alone && !figure.compared && !figure.relative && figure.denominator === null ? [{ pair, figure }] : [];
    });
    for (let at = 0; at < items.length; ) {
      let end = at + 1;
      while (end < items.length && continues(items[end - 1]!, items[end]!)) end++;
      const list = items.slice(at, end);
      at = end;
      const [first] = list;
      if (list.length < fewestItems || first === undefined) continue;
      const total = within(quantities, sentence.start, first.pair.start).findLast((one) => isTotal(one, first.figure));
      if (total === undefined || !leads(small.slice(total.nounEnd, first.pair.start))) continue;
      found.push({
        total,
        parts: list.map(({ pair, figure }) => ({
          quantity: figure,
          start: pair.start + 1,
          end: pair.end - 1,
          label: '',
        })),
        opener: 'colon',
        closure: 'and',
        spare: [],
        uncountedRest: false,
        rivals: [],
        unclear: true,
        start: total.start,
        end: list.at(-1)!.pair.end,
      });
    }
  }
  return found;

  function continues(before: Item, next: Item): boolean {
    return (
      before.figure.measure === next.figure.measure &&
      sameThing(before.figure.noun, next.figure.noun) &&
      name.test(small.slice(before.pair.end, next.pair.start))
    );
  }

  /** Without the parentheses on the way: «14 đoàn, giảm 03 đoàn so với cùng kỳ (17 đoàn); nội dung …». */
  function leads(between: string): boolean {
    const plain = between
      .replace(/ ?\([^()]*\)/g, '')
      .replace(/,? (?:so với[^,;.]{0,40} )?(?:tăng|giảm) [^,;.]*/gu, '')
      .replace(/(?:cho|tại|của|với) \d+ [\p{L}, ]{1,30}(?=:)/u, '')
      .replace(/^[^;]*;/u, ';');
    return toFirst.test(plain);
  }
}

interface Item {
  pair: { start: number; end: number };
  figure: Quantity;
}

function isTotal(one: Quantity, part: Quantity): boolean {
  return (
    one.measure === part.measure &&
    one.value > part.value &&
    !one.relative &&
    !one.compared &&
    one.denominator === null &&
    (part.noun === '' || sameThing(one.noun, part.noun))
  );
}
