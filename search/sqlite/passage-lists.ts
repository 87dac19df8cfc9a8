import type { Database } from './database.ts';

export type Spelling = 'exact' | 'folded';

/** Numbers of passages that are kept, in all lists together: 64 MB. */
const MOST_KEPT = 16_000_000;

interface List {
  /** Ascending; what stands behind `length` is room for more. */
  ids: Uint32Array;
  length: number;
  /** Every passage below this number was looked at. */
  size: number;
}

/**
 * The passages that the engine finds for an expression, kept from one question to the next: people ask the same syllables
 * over and over. What a passage says never changes under its number, so later only the new ones are looked at; numbers of
 * passages that have gone stay in a list and belong to no report.
 */
export class PassageLists {
  readonly #database: Database;
  readonly #most: number;
  /** The one asked for last stands last. */
  readonly #lists = new Map<string, List>();
  #kept = 0;

  constructor(database: Database, most = MOST_KEPT) {
    this.#database = database;
    this.#most = most;
  }

  /** The numbers below `size` of the passages that the expression finds. */
  of(spelling: Spelling, expression: string, size: number): Uint32Array {
    const key = `${spelling} ${expression}`;
    const list = this.#lists.get(key) ?? { ids: new Uint32Array(0), length: 0, size: 0 };
    this.#drop(key, list);
    if (list.size < size) {
      append(list, this.#found(spelling, expression, list.size));
      list.size = size;
    }
    this.#lists.set(key, list);
    this.#kept += list.ids.length;
    this.#makeRoom();
    return list.ids.subarray(0, list.length);
  }

  /** To be called when a number is given to another passage. */
  forget(): void {
    this.#lists.clear();
    this.#kept = 0;
  }

  #found(spelling: Spelling, expression: string, from: number): number[] {
    const table = `passage_${spelling}`;
    return this.#database.column<number>(
      `SELECT rowid AS x FROM ${table} WHERE ${table} MATCH ? AND rowid >= ? ORDER BY rowid`,
      expression,
      from,
    );
  }

  #drop(key: string, { ids }: List): void {
    if (this.#lists.delete(key)) this.#kept -= ids.length;
  }

  #makeRoom(): void {
    for (const [key, list] of this.#lists) {
      if (this.#kept <= this.#most) break;
      this.#drop(key, list);
    }
  }
}

function append(list: List, more: readonly number[]): void {
  const length = list.length + more.length;
  if (length > list.ids.length) {
    // The first list fits; one that grows will go on growing.
    const room = new Uint32Array(list.length === 0 ? length : Math.ceil(length * 1.25));
    room.set(list.ids.subarray(0, list.length));
    list.ids = room;
  }
  list.ids.set(more, list.length);
  list.length = length;
}
