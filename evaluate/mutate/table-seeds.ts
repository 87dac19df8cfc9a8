import type { Block, Cell } from '../../schemas/document.ts';
import { withoutRow } from './edit.ts';
import { figuresIn, type PlainFigure } from './figures.ts';
import { slipOf } from './operators.ts';
import { proseOf } from './prose-seeds.ts';
import type { Random } from './random.ts';
import type { Seed, Seeder } from './seed.ts';

/** A table as rows of cells; merged cells stand at their upper left. */
export function rowsOf(block: Block): (Cell | undefined)[][] {
  const rows: (Cell | undefined)[][] = [];
  for (const cell of block.table?.cells ?? []) {
    rows[cell.row] ??= [];
    rows[cell.row]![cell.col] = cell;
  }
  return Array.from(rows, (row) => row ?? []);
}

/** The figure of a cell that holds nothing else. */
export function cellFigure(cell: Cell | undefined): PlainFigure | null {
  if (cell === undefined || !/^\s*\d[\d.]*(?:,\d{1,2})?\s*$/.test(cell.text)) return null;
  const [figure] = figuresIn(cell.text, cell.start);
  return figure ?? null;
}

const total =
  /^(?:\d{0,2}[.)]?\s*)?(?:tổng(?: số| cộng)?|cộng|toàn (?:tỉnh|thành phố|huyện|xã|phường|quận|thị xã))[\s:.]*$/iu;

/** A total and its parts, borne out by the figures of the clean report. */
export interface TableSum {
  block: Block;
  axis: 'down' | 'across';
  total: Cell;
  parts: Cell[];
}

/** Sums of the rows above (or below) a «Tổng» row, and of the columns behind a «Tổng» column. */
export function sumsIn(block: Block): TableSum[] {
  if (block.table === null) return [];
  const rows = rowsOf(block);
  const found: TableSum[] = [];
  const labelled = rows.flatMap((row, at) =>
    row.slice(0, 3).some((cell) => cell !== undefined && total.test(cell.text.trim())) ? [at] : [],
  );
  const body = rows.flatMap((_, at) => (at >= block.table!.headerRows ? [at] : []));
  for (const row of labelled) {
    if (!body.includes(row)) continue;
    for (let col = 1; col < Math.max(...rows.map((one) => one.length)); col++) {
      const below = body.filter((one) => one > row && !labelled.includes(one));
      const above = body.filter((one) => one < row && !labelled.includes(one));
      for (const lines of [above, below]) {
        const sum = asSum(
          rows[row]![col],
          lines.map((line) => rows[line]![col]),
        );
        if (sum !== null) {
          found.push({ block, axis: 'down', ...sum });
          break;
        }
      }
    }
  }
  const head = rows.slice(0, block.table.headerRows);
  const totalCols = new Set(
    head.flatMap((row) =>
      row.flatMap((cell) =>
        cell !== undefined && cell.colSpan === 1 && total.test(cell.text.trim()) ? [cell.col] : [],
      ),
    ),
  );
  const width = Math.max(...rows.map((one) => one.length));
  for (const col of totalCols) {
    // As many columns behind it (or before it) as make it up in every row.
    for (const [from, step] of [
      [col + 1, 1],
      [col - 1, -1],
    ] as const) {
      for (let count = 2; count <= 12; count++) {
        const columns = Array.from({ length: count }, (_, at) => from + at * step);
        if (columns.some((one) => one < 1 || one >= width)) break;
        const lines = body.map((line) =>
          asSum(
            rows[line]![col],
            columns.map((one) => rows[line]![one]),
          ),
        );
        const known = body.filter(
          (line) => cellFigure(rows[line]![col]) !== null && cellFigure(rows[line]![col])!.value > 0,
        );
        const held = lines.filter((one) => one !== null);
        if (held.length < 3 || held.length < known.length) continue;
        for (const sum of held) found.push({ block, axis: 'across', ...sum });
        count = 99;
      }
    }
  }
  return found;
}

