import { passageWords } from '../derive.ts';
import type { Keyword } from '../query/tokens.ts';
import { Database } from './database.ts';

/** When it has grown to so many passages it begins anew with the newest. */
const MOST = 20_000;

/**
 * The newest passages in a small index of their own, in memory: the engine walks the whole list of a word to find its end,
 * and while files are ingested the end is all that is asked for.
 */
export class PassageTail {
  readonly #store: Database;
  readonly #most: number;
  #memory: Database | null = null;
  #from = 0;
  #size = 0;

  constructor(store: Database, most = MOST) {
    this.#store = store;
    this.#most = most;
  }

  /**
   * The index to ask for the passages from one number to before another: that of the store where they are too many, or
   * asked for the first time.
   */
  holding(from: number, size: number): Database {
    const isOld = this.#memory !== null && from < this.#from;
    if (from === 0 || isOld || size - from > this.#most) return this.#store;
    if (this.#memory === null || size - this.#from > this.#most) this.#begin(from);
    return this.#grown(size);
  }

  forget(): void {
    this.#memory?.close();
    this.#memory = null;
  }

  #begin(from: number): void {
    this.forget();
    this.#from = from;
    this.#size = from;
  }

  #grown(size: number): Database {
    const memory = this.#memory ?? new Database(':memory:');
    this.#memory = memory;
    const fresh = this.#store.jsonColumn<[id: number, text: string, keywords: Keyword[]]>(
      'SELECT json_array(id, text, json(keywords)) AS x FROM passage WHERE id >= ? AND id < ?',
      ...[this.#size, size],
    );
    memory.transaction(() => {
      for (const [id, text, keywords] of fresh) {
        const { exact, folded } = passageWords({ text, keywords });
        memory.run('INSERT INTO passage_exact (rowid, words) VALUES (?, ?)', id, exact);
        memory.run('INSERT INTO passage_folded (rowid, words) VALUES (?, ?)', id, folded);
      }
    });
    this.#size = size;
    return memory;
  }
}
