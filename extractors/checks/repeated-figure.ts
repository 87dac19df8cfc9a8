import { headOf, sameThing } from '../part-whole/divisions.ts';
import { clauseAround } from './clause.ts';
import { light, type Mention, mentionsBySentence, mentionsOf, sameSet, shared } from './mentions.ts';
import { isScanned, wholesOf } from './prose.ts';
import { repeatedBases } from './repeated-bases.ts';
import { repeatedParts } from './repeated-parts.ts';
import { type CheckInput, type Claim, consistent, flagged, type Place, type Rule } from './rule.ts';
import { slip } from './wording.ts';

/** The same figure, told twice in the same words, with two values. */
export const repeatedFigure: Rule = {
  kind: 'repeated-figure',
  severity: 'warning',
  *check(input) {
    const told = new Set<Mention>();
    const parts = new Set(
      input.shared(wholesOf).flatMap((whole) => whole.parts.map((part) => `${part.block} ${part.quantity.start}`)),
    );
    // Parts have their context in the whole: they are compared together with it.
    const mentions = input.shared(mentionsOf).filter((one) => !parts.has(`${one.block.id} ${one.quantity.start}`));
    for (const [a, b, likeness] of likePairs(mentions)) {
      if (a.quantity.value === b.quantity.value && a.quantity.qualifier === b.quantity.qualifier) yield consistent;
      else if (!told.has(b)) {
        const claim = judge(input, a, b, likeness);
        if (claim === null) continue;
        told.add(b);
        yield claim;
      }
    }
    yield* repeatedParts(input);
    yield* repeatedBases(input);
  },
};

/** Words that stand in more clauses than this do not lead to a repetition. */
const commonest = 14;
/** Shared words without which two clauses are not about one thing. */
const fewestShared = 3;

/** Pairs of mentions in different sentences that speak of the same thing; each later mention with its likest earlier one. */
function* likePairs(mentions: readonly Mention[]): Iterable<[Mention, Mention, number]> {
  const byWord = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const { quantity } = mention;
    if (quantity.measure === 'time' || quantity.relative || mention.target || mention.words.size < fewestShared)
      continue;
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
    if (best !== null) yield [best, mention, likest];
  }
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
  if (a.subject !== b.subject && a.subject !== '' && b.subject !== '') return 0;
  const common = shared(a.words, b.words);
  if (common < fewestShared) return 0;
  // One may say more than the other; where each has a word of its own, they speak of two things.
  if (ownWords(a, b) > 0 && ownWords(b, a) > 0) return 0;
  if (missing(a.after, b.after) > 0 && missing(b.after, a.after) > 0) return 0;
  const likeness = common / (a.words.size + b.words.size - common);
  return likeness >= (a.quantity.measure === 'percent' ? 0.9 : 0.6) ? likeness : 0;
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

function judge(input: CheckInput, a: Mention, b: Mention, likeness: number): Claim | null {
  const [x, y] = [a.quantity, b.quantity];
  if (x.qualifier !== null || y.qualifier !== null) return null;
  const ratio = Math.min(x.value, y.value) / Math.max(x.value, y.value);
  // Two figures that lie far apart and look unlike are two events worded alike.
  if (!(ratio >= 0.7 || slip(x.value, y.value) !== null)) return null;
  const supported = neighboursAgree(input, a, b);
  if (shared(a.words, b.words) < 4 && !supported) return null;
  const scanned = isScanned(input, a.block.id) || isScanned(input, b.block.id);
  const certain = likeness >= 0.9 && shared(a.words, b.words) >= 6 && supported && !scanned;
  return flagged({
    certain,
    stated: y.raw,
    expected: x.raw,
    message: {
      vi: `Cùng một chỉ tiêu nhưng nơi ghi ${x.raw}, nơi ghi ${y.raw}.`,
      en: `The same figure is given as ${x.raw} in one place and as ${y.raw} in another.`,
    },
    formula: `${x.raw} ≠ ${y.raw}`,
    suggestion: `Thống nhất một số: ${x.raw} hoặc ${y.raw}`,
    evidence: [placeOf('stated', b), placeOf('repeated', a)],
  });
}

/** Neighbours looked at in a sentence of very many figures. */
const mostNeighbours = 12;

/** Does another figure of the same sentences repeat unchanged? Then the sentences tell of one thing. */
function neighboursAgree(input: CheckInput, a: Mention, b: Mention): boolean {
  const sentences = input.shared(mentionsBySentence);
  const near = (mention: Mention) =>
    [-1, 0, 1]
      .flatMap((step) => sentences.get(mention.order + step)?.slice(0, mostNeighbours) ?? [])
      .filter((one) => one.block === mention.block && one !== mention);
  const known = new Set(near(a).map(figureOf));
  return near(b).some((one) => known.has(figureOf(one)));
}

function figureOf({ quantity }: Mention): string {
  return `${headOf(quantity.noun).join(' ')} ${quantity.value}`;
}

function placeOf(role: string, { block, quantity }: Mention): Place {
  return {
    role,
    block: block.id,
    ...clauseAround(block.text, quantity.start, Math.max(quantity.nounEnd, quantity.end), { before: 100, after: 40 }),
  };
}
