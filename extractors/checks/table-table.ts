import { type CheckInput, type Claim, consistent, flagged, type Place, type Rule } from './rule.ts';
import type { Figure } from './tables/cell-value.ts';
import { type ColumnFacts, cellFigure, type TableFacts, tableFacts } from './tables/facts.ts';
import { columnName } from './tables/names.ts';
import { suggestChange, writeNumber, writeSum } from './wording.ts';

/** Two tables with the same rows that agree in all of them but one. */
export const tableTable: Rule = {
  kind: 'table-table',
  severity: 'warning',
  *check(input) {
    const keyed = input.shared(keyedTables);
    for (let a = 0; a < keyed.length; a++) {
      for (let b = a + 1; b < Math.min(keyed.length, a + 1 + widest); b++) yield* compare(keyed[a]!, keyed[b]!);
    }
    yield* sums(keyed);
  },
};

/** Key of the row of totals. */
const total = 'tong';
/** A table is compared with those that follow it within this many. */
const widest = 12;
/** Rows that must agree, and that must differ among themselves, before one that does not agrees says anything. */
const fewestEqual = 3;

interface KeyedTable {
  facts: TableFacts;
  /** Row by its label. Labels that occur twice are left out. */
  rows: Map<string, number>;
}

function keyedTables(input: CheckInput): KeyedTable[] {
  return input.shared(tableFacts).flatMap((facts) => {
    const rows = new Map<string, number>();
    const twice = new Set<string>();
    for (const row of facts.table.rows) {
      if (row.role === 'heading') continue;
      const key = row.role === 'total' ? total : row.label || yearOf(facts, row.row);
      if (key === '' || rows.has(key)) twice.add(key);
      else rows.set(key, row.row);
    }
    for (const key of twice) rows.delete(key);
    return rows.size > fewestEqual ? [{ facts, rows }] : [];
  });
}

/** Years stand in a column of their own: «2014», «2023 (tính đến 30/5)». */
function yearOf({ table }: TableFacts, row: number): string {
  for (let col = 0; col < Math.min(3, table.grid.cols); col++) {
    const year = /^(?:năm )?((?:19|20)\d\d)\b/i.exec(table.grid.cells[row]![col]?.text.trim() ?? '')?.[1];
    if (year !== undefined) return year;
  }
  return '';
}

interface Line {
  key: string;
  left: { row: number; figure: Figure }[];
  right: { row: number; figure: Figure };
}

function* compare(a: KeyedTable, b: KeyedTable): Iterable<Claim> {
  const both = [...a.rows.keys()].filter((key) => b.rows.has(key));
  // «TỔNG (A+B)» over other rows than «Tổng» is another total.
  const keys = a.rows.size === both.length && b.rows.size === both.length ? both : both.filter((key) => key !== total);
  if (keys.length <= fewestEqual) return;
  for (const left of a.facts.columns) {
    for (const right of b.facts.columns) {
      if (likeHeadings(left, right)) yield* judge(keys, [[a, left]], [b, right]);
    }
  }
}

/** Do two headings speak of one thing? Nearly the same words; which figures they mean, the rows decide. */
function likeHeadings(a: ColumnFacts, b: ColumnFacts): boolean {
  if (a.level !== b.level || a.core.size === 0 || b.core.size === 0) return false;
  let common = 0;
  for (const word of a.core) if (b.core.has(word)) common++;
  return common * 2 >= Math.max(a.core.size, b.core.size) && common >= 1;
}

/** «Đối thoại của cấp ủy» and «của chính quyền» in two tables, both together in a third. */
function* sums(keyed: readonly KeyedTable[]): Iterable<Claim> {
  for (let c = 2; c < keyed.length; c++) {
    const [a, b, total] = [keyed[c - 2]!, keyed[c - 1]!, keyed[c]!];
    const keys = [...a.rows.keys()].filter((key) => b.rows.has(key) && total.rows.has(key));
    if (keys.length <= fewestEqual + 2) continue;
    for (const left of a.facts.columns) {
      for (const middle of b.facts.columns) {
        if (!likeHeadings(left, middle)) continue;
        for (const right of total.facts.columns)
          if (right.isTotal)
            yield* judge(
              keys,
              [
                [a, left],
                [b, middle],
              ],
              [total, right],
            );
      }
    }
  }
}

/** Claims of one pair of columns, when nearly all rows agree. */
function* judge(
  keys: readonly string[],
  parts: [KeyedTable, ColumnFacts][],
  whole: [KeyedTable, ColumnFacts],
): Iterable<Claim> {
  const lines: Line[] = [];
  for (const key of keys) {
    const figures = [...parts, whole].map(([table, column]) => {
      const row = table.rows.get(key)!;
      return { row, figure: cellFigure(table.facts.table, row, column.col) };
    });
    if (figures.some((one) => one.figure === null)) continue;
    const known = figures as { row: number; figure: Figure }[];
    lines.push({ key, left: known.slice(0, -1), right: known.at(-1)! });
  }
  const sumOf = (line: Line) => line.left.reduce((sum, one) => sum + one.figure.value, 0);
  const equal = lines.filter((line) => Math.abs(sumOf(line) - line.right.figure.value) < 1e-9);
  const off = lines.filter((line) => !equal.includes(line));
  const distinct = new Set(
    equal.filter((line) => line.right.figure.value !== 0).map((line) => line.right.figure.value),
  );
  if (distinct.size < fewestEqual + (parts.length - 1) * 2 || off.length * 4 > equal.length) return;
  for (let index = 0; index < equal.length; index++) yield consistent;
  for (const line of off) yield claimOf(line, parts, whole, off.length === 1 && equal.length >= 4);
}

function claimOf(
  line: Line,
  parts: [KeyedTable, ColumnFacts][],
  [table, column]: [KeyedTable, ColumnFacts],
  alone: boolean,
): Claim {
  const { grid } = table.facts.table;
  const sum = line.left.reduce((total, one) => total + one.figure.value, 0);
  const place = (role: string, of: TableFacts, row: number, col: number): Place => {
    const cell = of.table.grid.cells[row]![col]!;
    return { role, block: of.table.grid.block.id, start: cell.start, end: cell.end };
  };
  const raw = line.right.figure.raw;
  return flagged({
    certain: alone && !grid.unsure && parts.every(([one]) => !one.facts.table.grid.unsure),
    stated: raw,
    expected: writeNumber(sum),
    message: {
      vi: `Hai bảng cùng một số liệu nhưng ghi khác nhau: ${writeNumber(sum)} và ${raw} (dòng «${line.key}»).`,
      en: `Two tables give the same figure as ${writeNumber(sum)} and as ${raw} (row “${line.key}”).`,
    },
    formula: `${writeSum(line.left.map((one) => one.figure.value))} ≠ ${writeNumber(line.right.figure.value)}`,
    suggestion: suggestChange(raw, line.right.figure.value, sum),
    evidence: [
      place('cell', table.facts, line.right.row, column.col),
      ...parts.map(([one, of], index) => place('cell', one.facts, line.left[index]!.row, of.col)),
    ],
    anchor: `${line.key} ${columnName(grid, column.col)}`,
  });
}
