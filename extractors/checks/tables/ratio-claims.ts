import type { CheckInput, Claim, Finding, Place } from '../rule.ts';
import { consistent, flagged } from '../rule.ts';
import { shareRange, suggestShare, writePercent, writeRange } from '../share.ts';
import { writeNumber } from '../wording.ts';
import type { Operand } from './evaluate.ts';
import { columnName, rowName } from './names.ts';
import { type RatioLine, ratioLines } from './ratios.ts';
import { parseTables, tableSums } from './sums.ts';

export function tableRatios(input: CheckInput): RatioLine[] {
  return input.shared(parseTables).flatMap(ratioLines);
}

/** Percentages of tables: shares go to `percentage`, growth to `growth`. */
export function* ratioClaims(input: CheckInput, growth: boolean): Iterable<Claim> {
  const wrongCells = new Set(
    input
      .shared(tableSums)
      .flatMap(({ table, broken }) =>
        broken.flatMap(({ relation }) =>
          [relation.total, ...relation.parts].map((cell) => keyOf(table.grid.block.id, cell)),
        ),
      ),
  );
  for (const line of input.shared(tableRatios)) {
    if ((line.shape.mode === 'growth') !== growth) continue;
    if (line.holds) yield consistent;
    // A figure that breaks a sum as well is told there, once.
    else if (!operands(line).some((cell) => wrongCells.has(keyOf(line.table.grid.block.id, cell))))
      yield flagged(finding(line));
  }
}

function keyOf(block: string, { row, col }: Pick<Operand, 'row' | 'col'>): string {
  return `${block} ${row} ${col}`;
}

function operands({ shape, row }: RatioLine): { row: number; col: number }[] {
  const whole = shape.mode === 'of-total' ? { row: shape.whole, col: shape.part } : { row, col: shape.whole };
  return [{ row, col: shape.part }, whole];
}

function finding(line: RatioLine): Finding {
  const { table, shape, percentage, part, whole, held, met } = line;
  const { grid } = table;
  const exact = (figure: RatioLine['part']) => ({ ...figure, qualifier: null });
  const range = shareRange(exact(part), exact(whole));
  const shift = shape.mode === 'growth' ? 100 : 0;
  const right = (range.low + range.high) / 2 - shift;
  const expected = writePercent(right, percentage.unit);
  const formula = growthOrShare(line);
  const raw = `${percentage.raw.replace(/\s?%$/, '')}%`;
  const cell = (at: { row: number; col: number }, role: string): Place[] => {
    const found = grid.cells[at.row]![at.col];
    return found === undefined || found.start === found.end
      ? []
      : [{ role, block: grid.block.id, start: found.start, end: found.end }];
  };
  const [first, second] = operands(line);
  return {
    certain: !grid.unsure && (shape.stated || (held >= 4 && held + 1 >= met)),
    stated: raw,
    expected,
    message: {
      vi: `Dòng «${rowName(table, line.row)}», cột «${columnName(grid, shape.percent)}»: ${formula} là ${expected}, nhưng ô ghi ${raw}.`,
      en: `In the row “${rowName(table, line.row)}”, ${formula} is ${expected}, but the cell says ${raw}.`,
    },
    formula: `${formula} × 100 = ${writeRange({ low: range.low - shift, high: range.high - shift })}`,
    interval: writeRange({ low: percentage.value - percentage.unit / 2, high: percentage.value + percentage.unit }),
    suggestion:
      shape.mode === 'growth'
        ? `Sửa «${raw}» thành «${expected}»`
        : suggestShare({ ...percentage, qualifier: null, raw: raw.slice(0, -1) }, part, whole, right),
    evidence: [
      ...cell({ row: line.row, col: shape.percent }, 'percentage'),
      ...cell(first!, 'numerator'),
      ...cell(second!, 'denominator'),
      ...rowLabel(line),
      ...grid.header[shape.percent]!.map(
        (one): Place => ({ role: 'header', block: grid.block.id, start: one.start, end: one.end }),
      ),
    ],
    anchor: `${rowName(table, line.row)} ${columnName(grid, shape.percent)}`,
  };
}

function growthOrShare({ shape, part, whole }: RatioLine): string {
  const [a, b] = [writeNumber(part.value), writeNumber(whole.value)];
  return shape.mode === 'growth' ? `(${a} - ${b})/${b}` : `${a}/${b}`;
}

function rowLabel({ table, row }: RatioLine): Place[] {
  const { grid, roles } = table;
  const col = roles.findIndex((role, at) => role === 'label' && /\p{L}{2}/u.test(grid.cells[row]![at]?.text ?? ''));
  const cell = col === -1 ? undefined : grid.cells[row]![col];
  return cell === undefined ? [] : [{ role: 'row', block: grid.block.id, start: cell.start, end: cell.end }];
}
