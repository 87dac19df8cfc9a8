import type { ColumnRole } from './columns.ts';
import type { Grid } from './grid.ts';
import type { Shape } from './shapes.ts';

/** «5=3+4», «(3) = (1) + (2)», «7 = 8+…+10» is left alone: every operand is named. */
const sum = /(?:^|[\s(])\(?(\d{1,3})\)?\s*=\s*(\(?\d{1,3}\)?(?:\s*\+\s*\(?\d{1,3}\)?){1,20})\)?$/;
const difference = /(?:^|[\s(])\(?(\d{1,3})\)?\s*=\s*\(?(\d{1,3})\)?\s*[-–]\s*\(?(\d{1,3})\)?\)?$/;

/** Sums that the header itself states, in the row of column numbers or at the end of a heading. */
export function sumFormulas(grid: Grid, roles: readonly ColumnRole[]): Shape[] {
  const texts = Array.from({ length: grid.cols }, (_, col) => [
    grid.numbering?.[col] ?? '',
    grid.header[col]!.at(-1)?.text.trim() ?? '',
  ]);
  const byName = new Map<number, number>();
  texts.forEach((candidates, col) => {
    for (const text of candidates) {
      const name = /^\(?(\d{1,3})\)?(?=\s*=|$)|\((\d{1,3})\s*=|\((\d{1,3})\)\s*=?/.exec(text);
      const number = Number(name?.[1] ?? name?.[2] ?? name?.[3]);
      if (name !== null && !byName.has(number)) byName.set(number, col);
    }
  });
  const shapes: Shape[] = [];
  texts.forEach((candidates, col) => {
    for (const text of candidates) {
      if (text.length > 200) continue;
      const plus = sum.exec(text);
      const minus = plus === null ? difference.exec(text) : null;
      if (plus !== null) add(col, plus[2]!.match(/\d+/g)!.map(Number));
      // 4 = 2 - 3 says that 2 is 3 + 4.
      else if (minus !== null) add(byName.get(Number(minus[2])), [Number(minus[3]), Number(minus[1])]);
    }
  });
  return shapes;

  function add(total: number | undefined, names: number[]): void {
    const parts = names.map((name) => byName.get(name));
    if (total === undefined || parts.includes(total)) return;
    const columns = parts.filter((col) => col !== undefined);
    if (columns.length !== parts.length || ![total, ...columns].every((col) => roles[col]?.includes('figures'))) return;
    shapes.push({ axis: 'across', total, parts: columns, strength: 'stated' });
  }
}
