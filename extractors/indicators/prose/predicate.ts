import { is, verbAt } from './grammar.ts';
import type { Token } from './tokens.ts';

export function hasPredicate(tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => isPredicate(tokens, at));
}

/** Does the predicate begin here? A noun made of a verb («các tổ chức», «công tác kiểm tra») or a name does not. */
export function isPredicate(tokens: readonly Token[], at: number, from = 0): boolean {
  if (tokens[at]!.quoted) return false;
  if (is.adverb.lengthAt(tokens, at) > 0) return true;
  const size = verbAt(tokens, at);
  if (size === 0 || (tokens[at]!.capital && at > from) || is.body.lengthAt(tokens, at) > size) return false;
  return at === from || is.nounMaker.lengthBefore(tokens, at, from) === 0;
}

/** Where what was done begins, behind the one who did it. */
export function predicateAt(words: readonly Token[]): number {
  const opens = opensWithBody(words);
  for (let at = opens > 0 ? opens : 1; at < words.length; at++) {
    const sure = is.tense.lengthAt(words, at) > 0;
    if (sure || (opens > 0 && isPredicate(words, at))) return at;
  }
  return 0;
}

/** Tokens of the name of a body that these words open with; 0 for none. */
export function opensWithBody(words: readonly Token[], from = 0): number {
  const before = is.determiner.lengthAt(words, from);
  const size = is.body.lengthAt(words, from + before);
  if (size > 0) return before + size;
  return is.body.lengthAt(words, from);
}

/** Tokens of a place with its own name that begins here: «phường Bến Nghé», not «phường»; 0 for none. */
export function namedPlaceAt(tokens: readonly Token[], from: number): number {
  const noun = is.place.lengthAt(tokens, from);
  let end = from + noun;
  while (noun > 0 && tokens[end]?.kind === 'word' && tokens[end]!.capital) end++;
  return end > from + noun ? end - from : 0;
}

export function verbsFrom(words: readonly Token[]): number {
  let from = words.length;
  for (;;) {
    const size = is.verb.lengthBefore(words, from);
    if (size === 0 || is.nounMaker.lengthBefore(words, from - size) > 0) return from;
    from -= size;
  }
}

export function isVerbs(words: readonly Token[]): boolean {
  let at = 0;
  while (at < words.length) {
    const size = verbAt(words, at) || is.adverb.lengthAt(words, at) || is.light.lengthAt(words, at);
    if (size > 0) at += size;
    else if (at > 0 && (words[at]!.key === ',' || is.and.lengthAt(words, at) > 0)) at++;
    else return false;
  }
  return words.length > 0;
}
