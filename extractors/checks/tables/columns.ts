import { type Grid, headerWords } from './grid.ts';
import { groupNeverAddsUp, isOrdinalHeader, isYearHeader, neverAddsUp } from './wording.ts';

/** What a column is for. */
export type ColumnRole = 'ordinal' | 'label' | 'figures' | 'other-figures' | 'text';

/** `other-figures` are figures that do not add up: percentages, averages, ranks, years. */
export function columnRoles(grid: Grid): ColumnRole[] {
  return Array.from({ length: grid.cols }, (_, col) => roleOf(grid, col));
}

function roleOf(grid: Grid, col: number): ColumnRole {
  const header = headerWords(grid, col);
  if (header.some(isOrdinalHeader)) return 'ordinal';
  let figures = 0;
  let compound = 0;
  let shares = 0;
  let filled = 0;
  for (const row of grid.body) {
    const value = grid.values[row]![col]!;
    const cell = grid.cells[row]![col];
    if (value.kind === 'blank' || value.kind === 'unfilled' || cell === undefined || cell.colSpan > 1) continue;
    filled++;
    if (value.kind === 'figure' || value.kind === 'malformed') figures++;
    if (value.kind === 'share') shares++;
    if (value.kind === 'figure' && value.numbers.length > 1) compound++;
  }
  if (filled > 0 && shares * 2 >= filled) return 'other-figures';
  if (figures * 2 < filled || figures === 0) return col === 0 || filled > 0 ? 'label' : 'text';
  if (col === 0 && isSequence(grid)) return 'ordinal';
  // A first column of years names its rows, and the total below them.
  const years = isYearHeader(grid.header[col]!.at(-1)?.text ?? '') || holdsYears(grid, col);
  if (years) return col === 0 || (col === 1 && isOrdinalColumn(grid)) ? 'label' : 'other-figures';
  // «Lượt/người» over «12/15» are two counts; over «58,5» it would be a rate.
  if (compound * 2 > filled) return 'figures';
  if (neverAddsUp(header.at(-1) ?? '') || header.some(groupNeverAddsUp)) return 'other-figures';
  return 'figures';
}

function isOrdinalColumn(grid: Grid): boolean {
  return headerWords(grid, 0).some(isOrdinalHeader) || isSequence(grid);
}

/** 1, 2, 3, … down the first column. */
function isSequence(grid: Grid): boolean {
  let expected = 1;
  for (const row of grid.body) {
    const text = grid.cells[row]![0]?.text.trim() ?? '';
    const number = /^\(?(\d{1,4})[.)]*$/.exec(text);
    if (number !== null && Number(number[1]) === expected) expected++;
    else if (number !== null) return false;
  }
  return expected > 2;
}

function holdsYears(grid: Grid, col: number): boolean {
  const texts = grid.body.map((row) => grid.cells[row]![col]?.text.trim() ?? '').filter((text) => /\d/.test(text));
  return texts.length >= 2 && texts.every((text) => /^(?:19|20)\d\d(?![\d.,])|\snăm (?:19|20)\d\d$/.test(text));
}
