import { type Line, lineText } from './line/line.ts';
import { joinSegments } from './line/words.ts';
import type { PageTable } from './table/read-tables.ts';
import { unruledTable } from './table/unruled.ts';

/** Lines of a page in reading order: text over the whole width, or two columns beside each other. */
export type Stretch =
  | { kind: 'lines'; lines: Line[] }
  | { kind: 'columns'; left: Line[]; right: Line[] }
  | { kind: 'table'; table: PageTable };

/** Two columns keep at least this distance (font sizes) over all their lines. */
const MIN_GAP = 1;
/** Within a column lines follow each other at most this far (font sizes); a signature leaves room above the name. */
const MAX_STEP = 3.5;
const MAX_STEP_TO_NAME = 11;

/**
 * Finds the two sides of a report's header (superior body, issuer and number on the left; motto, place and date on the
 * right) and of its end (recipients on the left, signature on the right). The left side is read first.
 */
export function partColumns(lines: readonly Line[]): Stretch[] {
  const rows = sameHeight(lines);
  const stretches: Stretch[] = [];
  const plain = (line: Line) => {
    const last = stretches[stretches.length - 1];
    if (last?.kind === 'lines') last.lines.push(line);
    else stretches.push({ kind: 'lines', lines: [line] });
  };
  for (let i = 0; i < rows.length; ) {
    const row = rows[i]!;
    const unruled = row.length >= 2 ? unruledTable(rows, i) : null;
    if (unruled) {
      stretches.push({ kind: 'table', table: unruled.table });
      i = unruled.next;
      continue;
    }
    if (row.length !== 2 || isNumbered(row)) {
      plain(row.length === 1 ? row[0]! : joinSegments(row));
      i++;
      continue;
    }
    const end = lastRow(rows, i);
    const region = rows.slice(i, end + 1);
    const gap = region.reduce(narrowed, null) as Gap;
    const left: Line[] = [];
    const right: Line[] = [];
    for (const line of region.flat()) (line.x1 <= gap.from + 1 ? left : right).push(line);
    // `T/M BAN THƯỜNG VỤ` may stand a little higher than `Nơi nhận:`.
    const before = stretches[stretches.length - 1];
    while (before?.kind === 'lines' && before.lines.length > 0) {
      const above = before.lines[before.lines.length - 1]!;
      const next = right[0]!;
      if (above.x0 <= gap.from || next.y - above.y > 2.5 * above.size || above.page !== next.page) break;
      right.unshift(before.lines.pop()!);
    }
    stretches.push({ kind: 'columns', left, right });
    i = end + 1;
  }
  return stretches.filter((stretch) => stretch.kind !== 'lines' || stretch.lines.length > 0);
}

interface Gap {
  from: number;
  to: number;
}

function sameHeight(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const row = rows[rows.length - 1];
    // The sides of a header are set apart and may stand a few points higher or lower.
    if (row && line.y - row[0]!.y < 0.5 * line.size && row.every((other) => line.x0 > other.x1 || line.x1 < other.x0)) {
      row.push(line);
      row.sort((a, b) => a.x0 - b.x0);
    } else rows.push([line]);
  }
  return rows;
}

/** `1.      Nội dung`: a number set far from its text is no column. */
function isNumbered(row: readonly Line[]): boolean {
  return /^(?:[-–+•*]|\(?[\p{L}\d]{1,4}(?:\.\d{1,2}){0,3}[.)])$/u.test(lineText(row[0]!));
}

/** The gap between the columns after one more row; rows with one line narrow it from their side. */
function narrowed(gap: Gap | null, row: readonly Line[]): Gap {
  const first = row[0]!;
  if (row.length === 2) {
    const [from, to] = [first.x1, row[1]!.x0];
    return gap ? { from: Math.max(gap.from, from), to: Math.min(gap.to, to) } : { from, to };
  }
  if (!gap) return { from: first.x1, to: Number.POSITIVE_INFINITY };
  const middle = (gap.from + gap.to) / 2;
  return (first.x0 + first.x1) / 2 < middle
    ? { from: Math.max(gap.from, first.x1), to: gap.to }
    : { from: gap.from, to: Math.min(gap.to, first.x0) };
}

/** How far down the columns that begin in row `from` go on. */
function lastRow(rows: readonly Line[][], from: number): number {
  let gap = narrowed(null, rows[from]!);
  let last = from;
  for (let i = from + 1; i < rows.length; i++) {
    const row = rows[i]!;
    const size = row[0]!.size;
    if (row.length > 2) break;
    const next = narrowed(gap, row);
    if (next.to - next.from < MIN_GAP * size) break;
    const rightOnly = row.length === 1 && row[0]!.x0 >= next.to - 1;
    const column = rows
      .slice(from, i)
      .flat()
      .filter((line) => line.x1 <= gap.from + 1 !== rightOnly);
    if (row[0]!.y - rows[i - 1]![0]!.y > (rightOnly ? MAX_STEP_TO_NAME : MAX_STEP) * size) break;
    if (row.length === 1 && !belongs(row[0]!, column)) break;
    gap = next;
    last = i;
  }
  return last;
}

/** A line below a column belongs to it when it starts, ends or is centred like one of its lines. A title is not. */
function belongs(line: Line, column: readonly Line[]): boolean {
  const near = 0.7 * line.size;
  return column.some(
    (other) =>
      Math.abs(other.x0 - line.x0) < near ||
      Math.abs(other.x1 - line.x1) < near ||
      Math.abs(other.x0 + other.x1 - line.x0 - line.x1) < 4 * near,
  );
}
