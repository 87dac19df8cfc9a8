import { lower } from '../text/fold.ts';
import { Brackets, within } from './brackets.ts';
import { isKnownDivision, sameThing } from './divisions.ts';
import { dividedBy, type HeadedList } from './headed-lists.ts';
import { type Part, splitItems } from './items.ts';
import {
  comparison,
  headed,
  inlineOpener,
  lead,
  leadsToList,
  type Opener,
  openerOf,
  withoutAsides,
} from './openers.ts';
import { areParallel, inTurns, isParallel } from './parallel.ts';
import type { PartWhole } from './part-whole.ts';
import { type Quantity, scanQuantities } from './quantities.ts';
import { type Range, sentencesOf } from './sentences.ts';

/** Words that open a fact of its own after «;». */
const ownFact =
  /^\s*(?:đã|đang|được|kết luận|phát hiện|qua đó|đồng thời|ngoài ra|trong đó|đến nay|hiện|kết quả|tổ chức|tiến hành|phối hợp|chỉ đạo|ban hành|giải quyết|xử lý|trả lời|tiếp nhận|vận động|triển khai|thực hiện|tham mưu|có \d)(?!\p{L})/u;
const longestHeading = 80;
const farthestHeaded = 700;

/** Between total and parts: further than this the figure belongs to something else. */
const farthest = 220;

/** A list in running text ends within this many characters; what is longer stands in a list of its own lines. */
const longestList = 3000;

