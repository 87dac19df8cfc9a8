import type { Range } from './sentences.ts';

/** The pairs of parentheses of a text, found once; every question is answered without walking over all of them. */
export class Brackets {
  /** Pairs by their opening, `end` after the closing one. Unmatched parentheses are left out. */
  readonly pairs: readonly Range[];
  readonly #parent: readonly number[];

  constructor(text: string) {
    const pairs: Range[] = [];
    const open: number[] = [];
    for (let at = 0; at < text.length; at++) {
      const char = text.charCodeAt(at);
      if (char === 40) open.push(at);
      else if (char === 41) {
        const start = open.pop();
        if (start !== undefined) pairs.push({ start, end: at + 1 });
      }
    }
    pairs.sort((a, b) => a.start - b.start);
    const parent: number[] = [];
    const around: number[] = [];
    pairs.forEach((pair, index) => {
      while (around.length > 0 && pairs[around.at(-1)!]!.end < pair.end) around.pop();
      parent.push(around.at(-1) ?? -1);
      around.push(index);
    });
    this.pairs = pairs;
    this.#parent = parent;
  }

  /** The innermost pair around a place. */
  enclosing(place: number): Range | null {
    let index = lowerBound(this.pairs, place) - 1;
    while (index >= 0 && this.pairs[index]!.end <= place) index = this.#parent[index]!;
    return index < 0 ? null : this.pairs[index]!;
  }

  /** The closing place of the pair that opens here; null where none does. */
  closing(open: number): number | null {
    const pair = this.pairs[lowerBound(this.pairs, open)];
    return pair?.start === open ? pair.end - 1 : null;
  }

  /** Pairs that open in a range. */
  opening(start: number, end: number): readonly Range[] {
    return this.pairs.slice(lowerBound(this.pairs, start), lowerBound(this.pairs, end));
  }

  /** Does a place stand in a pair that opens at or after `from`? */
  isInside(place: number, from: number): boolean {
    const around = this.enclosing(place);
    return around !== null && around.start >= from && around.start < place;
  }
}

/** First index whose item starts at or after a place; items are sorted by their start. */
export function lowerBound(sorted: readonly { start: number }[], place: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Items that lie wholly in a range; items are sorted by their start and do not overlap. */
export function within<T extends Range>(sorted: readonly T[], start: number, end: number): T[] {
  const found: T[] = [];
  for (let index = lowerBound(sorted, start); index < sorted.length && sorted[index]!.end <= end; index++)
    found.push(sorted[index]!);
  return found;
}
