import type { Tier } from '../../schemas/search.ts';
import type { Clause, Query, Term, Word } from './query.ts';
import { type Keyword, type Token, tokenize } from './tokens.ts';

type Range = [number, number];
type Spelling = keyof Word;

const phraseSpelling: Partial<Record<Tier, Spelling>> = { phrase: 'exact', 'folded-phrase': 'folded' };

/**
 * Where a hit shows what was asked for: our own function, so that both homes mark the same letters. A hit of a
 * phrase shows its phrases only; elsewhere each clause shows its exact places, or its folded ones where it has no others.
 * `keywords` are those that records give the passage beyond its letters (the 217 of "Quyết định 217 và 218").
 */
export function highlight(text: string, keywords: readonly Keyword[], query: Query, tier: Tier): Range[] {
  const read = tokenize(text);
  const passage = { tokens: read.tokens, keywords: [...read.keywords, ...keywords] };
  const spelling = phraseSpelling[tier];
  const found =
    spelling !== undefined
      ? query.phrases.flatMap((words) => places(passage.tokens, words, spelling, false))
      : query.clauses.flatMap((clause) => clausePlaces(passage, clause));
  return joined(found, text);
}

interface Passage {
  tokens: Token[];
  keywords: Keyword[];
}

function clausePlaces(passage: Passage, clause: Clause): Range[] {
  const exact = clause.anyOf.flatMap((term) => termPlaces(passage, term, 'exact'));
  return exact.length > 0 ? exact : clause.anyOf.flatMap((term) => termPlaces(passage, term, 'folded'));
}

function termPlaces({ tokens, keywords }: Passage, term: Term, spelling: Spelling): Range[] {
  if (term.keyword === null) return places(tokens, term.words, spelling, term.prefix);
  return keywords.filter(({ key }) => key === term.keyword).map(({ start, end }) => [start, end]);
}

/** Each place where the words stand side by side. */
function places(tokens: Token[], words: Word[], spelling: Spelling, prefix: boolean): Range[] {
  const found: Range[] = [];
  const last = words.length - 1;
  for (let at = 0; at + last < tokens.length; at++) {
    const fits = words.every((word, i) => {
      const token = tokens[at + i]![spelling];
      return prefix && i === last ? token.startsWith(word[spelling]) : token === word[spelling];
    });
    if (fits) found.push([tokens[at]!.start, tokens[at + last]!.end]);
  }
  return found;
}

/** In order; what overlaps or is parted by one blank only is one mark. */
function joined(ranges: Range[], text: string): Range[] {
  const marks: Range[] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = marks.at(-1);
    const touches = last && (start <= last[1] || (start === last[1] + 1 && text[last[1]] === ' '));
    if (touches) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