/** Every whole with its parts in one block of text, in order. Wholes nested in an item are found as well. */
export function findWholes(text: string, quantities: readonly Quantity[] = scanQuantities(text)): PartWhole[] {
  if (quantities.length < 2) return [];
  const small = lower(text);
  const brackets = new Brackets(text);
  const found: PartWhole[] = [];
  const sentences = sentencesOf(text);
  for (const [index, sentence] of sentences.entries()) {
    if (within(quantities, sentence.start, sentence.end).length < 2) continue;
    found.push(...new SentenceFinder(small, sentence, quantities, brackets, sentences[index - 1]).find());
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The list that a text opens with: «Phân theo cấp: cấp tỉnh 612 lượt, cấp huyện 1.845 lượt, …»; null where it is none. */
export function headedListAt(text: string, quantities: readonly Quantity[]): HeadedList | null {
  const [sentence] = sentencesOf(text);
  if (sentence === undefined || !headed.test(text.slice(0, longestHeading))) return null;
  return new SentenceFinder(lower(text), sentence, quantities, new Brackets(text), undefined).headed();
}

class SentenceFinder {
  readonly text: string;
  readonly sentence: Range;
  readonly quantities: readonly Quantity[];
  readonly brackets: Brackets;
  readonly previous: Range | undefined;

  constructor(
    text: string,
    sentence: Range,
    quantities: readonly Quantity[],
    brackets: Brackets,
    previous: Range | undefined,
  ) {
    this.previous = previous;
    this.text = text;
    this.sentence = sentence;
    this.quantities = quantities;
    this.brackets = brackets;
  }

  find(): PartWhole[] {
    const found: PartWhole[] = [];
    for (const pair of this.brackets.opening(this.sentence.start, this.sentence.end)) {
      if (pair.end - pair.start > longestList) continue;
      const opened = lead.exec(this.text.slice(pair.start + 1, pair.start + 40))!;
      const [introduction, some, of, all] = opened;
      const opener: Opener =
        some !== undefined ? 'among-some' : of !== undefined ? 'among' : all !== undefined ? 'consists' : 'parentheses';
      this.#add(found, opener, pair.start, { start: pair.start + 1 + introduction.length, end: pair.end - 1 });
    }
    const { start, end } = this.sentence;
    const openers = [...this.text.slice(start, end).matchAll(inlineOpener)];
    openers.forEach((match, index) => {
      const at = start + match.index;
      const around = this.brackets.enclosing(at);
      // Right after «(» it is the introduction of what stands in parentheses.
      if (around !== null && at - around.start < 4 && /^[ :,]*$/.test(this.text.slice(around.start + 1, at))) return;
      const first = at + match[0].length;
      const last = Math.min(around === null ? end : around.end - 1, end, first + longestList);
      // A further «gồm» begins a list of its own; what followed it may have belonged to this one.
      const next = openers
        .slice(index + 1, index + 9)
        .find((one) => !one[0].startsWith(':') && !this.brackets.isInside(start + one.index, first));
      const cut = next !== undefined && start + next.index < last;
      this.#add(
        found,
        openerOf(match[0]),
        at,
        this.#reach({ start: first, end: cut ? start + next.index : last }),
        cut,
      );
    });
    this.#addHeaded(found);
    return found;
  }

  /**
   * «… thi hành kỷ luật 37 đảng viên. Cấp thi hành kỷ luật: chi bộ 22 đảng viên, …»: a sentence that is a list under a
   * heading divides a figure told before it.
   */
  #addHeaded(found: PartWhole[]): void {
    const { start } = this.sentence;
    const list = start === 0 ? null : this.headed();
    if (list === null) return;
    const one = dividedBy(list, within(this.quantities, Math.max(0, start - farthestHeaded), start));
    if (one !== null) found.push({ ...one, start: one.total.start });
  }

  /** The list that the sentence is, all of one thing; null where it is none. */
  headed(): HeadedList | null {
    const { start, end } = this.sentence;
    const heading = headed.exec(this.text.slice(start, Math.min(end, start + longestHeading)))?.[0];
    if (heading === undefined || within(this.quantities, start, start + heading.length).length > 0) return null;
    const range = this.#reach({ start: start + heading.length, end: Math.min(end, start + longestList) });
    const listed = within(this.quantities, range.start, range.end);
    const [first] = listed;
    if (first === undefined || first.noun === '') return null;
    const nested = this.brackets.opening(range.start, range.end);
    const items = splitItems(this.text, range, listed, nested, first.measure, first.noun);
    const alike = items.parts.length >= 3 && items.parts.every((part) => sameThing(part.quantity.noun, first.noun));
    return alike ? { ...items, heading } : null;
  }

  /**
   * An inline list ends with the sentence, or at a «;» behind which something else is told: a fact with a verb of its own
   * («…; đã giải quyết 14/16 đơn»), or anything, where the items before it are parted by commas.
   */
  #reach(range: Range): Range {
    let stop = this.#semicolon(range.start, range.end);
    if (stop === -1) return range;
    const first = this.#told(range.start, stop, range.start);
    while (stop !== -1) {
      const next = this.#semicolon(stop + 1, range.end);
      const item = this.#told(stop, next === -1 ? range.end : next, range.start);
      const other =
        item.length === 0 ||
        item.some((one) => one.denominator !== null) ||
        ownFact.test(this.text.slice(stop + 1, stop + 24)) ||
        (first.length !== 1 && !isParallel(first, item));
      if (other) return { start: range.start, end: stop };
      stop = next;
    }
    return range;
  }

  /** The figures of an item: not those in its parentheses, behind a stroke, or its share. */
  #told(start: number, end: number, list: number): Quantity[] {
    return within(this.quantities, start, end).filter(
      (one) => one.measure !== 'percent' && !this.brackets.isInside(one.start, list) && !this.#isBehindStroke(one),
    );
  }

  #semicolon(from: number, end: number): number {
    const list = this.text.slice(from, end);
    let at = list.indexOf(';');
    while (at !== -1 && this.brackets.isInside(from + at, from)) at = list.indexOf(';', at + 1);
    return at === -1 ? -1 : from + at;
  }

  #add(found: PartWhole[], opener: Opener, at: number, range: Range, cut = false): void {
    const open = this.#before(at, opener);
    if (open.length === 0 || range.end <= range.start) return;
    // A comparison with an earlier year, «(năm 2022: 82 tổ chức đảng, 214 đảng viên)», divides nothing.
    // Over other figures a colon leads to a list of the nearest only, or to one of all of them.
    if (opener === 'colon' && !leadsToList.test(withoutAsides(this.text.slice(open.at(-1)!.nounEnd, at)))) return;
    if (opener === 'parentheses' && comparison.test(this.text.slice(range.start, range.end))) return;
    const add = (nearest: Quantity, isAbreast = false) => {
      const before = open.filter((one) => one.measure === nearest.measure && one.start <= nearest.start);
      return this.#addFor(found, opener, range, cut, before, nearest, isAbreast);
    };
    // «187 tổ chức đảng và 342 đảng viên, gồm: Ban Thường vụ 09 tổ chức đảng, 14 đảng viên; …»: several wholes, each with its parts.
    const abreast = this.#abreast(range, open);
    if (abreast.length >= 2) {
      const first = found.length;
      for (const nearest of abreast) add(nearest, true);
      const together = found.slice(first);
      // Where the list is all there is of the one, it is of the other too.
      if (together.some(addsUp)) for (const one of together) if (one.closure === 'open') one.closure = 'division';
      return;
    }
    const nearest = open.at(-1)!;
    const partner = this.#isBehindStroke(nearest) ? open.at(-2) : undefined;
    if (partner) add(partner);
    if (add(nearest)) return;
    // «285 suất quà trị giá 142,5 triệu đồng, gồm: 96 suất …»: of what is listed, not of what stands nearest.
    const other = open.findLast((one) => one.measure !== nearest.measure);
    if (other !== undefined) add(other);
  }

  /** Totals of which every item of a list has a figure. */
  #abreast(range: Range, open: readonly Quantity[]): Quantity[] {
    const items: Quantity[][] = [];
    for (let from = range.start; from !== -1 && from < range.end; ) {
      const stop = this.#semicolon(from, range.end);
      items.push(
        within(this.quantities, from, stop === -1 ? range.end : stop).filter(
          (one) => !one.relative && one.measure !== 'percent' && !this.brackets.isInside(one.start, range.start),
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

  #isBehindStroke = (one: Quantity): boolean => this.text.charAt(one.start - 1) === '/';

  #addFor(
    found: PartWhole[],
    opener: Opener,
    range: Range,
    cut: boolean,
    candidates: readonly Quantity[],
    nearest: Quantity,
    isAbreast: boolean,
  ): boolean {
    const nested = this.brackets.opening(range.start, range.end);
    const listed = within(this.quantities, range.start, range.end);
    const items = splitItems(this.text, range, listed, nested, nearest.measure, nearest.noun);
    const parts = isAbreast ? items.parts.filter((part) => sameThing(part.quantity.noun, nearest.noun)) : items.parts;
    // «thu nội địa 9.877 tỷ đồng, trong đó 7/16 khoản thu vượt dự toán; kế đến là thu dầu thô 8.097 tỷ đồng»: what
    // stands right behind «trong đó» is no part in this measure, so what follows goes on with the sentence.
    if (opener.startsWith('among') && items.opensWithOther) return false;
    if (parts.length === 0 || (parts.length === 1 && !opener.startsWith('among'))) return false;
    const nouns = parts.map((part) => part.quantity.noun).filter((noun) => noun !== '');
    const alike = candidates.filter((one) => nouns.length === 0 || nouns.some((noun) => sameThing(noun, one.noun)));
    const total = alike.at(-1) ?? nearest;
    // «nuôi 23 trại gà với 393.400 con; 10 trại vịt: 35.500 con; …»: a colon speaks of the figure right before it.
    if (opener === 'colon' && total !== nearest) return false;
    // «phát sinh 291 vụ việc. Trong đó: đã giải quyết 238/316 vụ việc, …»: parts of another whole.
    const isOfAnother = ({ quantity: { denominator } }: Part) =>
      denominator !== null && !alike.some((one) => one.value === denominator?.value);
    if (parts.some(isOfAnother)) return false;
    // «21 trường hợp, trong đó 06 trường hợp huy động lực lượng; 17 trường hợp tự nguyện …»: behind the mark something else
    // may be told.
    const [one, other] = parts;
    if (
      opener.startsWith('among') &&
      parts.length === 2 &&
      !/:\s*$/.test(this.text.slice(0, range.start)) &&
      this.text.slice(one!.end, other!.start).includes(';') &&
      other!.start === other!.quantity.start &&
      one!.quantity.value + other!.quantity.value > total.value &&
      !isKnownDivision(parts.map((part) => part.label))
    )
      return false;
    // Over a full stop only a list of the very same things is taken for parts.
    if (total.start < this.sentence.start && !parts.every((part) => sameThing(part.quantity.noun, total.noun)))
      return false;
    // «nhập 06 phường …; là một trong 40 đơn vị (21 phường, 19 xã)»: what stands right before may be meant as well.
    const named = parts.every((part) => part.quantity.noun !== '' && sameThing(part.quantity.noun, total.noun));
    const others = alike.includes(nearest) || named ? alike : [...alike, nearest];
    // «96 vụ, 134 đối tượng; trong đó khởi tố 88 vụ, 121 đối tượng, xử phạt 8 vụ, 13 đối tượng»: only those of its kind.
    const own = parts.filter((part) => sameThing(part.quantity.noun, total.noun));
    const paired = parts.filter((part) => !own.includes(part));
    const twofold =
      own.length >= 2 &&
      paired.length === own.length &&
      alike.some((one) => one !== total && paired.every((part) => sameThing(part.quantity.noun, one.noun)));
    found.push({
      total,
      parts: twofold ? own : parts,
      opener,
      closure: closureOf(opener, parts, items.closedByAnd, total.start < this.sentence.start),
      uncountedRest: items.uncountedRest || cut,
      rivals: [...others.filter((one) => one !== total), ...underStroke(total)],
      unclear: items.unclear || twofold || total.start < this.sentence.start,
      start: total.start,
      end: items.end,
    });
    return true;
  }

  /**
   * Figures that may be the total: before the opener, in the same sentence and parentheses, counting or measuring. «… khởi
   * tố 1.204 vụ. Trong đó: …»: a sentence that opens so speaks of the one before.
   */
  #before(at: number, opener: Opener): Quantity[] {
    const around = this.brackets.enclosing(at);
    const begin = at === this.sentence.start && this.previous ? this.previous.start : this.sentence.start;
    const from = Math.max(begin, around?.start ?? 0, at - farthest);
    return within(this.quantities, from, at).filter(
      (one) =>
        !one.loose &&
        !one.compared &&
        !(one.relative && (begin < this.sentence.start || opener === 'colon')) &&
        one.measure !== 'percent' &&
        one.measure !== 'time' &&
        this.brackets.enclosing(one.start)?.start === around?.start,
    );
  }
}

function addsUp({ total, parts }: PartWhole): boolean {
  const sum = parts.reduce((all, part) => all + part.quantity.value, 0);
  return Math.abs(sum - total.value) <= 1e-9 * total.value;
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
