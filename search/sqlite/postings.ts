/**
 * What the engine found, per passage: how many of the clauses hold, and what else is known. Passages are numbered
 * without gaps, so an array as long as the store counts faster than any merging of lists.
 */
export class Postings {
  readonly #counts: Uint8Array;
  readonly #required: Uint8Array;
  readonly #marks: Uint8Array;

  constructor(size: number) {
    this.#counts = new Uint8Array(size);
    this.#required = new Uint8Array(size);
    this.#marks = new Uint8Array(size);
  }

  addClause(ids: readonly number[], required: boolean): void {
    const counts = this.#counts;
    for (const id of ids) counts[id]!++;
    if (required) for (const id of ids) this.#required[id]!++;
  }

  mark(ids: readonly number[], mark: Mark): void {
    const marks = this.#marks;
    for (const id of ids) marks[id]! |= mark;
  }

  /** How many clauses hold in the passage; 0 where a required one does not, or an unwanted word stands. */
  clauses(id: number, required: number): number {
    return this.#required[id]! < required || this.#marks[id]! & mark.unwanted ? 0 : this.#counts[id]!;
  }

  has(id: number, wanted: Mark): boolean {
    return (this.#marks[id]! & wanted) !== 0;
  }
}

export const mark = { exact: 1, phrase: 2, unwanted: 4, foldedPhrase: 8 } as const;
export type Mark = (typeof mark)[keyof typeof mark];