function asSum(whole: Cell | undefined, parts: readonly (Cell | undefined)[]): { total: Cell; parts: Cell[] } | null {
  const figure = cellFigure(whole);
  if (figure === null || whole === undefined || figure.value === 0) return null;
  const filled = parts.flatMap((cell) => (cellFigure(cell) === null ? [] : [cell!]));
  if (filled.length < 2) return null;
  const sum = filled.reduce((all, cell) => all + cellFigure(cell)!.value, 0);
  const telling = filled.filter((cell) => cellFigure(cell)!.value > 0).length;
  return Math.abs(sum - figure.value) < 1e-6 && telling >= 2 ? { total: whole, parts: filled } : null;
}

export const tableSeeds: Seeder = (report, random) =>
  report.blocks.flatMap((block) =>
    sumsIn(block).flatMap(({ axis, total: whole, parts }): Seed[] => {
      const cell = random.pick([whole, random.pick(parts)]);
      const figure = cellFigure(cell)!;
      // A decimal may be rounded in every part.
      const slack = figure.places > 0 ? 10 ** -figure.places * (parts.length + 1) : 0;
      const slip = slipOf(figure, random, (value) => Math.abs(value - figure.value) > slack);
      if (slip === null) return [];
      const row = block.table!.cells.filter((one) => one.row === cell.row && one.col < 3).map((one) => one.text);
      return [
        {
          kind: axis === 'down' ? 'table-column-total' : 'table-row-total',
          slip: cell === whole ? `total: ${slip.name}` : slip.name,
          edits: [{ block: block.id, start: figure.start, end: figure.end, text: slip.text }],
          blocks: [block.id],
          note: `«${figure.raw}» → «${slip.text}» in row «${row.join(' | ')}», column ${cell.col} of ${block.id}`,
        },
      ];
    }),
  );

/** A figure of the text that the «Tổng» row of a table gives under a heading with the same noun. */
export const proseTableSeeds: Seeder = (report, random) => {
  const tables = report.blocks.filter((block) => block.table !== null);
  return proseOf(report).flatMap((block) =>
    figuresIn(block.text).flatMap((figure): Seed[] => {
      if (figure.value < 20 || (figure.value >= 1900 && figure.value <= 2100)) return [];
      const noun = /^ (\p{Ll}+(?: \p{Ll}+)?)/u.exec(block.text.slice(figure.end))?.[1];
      if (noun === undefined) return [];
      const table = tables.find((one) => isTold(one, figure.value, noun));
      if (table === undefined) return [];
      const slip = slipOf(figure, random, (value) => value > 0 && !isTold(table, value, noun));
      if (slip === null) return [];
      return [
        {
          kind: 'prose-table',
          slip: slip.name,
          edits: [{ block: block.id, start: figure.start, end: figure.end, text: slip.text }],
          blocks: [block.id],
          note: `«${figure.raw} ${noun}» → «${slip.text}» in «${block.text.slice(Math.max(0, figure.start - 60), figure.end + 60)}»`,
        },
      ];
    }),
  );
};

function isTold(table: Block, value: number, noun: string): boolean {
  const head = new Map<number, string>();
  for (const cell of table.table!.cells) {
    if (cell.row >= table.table!.headerRows) continue;
    for (let col = cell.col; col < cell.col + cell.colSpan; col++)
      head.set(col, `${head.get(col) ?? ''} ${cell.text.toLowerCase()}`);
  }
  const rows = rowsOf(table);
  return rows.some(
    (row) =>
      row.slice(0, 3).some((cell) => cell !== undefined && total.test(cell.text.trim())) &&
      row.some((cell) => cellFigure(cell)?.value === value && (head.get(cell!.col) ?? '').includes(noun)),
  );
}

/** A row struck out of a list whose rows are numbered. */
export function rowSeeds(blocks: readonly Block[], random: Random): { block: Block; without: Block; note: string }[] {
  return blocks.flatMap((block) => {
    if (block.table === null) return [];
    const rows = rowsOf(block);
    const numbered = rows.flatMap((row, at) =>
      row[0] !== undefined && /^\d{1,3}\.?$/.test(row[0].text.trim()) && at > block.table!.headerRows ? [at] : [],
    );
    if (
      numbered.length < 5 ||
      block.table.cells.some((cell) => cell.rowSpan > 1 && cell.row >= block.table!.headerRows)
    )
      return [];
    const row = random.pick(numbered.slice(1, -1));
    return [{ block, without: withoutRow(block, row), note: `row ${row} of ${block.id} struck out` }];
  });
}
