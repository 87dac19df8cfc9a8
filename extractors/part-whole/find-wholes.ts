import { lower } from '../text/fold.ts';
import { isKnownDivision, sameThing } from './divisions.ts';
import { type Part, splitItems } from './items.ts';
import { type Quantity, scanQuantities } from './quantities.ts';
import { parentheses, type Range, sentencesOf } from './sentences.ts';

/** «N đơn vị (a …; b …; c …)»: one figure and those that are said to make it up. */
export interface PartWhole {
  total: Quantity;
  parts: Part[];
  opener: Opener;
  /**
   * Does the wording say that nothing is left out? `full`: «gồm», bare parentheses, «còn lại 9»; `division`: the items are
   * a division known to be complete (định kỳ / thường xuyên / đột xuất); `and`: «trong đó a và b»; `open`: anything else.
   */
  closure: 'full' | 'division' | 'and' | 'open';
  /** «còn lại là đơn kiến nghị», «v.v.», «chủ yếu»: a rest that is not counted. */
  uncountedRest: boolean;
  /** Earlier figures of the sentence that count the same thing: the parts may belong to one of them instead. */
  rivals: Quantity[];
  /** An item with several figures of one kind, so that the list may be misread. */
  unclear: boolean;
  /** From the total to the end of the last part. */
  start: number;
  end: number;
}

/** `parentheses` and `colon` bring the parts without a word; `among-some` is «trong đó có». */
export type Opener = 'parentheses' | 'colon' | 'consists' | 'among' | 'among-some' | 'list' | 'remainder';

const among = 'trong đó|trong số đó|trong số này|trong tổng số';
const consists = 'bao gồm|gồm có|gồm|cụ thể là|cụ thể|chia ra|chia thành|phân ra';
const wordEnd = '(?!\\p{L})';
const lead = new RegExp(
  `^[ :,]*(?:((?:${among}),? (?:có|gồm)|kể cả|có)${wordEnd}|(${among})${wordEnd}|(${consists})${wordEnd})?[ :,]*`,
  'u',
);
const inlineOpener = new RegExp(`(?<!\\p{L})(?:(?:${among})(?:,? có)?|${consists})${wordEnd}[ :,]*|: `, 'gu');

/** Between total and parts: further than this the figure belongs to something else. */
const farthest = 220;

