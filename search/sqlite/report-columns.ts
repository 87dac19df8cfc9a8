import { Growing } from './growing.ts';

export interface Column {
  /** Its passages are numbered from here. */
  firstPassage: number;
  passages: number;
  /** Numbers of its facet values, its collections among them. */
  values: readonly number[];
}

/**
 * What a search asks of every report, side by side in memory: to go from object to object would take longer than to count.
 * A report has its column as long as nothing about it changes; that of one that went is never asked for again.
 */
export class ReportColumns {
  /** Passages are numbered from `first` to before `end`, by column. */
  readonly first = new Growing();
  readonly end = new Growing();
  readonly #values = new Growing();
  readonly #valuesEnd = new Growing();
  length = 0;

  /** Returns the column of the new report. */
  add({ firstPassage, passages, values }: Column): number {
    this.first.append([firstPassage]);
    this.end.append([firstPassage + passages]);
    this.#values.append(values);
    this.#valuesEnd.append([this.#values.numbers.length]);
    return this.length++;
  }

  /** For each: adds its hits under each of its facet values. Both by column. */
  count(counts: Uint32Array, columns: readonly number[], hits: Uint32Array): void {
    const [values, ends] = [this.#values.numbers, this.#valuesEnd.numbers];
    for (const column of columns) {
      const found = hits[column]!;
      if (found === 0) continue;
      const end = ends[column]!;
      for (let at = column === 0 ? 0 : ends[column - 1]!; at < end; at++) counts[values[at]!]! += found;
    }
  }
}
