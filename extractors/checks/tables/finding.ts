import type { Cell } from '../../../schemas/document.ts';
import type { Finding, Place } from '../rule.ts';
import { suggestChange, writeNumber, writeSum } from '../wording.ts';
import type { Operand, Relation } from './evaluate.ts';
import type { Grid } from './grid.ts';
import { columnName, rowName } from './names.ts';
import type { RootCause } from './root-cause.ts';
import type { ParsedTable } from './sums.ts';

/** Places of operands that a finding shows; a long column is told by its first and last rows. */
const shownParts = 30;

export function tableFinding(table: ParsedTable, cause: RootCause): Finding {
  const { grid } = table;
  const { cell, right, broken, isTotal } = cause;
  const first = broken[0]!.relation;
  const raw = cell.figure.raw;
  const where = placeName(table, cell);
  const sum = writeSum(first.parts.map((part) => part.figure.value));
  const off = writeNumber(first.sum);
  const both = broken.length > 1;
  const vi = isTotal
    ? `Các phần cộng lại là ${off} (${sum}), nhưng ${where} ghi ${raw}.`
    : `${upper(where)} ghi ${raw}, nhưng phải là ${writeNumber(right)} thì tổng ${first.total.figure.raw} mới khớp (các phần đang cộng lại là ${off}).`;
  const en = isTotal
    ? `The parts add up to ${off} (${sum}), but the total given is ${raw}.`
    : `The cell says ${raw}, but only ${writeNumber(right)} agrees with the total ${first.total.figure.raw} (the parts add up to ${off}).`;
  return {
    certain: broken.every((one) => one.certain) || (both && !grid.unsure),
    stated: raw,
    expected: writeNumber(right),
    message: {
      vi: both ? `${vi} Cùng một số này làm sai ${broken.length} phép cộng.` : vi,
      en: both ? `${en} The same figure breaks ${broken.length} sums.` : en,
    },
    formula: broken.map(({ relation }) => formulaOf(relation)).join('; '),
    interval: intervalOf(first),
    suggestion: suggestChange(raw, cell.figure.value, right),
    evidence: evidenceOf(grid, cause),
    anchor: `${rowName(table, cell.row)} ${columnName(grid, cell.col)}`,
  };
}

function formulaOf({ parts, sum, total }: Relation): string {
  return `${writeSum(parts.map((part) => part.figure.value))} = ${writeNumber(sum)} ≠ ${writeNumber(total.figure.value)}`;
}

function intervalOf({ slack, sum }: Relation): string | null {
  if (slack.above === 0 && slack.below === 0) return null;
  return `${writeNumber(sum - slack.below)} – ${writeNumber(sum + slack.above)}`;
}

function evidenceOf(grid: Grid, cause: RootCause): Place[] {
  const places: Place[] = [];
  const seen = new Set<string>();
  const add = (role: string, cell: Cell | undefined) => {
    if (cell === undefined || cell.start === cell.end || seen.has(`${cell.row} ${cell.col}`)) return;
    seen.add(`${cell.row} ${cell.col}`);
    places.push({ role, block: grid.block.id, start: cell.start, end: cell.end });
  };
  const at = ({ row, col }: Operand) => grid.cells[row]![col];
  add(cause.isTotal ? 'total' : 'part', at(cause.cell));
  for (const { relation } of cause.broken) {
    add('total', at(relation.total));
    const { parts } = relation;
    const shown = parts.length <= shownParts ? parts : [...parts.slice(0, shownParts - 1), parts.at(-1)!];
    for (const part of shown) add('part', at(part));
  }
  for (let col = 0; col < cause.cell.col; col++) {
    const cell = grid.cells[cause.cell.row]![col];
    if (cell !== undefined && /\p{L}{2}/u.test(cell.text)) add('row', cell);
  }
  for (const cell of grid.header[cause.cell.col]!) add('header', cell);
  return places;
}

/** «dòng «Tổng», cột «Số cuộc»», with what the table itself calls them. */
function placeName(table: ParsedTable, { row, col }: Operand): string {
  const names = [
    [rowName(table, row), 'dòng'],
    [columnName(table.grid, col), 'cột'],
  ] as const;
  const told = names.flatMap(([name, kind]) => (name === '' ? [] : [`${kind} «${name}»`]));
  return told.length === 0 ? 'ô tổng' : `ô ở ${told.join(', ')}`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
