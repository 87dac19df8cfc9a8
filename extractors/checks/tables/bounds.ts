import type { CheckInput, Claim, Place } from '../rule.ts';
import { consistent, flagged } from '../rule.ts';
import { writeNumber } from '../wording.ts';
import { headerWords } from './grid.ts';
import { columnName, rowName } from './names.ts';
import { type ParsedTable, parseTables } from './sums.ts';

/** Said of those that came in or were put forward … */
const whole = /(?:de xuat|tiep nhan|dang ky|kien nghi|gop y|tong so|thu ly|nhan duoc)/;
/** … and of those among them that got somewhere: «được tiếp thu», «đã giải quyết», «được công nhận». */
const part =
  /(?:duoc|da|dat) (?:[a-z]+ ){0,5}?(?:tiep thu|giai quyet|cong nhan|tra loi|xu ly|hoan thanh|dat chuan)|(?:duoc tiep thu|da giai quyet|duoc cong nhan)/;
/** Rows that have to keep the bound before one that breaks it says anything. */
const fewest = 2;

/** «Số ý kiến đề xuất | Số ý kiến được tiếp thu»: in no row can more be taken up than was put forward. */
export function* columnBounds(input: CheckInput): Iterable<Claim> {
  for (const table of input.shared(parseTables)) {
    for (let col = 1; col < table.grid.cols; col++) yield* boundAt(table, col - 1, col);
  }
}

function* boundAt(table: ParsedTable, wholeCol: number, partCol: number): Iterable<Claim> {
  const { grid, roles, rows } = table;
  if (roles[wholeCol] !== 'figures' || roles[partCol] !== 'figures') return;
  const [a, b] = [headerWords(grid, wholeCol).join(' '), headerWords(grid, partCol).join(' ')];
  if (!whole.test(a) || !part.test(b) || part.test(a) || !sameNoun(a, b)) return;
  const kept: number[] = [];
  const broken: number[] = [];
  for (const { row } of rows) {
    const [of, one] = [figure(table, row, wholeCol), figure(table, row, partCol)];
    if (of === null || one === null) continue;
    (one.value <= of.value ? kept : broken).push(row);
  }
  for (let index = 0; index < kept.length; index++) yield consistent;
  // In some tables what is settled may have come in before the period: then many rows break the bound.
  if (kept.length < fewest || broken.length * 3 > kept.length) return;
  for (const row of broken) {
    const [of, one] = [figure(table, row, wholeCol)!, figure(table, row, partCol)!];
    const place = (role: string, col: number): Place => {
      const cell = grid.cells[row]![col]!;
      return { role, block: grid.block.id, start: cell.start, end: cell.end };
    };
    yield flagged({
      certain: false,
      stated: one.raw,
      expected: `≤ ${writeNumber(of.value)}`,
      message: {
        vi: `Dòng «${rowName(table, row)}»: «${columnName(grid, partCol)}» ghi ${one.raw}, lớn hơn «${columnName(grid, wholeCol)}» ${of.raw}.`,
        en: `In the row “${rowName(table, row)}” the part ${one.raw} is larger than the ${of.raw} it comes from.`,
      },
      formula: `${writeNumber(one.value)} > ${writeNumber(of.value)}`,
      evidence: [place('part', partCol), place('total', wholeCol)],
      anchor: `${rowName(table, row)} ${columnName(grid, partCol)}`,
    });
  }
}

function figure({ grid }: ParsedTable, row: number, col: number) {
  const value = grid.values[row]![col]!;
  return value.kind === 'figure' && value.numbers.length === 1 ? value.numbers[0]! : null;
}

/** Both headings speak of the same thing: «ý kiến», «đơn», «mô hình». */
function sameNoun(a: string, b: string): boolean {
  return (
    /\b(y kien|kien nghi|don|ho so|mo hinh|vu viec|vu|de nghi|san pham|sang kien)\b/.exec(b)?.[1] !== undefined &&
    a.includes(/\b(y kien|kien nghi|don|ho so|mo hinh|vu viec|vu|de nghi|san pham|sang kien)\b/.exec(b)![1]!)
  );
}