/** Every whole with its parts in one block of text, in order. Wholes nested in an item are found as well. */
export function findWholes(text: string, quantities: readonly Quantity[] = scanQuantities(text)): PartWhole[] {
  if (quantities.length < 2) return [];
  const small = lower(text);
  const pairs: Range[] = [...parentheses(text)]
    .map(([start, end]) => ({ start, end: end + 1 }))
    .sort((a, b) => a.start - b.start);
  const found: PartWhole[] = [];
  for (const sentence of sentencesOf(text)) {
    const inside = inRange(quantities, sentence);
    if (inside.length < 2) continue;
    const own = pairs.filter((pair) => pair.start >= sentence.start && pair.start < sentence.end);
    const finder = new SentenceFinder(small, sentence, inside, own);
    found.push(...finder.find());
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

class SentenceFinder {
  readonly text: string;
  readonly sentence: Range;
  readonly quantities: readonly Quantity[];
  readonly pairs: readonly Range[];

  constructor(text: string, sentence: Range, quantities: readonly Quantity[], pairs: readonly Range[]) {
    this.text = text;
    this.sentence = sentence;
    this.quantities = quantities;
    this.pairs = pairs;
  }

  find(): PartWhole[] {
    const found: PartWhole[] = [];
    for (const pair of this.pairs) {
      const opened = lead.exec(this.text.slice(pair.start + 1, pair.start + 40))!;
      const opener: Opener =
        opened[1] !== undefined
          ? 'among-some'
          : opened[2] !== undefined
            ? 'among'
            : opened[3] !== undefined
              ? 'consists'
              : 'parentheses';
      this.#add(found, opener, pair.start, { start: pair.start + 1 + opened[0].length, end: pair.end - 1 });
    }
    const { start, end } = this.sentence;
    for (const match of this.text.slice(start, end).matchAll(inlineOpener)) {
      const at = start + match.index;
      const around = this.#enclosing(at);
      if (around !== null && /^[ :,]*$/.test(this.text.slice(around.start + 1, at))) continue;
      const opener: Opener = match[0].startsWith(':')
        ? 'colon'
        : new RegExp(`^(?:${among})`).test(match[0])
          ? / có/.test(match[0])
            ? 'among-some'
            : 'among'
          : 'consists';
      this.#add(found, opener, at, this.#reach({ start: at + match[0].length, end: around?.end ?? end }));
    }
    return found;
  }

  /** An inline list ends with the sentence, or at the «;» that parts it from the next fact. */
  #reach(range: Range): Range {
    const outer = this.text.slice(range.start, range.end);
    const stop = this.#topLevel(outer, range.start, ';');
    if (stop === -1) return range;
    const first = inRange(this.quantities, { start: range.start, end: range.start + stop });
    const second = inRange(this.quantities, { start: range.start + stop, end: range.end });
    const listed = first.filter((one) => this.#depthless(one.start, range.start)).length;
    return listed === 1 && second.length > 0 ? range : { start: range.start, end: range.start + stop };
  }

  #topLevel(outer: string, offset: number, mark: string): number {
    for (let at = outer.indexOf(mark); at !== -1; at = outer.indexOf(mark, at + 1))
      if (this.#depthless(offset + at, offset)) return at;
    return -1;
  }

  /** Is a place outside every pair of parentheses that opens at or after `from`? */
  #depthless(place: number, from: number): boolean {
    return !this.pairs.some((pair) => pair.start >= from && pair.start < place && pair.end > place);
  }

  #enclosing(place: number): Range | null {
    let found: Range | null = null;
    for (const pair of this.pairs) if (pair.start < place && pair.end > place) found = pair;
    return found;
  }

  #add(found: PartWhole[], opener: Opener, at: number, range: Range): void {
    const candidates = this.#before(at);
    if (candidates.length === 0 || range.end <= range.start) return;
    const nested = this.pairs.filter((pair) => pair.start >= range.start && pair.end <= range.end);
    const nearest = candidates.at(-1)!;
    if (opener === 'colon' && (at - nearest.nounEnd > 30 || /\d/.test(this.text.slice(nearest.nounEnd, at)))) return;
    const items = splitItems(this.text, range, this.quantities, nested, nearest.measure, nearest.noun);
    const { parts } = items;
    if (parts.length === 0 || (parts.length === 1 && !opener.startsWith('among'))) return;
    const nouns = parts.map((part) => part.quantity.noun).filter((noun) => noun !== '');
    const alike = candidates.filter((one) => nouns.length === 0 || nouns.some((noun) => sameThing(noun, one.noun)));
    const total = alike.at(-1) ?? nearest;
    found.push({
      total,
      parts,
      opener,
      closure: closureOf(opener, parts, items.closedByAnd),
      uncountedRest: items.uncountedRest,
      rivals: alike.filter((one) => one !== total),
      unclear: items.unclear,
      start: total.start,
      end: items.end,
    });
  }

  /** Figures that may be the total: before the opener, in the same sentence and parentheses, counting or measuring. */
  #before(at: number): Quantity[] {
    const around = this.#enclosing(at);
    const from = Math.max(this.sentence.start, around?.start ?? 0, at - farthest);
    const open = inRange(this.quantities, { start: from, end: at }).filter(
      (one) =>
        one.measure !== 'percent' &&
        one.measure !== 'time' &&
        !this.pairs.some((pair) => pair.start >= from && pair.start < one.start && pair.end > one.end),
    );
    const measure = open.at(-1)?.measure;
    return open.filter((one) => one.measure === measure);
  }
}

function closureOf(opener: Opener, parts: readonly Part[], closedByAnd: boolean): PartWhole['closure'] {
  const labels = parts.map((part) => part.label);
  if (opener !== 'among' && opener !== 'among-some') return 'full';
  if (/còn lại/.test(labels.at(-1)!)) return 'full';
  if (isKnownDivision(labels)) return 'division';
  return opener === 'among' && closedByAnd && parts.length >= 2 ? 'and' : 'open';
}

function inRange(quantities: readonly Quantity[], range: Range): Quantity[] {
  return quantities.filter((one) => one.start >= range.start && one.end <= range.end);
}
