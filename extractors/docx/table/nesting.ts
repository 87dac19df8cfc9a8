import type { XmlElement } from '../package/element.ts';

/** The cells of a row as they were met; `shape` is what the end of the row says of them, null where it never came. */
export interface MetRow<Shape> {
  cells: XmlElement[][];
  shape: Shape | null;
}

interface Level<Shape> {
  rows: MetRow<Shape>[];
  cells: XmlElement[][];
  cell: XmlElement[];
}

/**
 * Puts paragraphs into tables as `.doc` and RTF tell them: every paragraph says how deep in tables it stands, and marks
 * in the text end cells and rows. What a table holds is written when a paragraph stands less deep.
 */
export class NestedTables<Shape> {
  readonly body: XmlElement[] = [];
  readonly #levels: Level<Shape>[] = [];
  readonly #tableOf: (rows: readonly MetRow<Shape>[]) => XmlElement;

  constructor(tableOf: (rows: readonly MetRow<Shape>[]) => XmlElement) {
    this.#tableOf = tableOf;
  }

  add(element: XmlElement, depth: number): void {
    this.#stepTo(depth);
    (this.#levels.at(-1)?.cell ?? this.body).push(element);
  }

  endCell(depth: number): void {
    this.#stepTo(depth);
    const level = this.#levels.at(-1);
    if (!level) return;
    level.cells.push(level.cell);
    level.cell = [];
  }

  endRow(depth: number, shape: Shape): void {
    this.#stepTo(depth);
    const level = this.#levels.at(-1);
    if (!level) return;
    if (level.cell.length > 0) level.cells.push(level.cell);
    level.rows.push({ cells: level.cells, shape });
    level.cells = [];
    level.cell = [];
  }

  end(): XmlElement[] {
    this.#stepTo(0);
    return this.body;
  }

  #stepTo(depth: number): void {
    while (this.#levels.length > depth) {
      const { rows, cells, cell } = this.#levels.pop()!;
      if (cell.length > 0) cells.push(cell);
      if (cells.length > 0) rows.push({ cells, shape: null });
      (this.#levels.at(-1)?.cell ?? this.body).push(this.#tableOf(rows));
    }
    while (this.#levels.length < depth) this.#levels.push({ rows: [], cells: [], cell: [] });
  }
}
