import type { Token } from './tokens.ts';
import { keyOf } from './word-key.ts';

/** A closed set of phrases, looked up at a token; the longest counts. */
export class Phrases {
  readonly #byFirst = new Map<string, string[][]>();
  readonly #byLast = new Map<string, string[][]>();

  constructor(...lists: readonly (readonly string[])[]) {
    for (const phrase of lists.flat()) {
      const words = phrase.split(' ').map(keyOf);
      add(this.#byFirst, words[0]!, words);
      add(this.#byLast, words.at(-1)!, words);
    }
    const longestFirst = (a: string[], b: string[]) => b.length - a.length;
    for (const all of [...this.#byFirst.values(), ...this.#byLast.values()]) all.sort(longestFirst);
  }

  /** How many tokens from `at` make a phrase; 0 for none. */
  lengthAt(tokens: readonly Token[], at: number): number {
    for (const words of this.#byFirst.get(tokens[at]?.key ?? '') ?? none)
      if (matches(tokens, at, words)) return words.length;
    return 0;
  }

  /** How many tokens right before `end` make a phrase, none of them before `from`. */
  lengthBefore(tokens: readonly Token[], end: number, from = 0): number {
    for (const words of this.#byLast.get(tokens[end - 1]?.key ?? '') ?? none)
      if (end - words.length >= from && matches(tokens, end - words.length, words)) return words.length;
    return 0;
  }
}

const none: readonly string[][] = [];

function matches(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  for (let index = 0; index < words.length; index++) {
    const token = tokens[at + index];
    if (token?.key !== words[index] || token?.kind !== 'word') return false;
  }
  return true;
}

function add(map: Map<string, string[][]>, key: string, words: string[]): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [words]);
  else known.push(words);
}
