import type { CellInput } from './builder.ts';

/**
 * Whether the row numbers the columns (`1 2 3 4 …`, `A B 1 2 …`, `(1) (2) (3)`): part of the header, never data. It
 * counts up by one from left to right and has at least three numbers.
 */
export function columnNumberRow(cells: readonly CellInput[], row: number): boolean {
  const texts = cells.filter((cell) => cell.row === row).map((cell) => cell.text.replace(/^\(?\s*|\s*\)?$/g, ''));
  const letters = texts.findIndex((text) => !/^[A-ZĐ]$/.test(text));
  if (letters < 0) return false;
  const numbers = texts.slice(letters).map((text) => Number(/^(\d{1,3})(\s*=.*)?$/.exec(text)?.[1] ?? Number.NaN));
  return (
    numbers.length >= 3 &&
    numbers.every((number, i) => number === (numbers[0] ?? 0) + i) &&
    (numbers[0] ?? 9) <= 1 + letters
  );
}
