import type { XmlElement } from '../docx/package/element.ts';
import { type EdgeCell, type EdgeRow, tableOfEdges } from '../docx/table/edges.ts';
import type { MetRow } from '../docx/table/nesting.ts';
import type { Modifier } from './modifiers.ts';

interface Shape {
  edges: number[];
  /** Bits by cell: goes on from the left, goes on from above, begins a cell that goes on below. */
  flags: number[];
  isRuled: boolean;
  isHeader: boolean;
}

const LEFT = 0x02;
const ABOVE = 0x20;
const FIRST = 0x40;
const CELL_BYTES = 20;
/** Rows that nothing is known of: cells of one width. */
const USUAL_WIDTH = 1_440;

export function tableOfRows(rows: readonly MetRow<readonly Modifier[]>[]): XmlElement {
  const shapes = rows.map((row) => shapeOf(row.shape ?? []));
  return tableOfEdges(
    rows.map((row, i) => edgeRow(row, shapes[i]!)),
    shapes.some((shape) => shape.isRuled),
  );
}

function edgeRow({ cells }: MetRow<unknown>, { edges, flags, isHeader }: Shape): EdgeRow {
  const left = edges[0] ?? 0;
  let right = left;
  return {
    left,
    isHeader,
    cells: cells.map((content, i): EdgeCell => {
      right = edges[i + 1] ?? right + USUAL_WIDTH;
      const bits = flags[i] ?? 0;
      const vertical = bits & FIRST ? 'restart' : bits & ABOVE ? 'continue' : null;
      return { right, content, vertical, isMergedLeft: (bits & LEFT) !== 0 };
    }),
  };
}

function shapeOf(modifiers: readonly Modifier[]): Shape {
  const shape: Shape = { edges: [], flags: [], isRuled: false, isHeader: false };
  for (const { code, operand } of modifiers) {
    switch (code) {
      case 0xd608:
        define(shape, operand);
        break;
      case 0x3404:
        shape.isHeader = operand[0] === 1;
        break;
      case 0xd605:
      case 0xd613:
        shape.isRuled ||= hasInnerLines(operand);
        break;
      case 0x5624:
        for (let i = (operand[0] ?? 0) + 1; i < (operand[1] ?? 0) && i < 64; i++)
          shape.flags[i] = (shape.flags[i] ?? 0) | LEFT;
        break;
      case 0xd62b:
        shape.flags[operand[0] ?? 0] = { 1: ABOVE, 3: ABOVE | FIRST }[operand[1] ?? 0] ?? 0;
        break;
      default:
        break;
    }
  }
  return shape;
}

function define(shape: Shape, operand: Buffer): void {
  const count = Math.min(operand[0] ?? 0, 64);
  const cells = 1 + (count + 1) * 2;
  if (operand.length < cells) return;
  shape.edges = Array.from({ length: count + 1 }, (_, i) => operand.readInt16LE(1 + i * 2));
  for (let i = 0; i < count; i++) {
    const cell = operand.subarray(cells + i * CELL_BYTES, cells + (i + 1) * CELL_BYTES);
    if (cell.length < CELL_BYTES) break;
    shape.flags[i] = cell.readUInt16LE(0);
    // Four borders: width, kind, colour, distance.
    for (let at = 4; at < CELL_BYTES; at += 4)
      shape.isRuled ||= cell[at] !== 0 && cell[at] !== 0xff && isLine(cell[at + 1]);
  }
}

/** Top, left, bottom, right, then the lines between rows and between columns; older files have shorter borders. */
function hasInnerLines(operand: Buffer): boolean {
  const size = operand.length >= 48 ? 8 : 4;
  const kind = size === 8 ? 5 : 1;
  return isLine(operand[4 * size + kind]) || isLine(operand[5 * size + kind]);
}

const isLine = (kind: number | undefined): boolean => kind !== undefined && kind !== 0 && kind !== 0xff;
