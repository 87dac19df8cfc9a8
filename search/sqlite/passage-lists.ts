import type { Database } from './database.ts';
import { Growing } from './growing.ts';
import { PassageTail } from './passage-tail.ts';

export type Spelling = 'exact' | 'folded';

/** Numbers of passages that are kept, in all lists together: 64 MB. */
const MOST_KEPT = 16_000_000;

interface List {
  /** Ascending. */
  ids: Growing;
  /** Every passage below this number was looked at. */
  size: number;
}

/**
 * The passages that the engine finds for an expression, kept from one question to the next: people ask the same syllables
 * over and over. What a passage says never changes under its number, so later only the new ones are looked at; numbers of
 * passages that have gone stay in a list and belong to no report.
 */
export class PassageLists {
  readonly #tail: PassageTail;
  readonly #most: number;
  /** The one asked for last stands last. */
  readonly #lists = new Map<string, List>();
  #kept = 0;

  constructor(database: Database, most = MOST_KEPT) {
    this.#tail = new PassageTail(database);
    this.#most = most;
  }

  /** The numbers below `size` of the passages that the expression finds. */
  of(spelling: Spelling, expression: string, size: number): Uint32Array {
    const key = `${spelling} ${expression}`;
    const list = this.#lists.get(key) ?? { ids: new Growing(), size: 0 };
    this.#drop(key, list);
    if (list.size < size) {
      list.ids.append(found(this.#tail.holding(list.size, size), spelling, expression, list.size));
      list.size = size;
    }
    this.#lists.set(key, list);
    this.#kept += list.ids.room;
    this.#makeRoom();
    return list.ids.numbers;
  }

  /** To be called when a number is given to another passage. */
  forget(): void {
    this.#lists.clear();
    this.#tail.forget();
    this.#kept = 0;
  }

  #drop(key: string, { ids }: List): void {
    if (this.#lists.delete(key)) this.#kept -= ids.room;
  }

  #makeRoom(): void {
    for (const [key, list] of this.#lists) {
      if (this.#kept <= this.#most) break;
      this.#drop(key, list);
    }
  }
}

function found(index: Database, spelling: Spelling, expression: string, from: number): number[] {
  const table = `passage_${spelling}`;
  return index.column<number>(
    `SELECT rowid AS x FROM ${table} WHERE ${table} MATCH ? AND rowid >= ? ORDER BY rowid`,
    ...[expression, from],
  );
}
