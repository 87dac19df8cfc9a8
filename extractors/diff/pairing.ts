/** Two lists with the pairs that are still to be found between them. */
export class Pairing<T> {
  readonly pairs: { old: T; new: T }[] = [];
  #old: T[];
  #new: T[];

  constructor(old: readonly T[], fresh: readonly T[]) {
    this.#old = [...old];
    this.#new = [...fresh];
  }

  get removed(): readonly T[] {
    return this.#old;
  }

  get added(): readonly T[] {
    return this.#new;
  }

  /** Pairs those with one key; of several with one key the most alike, then in the order of reading. Returns the pairs. */
  byKey(key: (item: T) => string | null, likeness: (a: T, b: T) => number, least = 0): { old: T; new: T }[] {
    const fresh = Map.groupBy(this.#new, key);
    const found = [...Map.groupBy(this.#old, key)].flatMap(([shared, old]) => {
      const others = shared === null ? [] : (fresh.get(shared) ?? []);
      return mostAlike(old, others, likeness, least);
    });
    const [old, taken] = [new Set(found.map((pair) => pair.old)), new Set(found.map((pair) => pair.new))];
    this.#old = this.#old.filter((item) => !old.has(item));
    this.#new = this.#new.filter((item) => !taken.has(item));
    this.pairs.push(...found);
    return found;
  }
}

/** Comparing each with each is for what few items are left; of more, only their order tells which belong together. */
const MOST_COMPARED = 1_000_000;

function mostAlike<T>(
  old: readonly T[],
  fresh: readonly T[],
  likeness: (a: T, b: T) => number,
  least: number,
): { old: T; new: T }[] {
  if (old.length * fresh.length > MOST_COMPARED) {
    const side = old.slice(0, fresh.length).map((one, i) => ({ old: one, new: fresh[i]! }));
    return side.filter((pair) => likeness(pair.old, pair.new) >= least);
  }
  const candidates = old.flatMap((one, i) =>
    fresh.map((other, j) => ({ i, j, alike: likeness(one, other), apart: Math.abs(i - j) })),
  );
  candidates.sort((a, b) => b.alike - a.alike || a.apart - b.apart || a.i - b.i);
  const [usedOld, usedNew] = [new Set<number>(), new Set<number>()];
  return candidates.flatMap(({ i, j, alike }) => {
    if (alike < least || usedOld.has(i) || usedNew.has(j)) return [];
    usedOld.add(i);
    usedNew.add(j);
    return [{ old: old[i]!, new: fresh[j]! }];
  });
}

/** 0–1: the share of the words of the shorter list that the longer one has. */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  if (least === 0) return a.size === b.size ? 1 : 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / least;
}

/** 0–1: the share of common words among all of both. */
export function alikeWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}
