import { sameThing } from '../part-whole/divisions.ts';
import { light, type Mention, mentionsOf, sameSet, shared } from './mentions.ts';
import { wholesOf } from './prose.ts';
import type { CheckInput } from './rule.ts';

/** Words that stand in more clauses than this do not lead to a repetition. */
const commonest = 14;
/** Shared words without which two clauses are not about one thing. */
const fewestShared = 3;

export interface LikePair {
  a: Mention;
  /** The later one. */
  b: Mention;
  likeness: number;
}

/** Pairs of mentions in different sentences that speak of the same thing; each later mention with its likest earlier one. */
export function likePairs(input: CheckInput): LikePair[] {
  const mentions = input.shared(freeMentions);
  const pairs: LikePair[] = [];
  const byWord = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const { quantity } = mention;
    if (quantity.measure === 'time' || quantity.relative || mention.target || mention.words.size < fewestShared)
      continue;
    if (isChangeInBrackets(mention)) continue;
    const seen = new Map<Mention, number>();
    for (const word of mention.words) {
      const others = byWord.get(word) ?? [];
      if (others.length <= commonest) for (const other of others) seen.set(other, (seen.get(other) ?? 0) + 1);
      if (others.length <= commonest) byWord.set(word, [...others, mention]);
    }
    let best: Mention | null = null;
    let likest = 0;
    for (const [other, hits] of seen) {
      if (hits < 2 || other.order === mention.order) continue;
      const likeness = likenessOf(other, mention);
      if (likeness > likest || (likeness === likest && likeness > 0 && other.quantity.value === quantity.value)) {
        best = other;
        likest = likeness;
      }
    }
    if (best !== null) pairs.push({ a: best, b: mention, likeness: likest });
  }
  return pairs;
}

/** «giảm 560 người bị thương (-27,4%)»: how much a figure changed, said of every figure alike. */
function isChangeInBrackets({ block, quantity }: Mention): boolean {
  return quantity.measure === 'percent' && /\(\s?[-–+]?\s?$/.test(block.text.slice(quantity.start - 4, quantity.start));
}

/** Parts have their context in the whole: they are compared together with it. */
export function freeMentions(input: CheckInput): Mention[] {
  const parts = new Set(
    input.shared(wholesOf).flatMap((whole) => whole.parts.map((part) => `${part.block} ${part.quantity.start}`)),
  );
  return input.shared(mentionsOf).filter((one) => !parts.has(`${one.block.id} ${one.quantity.start}`));
}

/** 0 = of different things; up to 1 = the same words. */
function likenessOf(a: Mention, b: Mention): number {
  if (
    a.quantity.measure !== b.quantity.measure ||
    (a.quantity.denominator === null) !== (b.quantity.denominator === null)
  )
    return 0;
  if (
    a.quantity.noun === '' || b.quantity.noun === ''
      ? a.quantity.measure !== 'percent'
      : !sameThing(a.quantity.noun, b.quantity.noun)
  )
    return 0;
  if (!sameSet(a.marks, b.marks) || !sameSet(a.names, b.names)) return 0;
  if (a.year !== b.year && a.year !== null && b.year !== null) return 0;
  if (a.span !== b.span && a.span !== null && b.span !== null) return 0;
  if (a.subject !== b.subject && a.subject !== '' && b.subject !== '') return 0;
  const common = shared(a.words, b.words);
  if (common < fewestShared) return 0;
  if (a.quantity.measure === 'percent' && telling(a, b) < fewestShared) return 0;
  // One may say more than the other; where each has a word of its own, they speak of two things.
  if (ownWords(a, b) > 0 && ownWords(b, a) > 0) return 0;
  if (missing(a.after, b.after) > 0 && missing(b.after, a.after) > 0) return 0;
  const likeness = common / (a.words.size + b.words.size - common);
  return likeness >= (a.quantity.measure === 'percent' ? 0.9 : 0.6) ? likeness : 0;
}

/** «đạt 52,65% kế hoạch» is said of everything. */
const ofAnyShare = new Set(
  'dat ke hoach chi tieu du toan giao de ra tinh ty le chiem bang tang giam so tren tong'.split(' '),
);

function telling(a: Mention, b: Mention): number {
  let common = 0;
  for (const word of a.words) if (b.words.has(word) && !ofAnyShare.has(word)) common++;
  return common;
}

/** Syllables of the first list that the second lacks, repetitions counted. */
function missing(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let lacking = 0;
  for (const word of a) {
    const count = left.get(word) ?? 0;
    if (count === 0) lacking++;
    else left.set(word, count - 1);
  }
  return lacking;
}

/** Words of meaning that one clause has and the other lacks. */
function ownWords(a: Mention, b: Mention): number {
  let own = 0;
  for (const word of a.words) if (!b.words.has(word) && !light.has(word)) own++;
  return own;
}
