import { lower } from '../text/fold.ts';
import { Brackets, within } from './brackets.ts';
import { sameThing } from './divisions.ts';
import { dividedBy, type HeadedList } from './headed-lists.ts';
import { splitItems } from './items.ts';
import { abreastIn, isBehindStroke, type ListText, reachOf } from './list-items.ts';
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
import type { PartWhole } from './part-whole.ts';
import { type Quantity, scanQuantities } from './quantities.ts';
import { type Range, sentencesOf } from './sentences.ts';
import { wholeOf } from './whole-of-list.ts';

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

class SentenceFinder implements ListText {
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
        reachOf(this, { start: first, end: cut ? start + next.index : last }),
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
    const range = reachOf(this, { start: start + heading.length, end: Math.min(end, start + longestList) });
    const listed = within(this.quantities, range.start, range.end);
    const [first] = listed;
    if (first === undefined || first.noun === '') return null;
    const nested = this.brackets.opening(range.start, range.end);
    const items = splitItems(this.text, range, listed, nested, first.measure, first.noun);
    const alike = items.parts.length >= 3 && items.parts.every((part) => sameThing(part.quantity.noun, first.noun));
    return alike ? { ...items, heading } : null;
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
      const sentenceStart = this.sentence.start;
      const whole = wholeOf(this, { opener, range, cut, candidates: before, nearest, isAbreast, sentenceStart });
      if (whole !== null) found.push(whole);
      return whole !== null;
    };
    // «187 tổ chức đảng và 342 đảng viên, gồm: Ban Thường vụ 09 tổ chức đảng, 14 đảng viên; …»: several wholes, each with its parts.
    const abreast = abreastIn(this, range, open);
    if (abreast.length >= 2) {
      const first = found.length;
      for (const nearest of abreast) add(nearest, true);
      const together = found.slice(first);
      // Where the list is all there is of the one, it is of the other too.
      if (together.some(addsUp)) for (const one of together) if (one.closure === 'open') one.closure = 'division';
      return;
    }
    const nearest = open.at(-1)!;
    const partner = isBehindStroke(this.text, nearest) ? open.at(-2) : undefined;
    // «23 đơn/21 vụ việc (khiếu nại 18 vụ việc, tố cáo 03 vụ việc)»: of what the parts count.
    const counted = within(this.quantities, range.start, range.end).find((one) => one.noun !== '')?.noun ?? '';
    const isOther = counted !== '' && sameThing(counted, nearest.noun) && !sameThing(counted, partner?.noun ?? '');
    if (partner && !isOther) add(partner);
    if (add(nearest)) return;
    // «285 suất quà trị giá 142,5 triệu đồng, gồm: 96 suất …»: of what is listed, not of what stands nearest.
    const other = open.findLast((one) => one.measure !== nearest.measure);
    if (other !== undefined) add(other);
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
