import { joinLines } from '../line/join.ts';
import { confidenceOf, type Line, lineText } from '../line/line.ts';
import type { PageCell, PageTable } from './read-tables.ts';

/** Fewer rows than this beside each other are columns of a header or a signature. */
const MIN_ROWS = 3;
/** Rows of a table without lines follow each other closely (font sizes). */
const MAX_STEP = 2.6;
/** How sure such a table can be at best: rows and columns are guessed from blanks. */
const CONFIDENCE = 0.75;

interface Column {
  from: number;
  to: number;
}

/**
 * A table without lines: rows of figures set under each other with tabs. Taken for one only when it is clear: three rows
 * or more, columns that never touch, and a column of figures. `rows` are the sides of each printed row.
 */
export function unruledTable(
  rows: readonly (readonly Line[])[],
  from: number,
): { table: PageTable; next: number } | null {
  let next = from;
  while (next < rows.length && rows[next]!.length >= 2 && (next === from || isNear(rows[next - 1]!, rows[next]!)))
    next++;
  const region = rows.slice(from, next);
  if (region.length < MIN_ROWS) return null;
  const columns = columnsOf(region.flat());
  if (columns.length < 2) return null;
  const places = region.map((row) => row.map((line) => columns.findIndex((c) => line.x0 >= c.from && line.x1 <= c.to)));
  if (places.some((row) => new Set(row).size < row.length)) return null;
  const full = places.filter((row) => row.length === columns.length).length;
  if (full < 0.6 * region.length || !hasFigures(region, places)) return null;
  return { table: tableOf(region, columns, places, full / region.length), next };
}

function isNear(above: readonly Line[], row: readonly Line[]): boolean {
  return row[0]!.y - above[0]!.y <= MAX_STEP * row[0]!.size;
}

/** The widths that the texts take up from left to right; texts that overlap are in one column. */
function columnsOf(lines: readonly Line[]): Column[] {
  const columns: Column[] = [];
  for (const { x0, x1 } of [...lines].sort((a, b) => a.x0 - b.x0)) {
    const last = columns[columns.length - 1];
    if (last && x0 <= last.to) last.to = Math.max(last.to, x1);
    else columns.push({ from: x0, to: x1 });
  }
  return columns;
}

/** Some column after the first holds nothing but figures below its head; two columns of words are no table. */
function hasFigures(rows: readonly (readonly Line[])[], places: readonly (readonly number[])[]): boolean {
  const figures = new Map<number, number>();
  rows.forEach((row, r) => {
    if (r === 0) return;
    row.forEach((line, i) => {
      const column = places[r]![i]!;
      if (column > 0 && /^[\d.,/%]+$/.test(lineText(line))) figures.set(column, (figures.get(column) ?? 0) + 1);
    });
  });
  return [...figures.values()].some((count) => count >= rows.length - 1 && count >= 2);
}

function tableOf(
  rows: readonly (readonly Line[])[],
  columns: readonly Column[],
  places: readonly (readonly number[])[],
  full: number,
): PageTable {
  const cells: PageCell[] = rows.flatMap((row, r) =>
    columns.map((_, c): PageCell => {
      const line = row[places[r]!.indexOf(c)];
      const text = line ? joinLines([line]) : '';
      return { row: r, col: c, rowSpan: 1, colSpan: 1, text, bold: line?.pieces.every((piece) => piece.bold) ?? false };
    }),
  );
  const first = rows[0]!;
  const last = rows[rows.length - 1]!;
  const between = columns.slice(1).map((column, i) => (columns[i]!.to + column.from) / 2);
  const ys = [first[0]!.y - first[0]!.size, ...rows.map((row) => row[0]!.y + 0.3 * row[0]!.size)];
  return {
    page: first[0]!.page,
    left: columns[0]!.from,
    right: columns[columns.length - 1]!.to,
    top: ys[0]!,
    bottom: last[0]!.y,
    xs: [columns[0]!.from, ...between, columns[columns.length - 1]!.to],
    ys,
    cells,
    sure: confidenceOf(rows.flat()),
    confidence: CONFIDENCE * full,
  };
}
