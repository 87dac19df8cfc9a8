import type { CellInput } from '../document/builder.ts';

/**
 * Merged headings of a table that was set with tabs, where a merged cell left blanks behind:
 *
 *     Cấp | Đối thoại định kỳ |          | Tổng
 *         | Bí thư            | Chủ tịch |
 *
 * A heading reaches over the blanks at its right as far as the heading above it does, and down over blanks. In the top
 * row, only over blanks that have headings below: a column without any is one whose heading was forgotten.
 */
export function mergeHeadings(lines: readonly (readonly string[])[]): CellInput[] {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const named = lines.map((_, row) =>
    Array.from({ length: width }, (_, col) => lines.slice(row + 1).some((line) => (line[col] ?? '') !== '')),
  );
  const cells: CellInput[] = [];
  let above: Owners = new Array<CellInput | null>(width).fill(null);
  lines.forEach((given, row) => {
    const line = putUnderDivided(
      Array.from({ length: width }, (_, col) => given[col] ?? ''),
      above,
    );
    const owners: Owners = new Array<CellInput | null>(width).fill(null);
    for (let col = 0; col < width; ) {
      const over = above[col] ?? null;
      if (over && startsAt(above, col) && isBlank(line, col, over.colSpan)) {
        over.rowSpan++;
        owners.fill(over, col, col + over.colSpan);
        col += over.colSpan;
        continue;
      }
      const text = line[col]!;
      const end = text === '' ? col + 1 : reach(line, col, above, named[row]!);
      const cell: CellInput = { row, col, rowSpan: 1, colSpan: end - col, text };
      cells.push(cell);
      if (text !== '') owners.fill(cell, col, end);
      col = end;
    }
    above = owners;
  });
  return cells;
}

/** By column, the heading that covers it. */
type Owners = (CellInput | null)[];

const startsAt = (owners: Owners, col: number): boolean => col === 0 || owners[col] !== owners[col - 1];

const isBlank = (line: readonly string[], from: number, size: number): boolean =>
  line.slice(from, from + size).every((text) => text === '');

/** The column after the last that a heading covers. */
function reach(line: readonly string[], col: number, above: Owners, namedBelow: readonly boolean[]): number {
  const over = above[col] ?? null;
  let end = col + 1;
  while (end < line.length && line[end] === '' && above[end] === over) end++;
  return over || namedBelow.slice(col + 1, end).includes(true) ? end : col + 1;
}

/**
 * The headings of a row under those that they divide. Where a row lists only its own cells, one after the other, without
 * blanks for what reaches down into it, it has as many as the divided headings need, and most stand there already.
 */
function putUnderDivided(line: string[], above: Owners): string[] {
  const columns = line.map((_, col) => col);
  const divided = columns.filter((col) => (above[col]?.colSpan ?? 1) > 1);
  const filled = columns.filter((col) => line[col] !== '');
  const inPlace = filled.filter((col) => divided.includes(col)).map((col) => line[col]);
  if (filled.length === divided.length && inPlace.length * 2 > filled.length)
    return columns.map((col) => line[filled[divided.indexOf(col)] ?? -1] ?? '');
  if (!isOutOfPlace(line, above)) return line;
  // none is lost: it still stands where it divides a heading
  return columns.map((col) => (!divided.includes(col) && inPlace.includes(line[col]!) ? '' : line[col]!));
}

/** Whether headings that are alike and cover one column each would be divided in unlike ways. */
function isOutOfPlace(line: readonly string[], above: Owners): boolean {
  const under = new Map<string, string>();
  return line.some((text, col) => {
    const over = above[col];
    if (over?.colSpan !== 1) return false;
    const other = under.get(over.text) ?? text;
    under.set(over.text, text);
    return other !== text;
  });
}
