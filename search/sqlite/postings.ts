type Ids = Uint32Array;

/**
 * What the engine found, per passage: how many of the clauses hold, and how well. Passages are numbered without gaps, so an
 * array as long as the store counts faster than any merging of lists.
 */
export class Postings {
  /** How many clauses hold; 0 where the passage can be no hit. */
  readonly held: Uint8Array;
  readonly marks: Uint8Array;

  constructor(size: number) {
    this.held = new Uint8Array(size);
    this.marks = new Uint8Array(size);
  }

  addClause(ids: Ids): void {
    const { held } = this;
    for (const id of ids) held[id]!++;
  }

  /** No hit without each of these. */
  require(lists: readonly Ids[]): void {
    if (lists.length === 0) return;
    const { held } = this;
    const counts = countsOf(lists, held.length);
    for (let id = 0; id < held.length; id++) if (counts[id]! < lists.length) held[id] = 0;
  }

  /** No hit with one of these. */
  refuse(ids: Ids): void {
    for (const id of ids) this.held[id] = 0;
  }

  mark(ids: Ids, mark: number): void {
    const { marks } = this;
    for (const id of ids) marks[id]! |= mark;
  }

  /** Marks the passages that stand in all of these lists. */
  markCommon(lists: readonly Ids[], mark: number): void {
    const counts = countsOf(lists, this.held.length);
    this.mark(
      lists[0]!.filter((id) => counts[id] === lists.length),
      mark,
    );
  }
}

function countsOf(lists: readonly Ids[], size: number): Uint8Array {
  const counts = new Uint8Array(size);
  for (const ids of lists) for (const id of ids) counts[id]!++;
  return counts;
}
