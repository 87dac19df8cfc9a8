import type { Block, Cell } from '../../../schemas/document.ts';
import type { IndicatorKind } from '../../../schemas/indicator.ts';
import type { Figure } from '../../checks/tables/cell-value.ts';
import { type Grid, layOut } from '../../checks/tables/grid.ts';
import { matchUnit } from '../../numerals/index.ts';
import type { Draft } from '../draft.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Column, readColumns } from './columns.ts';
import { unitAlone, unitInCaption, unitInHeading } from './heading-unit.ts';
import { type CellDraft, tieCells } from './parts.ts';
import { periodIn, periodOfRow } from './period.ts';
import { type NamedRow, nameRows } from './rows.ts';
import { scopeOfCell } from './scope.ts';

/** Every filled cell of figures of a table, with its headings and the name of its row. */
export function readTable(block: Block, index: number, above: readonly Block[], around: Surroundings): Draft[] {
  const grid = layOut(block);
  if (grid === null) return [];
  const caption = captionOf(above);
  const columns = readColumns(grid, around.time);
  const table = {
    block,
    index,
    grid,
    columns,
    caption: { unit: unitInCaption(caption.join('\n')), period: periodOfCaption(caption, around) },
    around,
    rowsAreFigures: columns.some(
      ({ holdsUnits, role, path }) => holdsUnits || (role === 'label' && figureNames.test(path.at(-1) ?? '')),
    ),
  };
  const cells: CellDraft[] = nameRows(grid, columns).flatMap((row) => readRow(table, row));
  tieCells(grid, columns, cells);
  return cells.map(({ draft }) => draft);
}

interface TableContext {
  block: Block;
  index: number;
  grid: Grid;
  columns: readonly Column[];
  caption: { unit: string | null; period: string | null };
  around: Surroundings;
  /** Its rows are what is counted («Sản lượng lúa»), its columns when and how far («Kế hoạch năm 2024»). */
  rowsAreFigures: boolean;
}

function readRow(table: TableContext, row: NamedRow): CellDraft[] {
  const { grid, columns } = table;
  const units = columns.find(({ holdsUnits }) => holdsUnits);
  const ownUnit = units === undefined ? null : unitAlone(grid.cells[row.row]![units.col]?.text ?? '');
  return columns.flatMap((column) => {
    if (column.role === 'ordinal' || column.refers || column.holdsUnits || column.holdsYears) return [];
    const cell = grid.cells[row.row]![column.col];
    if (cell === undefined || cell.row !== row.row || cell.col !== column.col) return [];
    return figuresIn(grid, row.row, column.col).map((figure, part, all) => ({
      row,
      col: column.col,
      part,
      draft: draftOf(table, row, column, cell, { figure, part, of: all.length, ownUnit }),
    }));
  });
}

interface CellFigure {
  figure: Figure;
  /** Of the counts of a compound cell, which: «243/368» holds two. */
  part: number;
  of: number;
  ownUnit: string | null;
}

function figuresIn(grid: Grid, row: number, col: number): Figure[] {
  const value = grid.values[row]![col]!;
  if (value.kind === 'figure') return value.numbers;
  if (value.kind === 'malformed') return [value.figure];
  return value.kind === 'share' && value.figure !== null ? [value.figure] : [];
}

function draftOf(table: TableContext, row: NamedRow, column: Column, cell: Cell, one: CellFigure): Draft {
  const { block, index, caption, around } = table;
  const path = one.of === 1 ? column.path : partOfPath(column.path, one.part, one.of);
  const offset = offsetOf(cell.text, one);
  const at = cell.start + offset;
  const unit = unitOf(table, row, column, cell, one, path, offset + one.figure.raw.length);
  const words = [path.join(' > '), row.path.at(-1) ?? ''].filter((text) => text !== '');
  const label = (table.rowsAreFigures ? words.reverse() : words).join(' — ');
  return {
    block,
    at,
    start: at,
    end: at + one.figure.raw.length,
    label,
    value: one.figure.value,
    raw: one.figure.raw,
    unit,
    qualifier: null,
    kind: kindOf(path, row, unit),
    period: column.period ?? periodOfRow(row, around.time) ?? caption.period ?? around.period,
    scope: scopeOfCell(row, column.path, around.scope),
    whole: null,
    total: null,
    rules: ['table-cell'],
    table: { index, row: row.path, column: path },
  };
}

/** Where the figure stands in the text of its cell; of a compound cell, after the parts before it. */
function offsetOf(text: string, { figure, part }: CellFigure): number {
  let from = 0;
  for (let stroke = 0; stroke < part; stroke++) from = text.indexOf('/', from) + 1;
  return text.indexOf(figure.raw, from);
}

/** «Số buổi tiếp dân / số người được tiếp» over «243/368»: each count has its half of the heading. */
function partOfPath(path: readonly string[], part: number, of: number): string[] {
  return path.map((heading) => {
    const halves = heading.split('/').map((half) => half.trim());
    return halves.length === of ? halves[part]! : heading;
  });
}

function unitOf(
  { caption }: TableContext,
  row: NamedRow,
  column: Column,
  cell: Cell,
  one: CellFigure,
  path: readonly string[],
  end: number,
): string | null {
  if (/^\s?%/.test(cell.text.slice(end))) return '%';
  const own = matchUnit(cell.text, end);
  if (own !== null) return own.unit;
  if (column.unit === '%') return '%';
  if (one.ownUnit !== null) return one.ownUnit;
  const half = one.of === 1 ? null : (path.map(unitInHeading).findLast((unit) => unit !== null) ?? null);
  return half ?? column.unit ?? unitInHeading(row.name) ?? caption.unit;
}

const planned = /(?:^|[^\p{L}])(?:kế hoạch|chỉ tiêu(?: giao)?|mục tiêu|dự toán|kh)(?![\p{L}])/iu;
const change = /(?:chênh lệch|tăng,? ?(?:\(?\+?\)?,? ?)?giảm|tăng\/giảm|tăng \(\+\))/iu;
const standing = /^(?:tổng )?(?:diện tích|dân số|số dân|tổng số (?:hộ|dân|khẩu))/iu;

function kindOf(path: readonly string[], row: NamedRow, unit: string | null): IndicatorKind {
  const leaf = path.at(-1) ?? '';
  if (path.some((heading) => change.test(heading))) return 'difference';
  if (planned.test(leaf) && !/(?:thực hiện|kết quả|so với|đạt|%)/iu.test(leaf)) return 'target';
  if (unit === '%') return 'rate';
  return standing.test(row.name) || standing.test(leaf) ? 'stock' : 'result';
}

const figureNames =
  /^(?:tên )?(?:chỉ tiêu|nội dung|các chỉ tiêu|chỉ số|tiêu chí|danh mục|hạng mục|khoản mục|diễn giải|lĩnh vực)/iu;

function periodOfCaption(lines: readonly string[], around: Surroundings): string | null {
  for (const line of lines.toReversed()) {
    const period = periodIn(line, around.time);
    if (period !== null) return period;
  }
  return null;
}

/** The short lines right above the table, the last ones first. */
function captionOf(above: readonly Block[]): string[] {
  const lines: string[] = [];
  for (const { text } of above.toReversed()) {
    if (lines.length >= 5 || text.length > 300) break;
    if (!/^\(?kèm theo/iu.test(text)) lines.unshift(text.replace(/\(kèm theo[^)]{0,200}\)/iu, ''));
  }
  return lines;
}
