import { within } from './brackets.ts';
import { isKnownDivision, sameThing } from './divisions.ts';
import { type Part, splitItems } from './items.ts';
import type { ListText } from './list-items.ts';
import type { Opener } from './openers.ts';
import type { PartWhole } from './part-whole.ts';
import type { Quantity } from './quantities.ts';
import type { Range } from './sentences.ts';

export interface ListOf {
  opener: Opener;
  range: Range;
  /** A further list begins in it: what followed that one may have belonged to this. */
  cut: boolean;
  /** Figures before it that may be its total; the nearest is that of the measure looked for. */
  candidates: readonly Quantity[];
  nearest: Quantity;
  /** The items tell of several totals, each has a figure of each. */
  isAbreast: boolean;
  sentenceStart: number;
}

/** The total that a list divides, and its parts; null where it divides none of the candidates. */
export function wholeOf(
  list: ListText,
  { opener, range, cut, candidates, nearest, isAbreast, sentenceStart }: ListOf,
): PartWhole | null {
  const nested = list.brackets.opening(range.start, range.end);
  const listed = within(list.quantities, range.start, range.end);
  const items = splitItems(list.text, range, listed, nested, nearest.measure, nearest.noun);
  const parts = isAbreast ? items.parts.filter((part) => sameThing(part.quantity.noun, nearest.noun)) : items.parts;
  // «thu nội địa 9.877 tỷ đồng, trong đó 7/16 khoản thu vượt dự toán; kế đến là thu dầu thô 8.097 tỷ đồng»: what
  // stands right behind «trong đó» is no part in this measure, so what follows goes on with the sentence.
  if (opener.startsWith('among') && items.opensWithOther) return null;
  if (parts.length === 0 || (parts.length === 1 && !opener.startsWith('among'))) return null;
  const nouns = parts.map((part) => part.quantity.noun).filter((noun) => noun !== '');
  const alike = candidates.filter((one) => nouns.length === 0 || nouns.some((noun) => sameThing(noun, one.noun)));
  const total = alike.at(-1) ?? nearest;
  // «nuôi 23 trại gà với 393.400 con; 10 trại vịt: 35.500 con; …»: a colon speaks of the figure right before it.
  if (opener === 'colon' && total !== nearest) return null;
  // «phát sinh 291 vụ việc. Trong đó: đã giải quyết 238/316 vụ việc, …»: parts of another whole.
  const isOfAnother = ({ quantity: { denominator } }: Part) =>
    denominator !== null && !alike.some((one) => one.value === denominator?.value);
  if (parts.some(isOfAnother)) return null;
  // «21 trường hợp, trong đó 06 trường hợp huy động lực lượng; 17 trường hợp tự nguyện …»: behind the mark something else
  // may be told.
  const [one, other] = parts;
  if (
    opener.startsWith('among') &&
    parts.length === 2 &&
    !/:\s*$/.test(list.text.slice(0, range.start)) &&
    list.text.slice(one!.end, other!.start).includes(';') &&
    other!.start === other!.quantity.start &&
    one!.quantity.value + other!.quantity.value > total.value &&
    !isKnownDivision(parts.map((part) => part.label))
  )
    return null;
  // Over a full stop only a list of the very same things is taken for parts.
  if (total.start < sentenceStart && !parts.every((part) => sameThing(part.quantity.noun, total.noun))) return null;
  // «nhập 06 phường …; là một trong 40 đơn vị (21 phường, 19 xã)»: what stands right before may be meant as well.
  const named = parts.every((part) => part.quantity.noun !== '' && sameThing(part.quantity.noun, total.noun));
  const others = alike.includes(nearest) || named ? alike : [...alike, nearest];
  // «96 vụ, 134 đối tượng; trong đó khởi tố 88 vụ, 121 đối tượng, xử phạt 8 vụ, 13 đối tượng»: only those of its kind.
  const own = parts.filter((part) => sameThing(part.quantity.noun, total.noun));
  const paired = parts.filter((part) => !own.includes(part));
  const twofold =
    own.length >= 1 &&
    paired.length >= 1 &&
    (own.length === 1 || paired.length === own.length) &&
    alike.some((one) => one !== total && paired.every((part) => sameThing(part.quantity.noun, one.noun)));
  return {
    total,
    parts: twofold ? own : parts,
    opener,
    closure: closureOf(opener, parts, items.closedByAnd, total.start < sentenceStart),
    uncountedRest: items.uncountedRest || cut,
    rivals: [...others.filter((one) => one !== total), ...underStroke(total)],
    spare: items.spare,
    unclear: items.unclear || twofold || total.start < sentenceStart,
    start: total.start,
    end: items.end,
  };
}

/** «giải quyết 119/121 vụ (gồm 118 vụ mới và 03 vụ cũ)»: the parts may be of all there were. */
function underStroke(total: Quantity): Quantity[] {
  const { denominator } = total;
  return denominator === null ? [] : [{ ...total, ...denominator, denominator: null }];
}

function closureOf(
  opener: Opener,
  parts: readonly Part[],
  closedByAnd: boolean,
  overFullStop: boolean,
): PartWhole['closure'] {
  const labels = parts.map((part) => part.label);
  // «Tổng thu 77.856 tỷ đồng. Cụ thể, thu dầu thô …»: a sentence of details need not tell of all.
  const mayLackSome = overFullStop && !/còn lại/.test(labels.at(-1)!) && !isKnownDivision(labels);
  if (opener !== 'among' && opener !== 'among-some') return mayLackSome ? 'and' : 'full';
  if (/còn lại/.test(labels.at(-1)!)) return 'full';
  if (isKnownDivision(labels)) return 'division';
  // «…, thu khác 307 triệu»: what fits nowhere else has its own item.
  if (opener === 'among' && parts.length >= 3 && /khác(?: |$)/.test(labels.at(-1)!)) return 'and';
  return opener === 'among' && closedByAnd && parts.length >= 2 ? 'and' : 'open';
}
