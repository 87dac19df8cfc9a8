/** Rows that match, in order, with how many of the lists hold each. */
export interface Matches {
  ids: number[];
  counts: number[];
}

/**
 * Merges sorted lists of rows: keeps those that stand in every required list and in at least `least` lists, if
 * `admitted`. Work is the sum of the lengths times the number of lists, which is that of the words typed.
 */
export function countMatches(
  lists: readonly number[][],
  required: readonly boolean[],
  least: number,
  admitted: (id: number) => boolean,
): Matches {
  const at = lists.map(() => 0);
  const needed = required.filter(Boolean).length;
  const matches: Matches = { ids: [], counts: [] };
  for (;;) {
    let next = Number.POSITIVE_INFINITY;
    for (let i = 0; i < lists.length; i++) next = Math.min(next, lists[i]![at[i]!] ?? Number.POSITIVE_INFINITY);
    if (next === Number.POSITIVE_INFINITY) return matches;
    let count = 0;
    let neededHere = 0;
    for (let i = 0; i < lists.length; i++) {
      if (lists[i]![at[i]!] !== next) continue;
      at[i]!++;
      count++;
      if (required[i]) neededHere++;
    }
    if (count < least || neededHere < needed || !admitted(next)) continue;
    matches.ids.push(next);
    matches.counts.push(count);
  }
}

/** Membership in sorted lists, asked for ids in rising order: one walk through the lists in all. */
export class IdSet {
  readonly #lists: readonly number[][];
  readonly #at: number[];

  constructor(lists: readonly number[][]) {
    this.#lists = lists;
    this.#at = lists.map(() => 0);
  }

  has(id: number): boolean {
    for (let i = 0; i < this.#lists.length; i++) {
      const list = this.#lists[i]!;
      let at = this.#at[i]!;
      if (at > 0 && list[at - 1]! >= id) at = 0;
      while (at < list.length && list[at]! < id) at++;
      this.#at[i] = at;
      if (list[at] === id) return true;
    }
    return false;
  }
}
