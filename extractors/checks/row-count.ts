import { headOf } from '../part-whole/divisions.ts';
import { fold, lower } from '../text/fold.ts';
import { annexBeside, rowsFor } from './annexed-rows.ts';
import { clauseAround } from './clause.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { type CheckInput, type Claim, consistent, flagged, type Rule } from './rule.ts';
import { type TableFacts, tableFacts } from './tables/facts.ts';
import { headerWords } from './tables/grid.ts';
import type { ParsedTable } from './tables/sums.ts';
import { suggestChange } from './wording.ts';

/** «ban hành 24 văn bản (danh mục kèm theo)» against the rows of the list; and the numbering of the list itself. */
export const rowCount: Rule = {
  kind: 'row-count',
  severity: 'warning',
  *check(input) {
    for (const facts of input.shared(tableFacts)) yield* numbering(facts.table);
    yield* counted(input);
  },
};

/** 1, 2, 3, 5: a row was struck out, or a number mistyped. Numbering that starts anew under each group is right. */
function* numbering({ grid, roles }: ParsedTable): Iterable<Claim> {
  if (roles[0] !== 'ordinal') return;
  const marks = grid.body.flatMap((row) => {
    const cell = grid.cells[row]![0];
    const number = /^\(?(\d{1,4})[.)]*$/.exec(cell?.text.trim() ?? '')?.[1];
    return cell === undefined || number === undefined || cell.row !== row ? [] : [{ cell, value: Number(number) }];
  });
  if (marks.length < 4 || marks[0]!.value !== 1) return;
  const breaks = marks.flatMap((mark, at) => {
    const before = marks[at - 1];
    return before === undefined || mark.value === before.value + 1 || mark.value === 1 ? [] : [at];
  });
  if (breaks.length === 0) {
    yield consistent;
    return;
  }
  // A number mistyped breaks the order before and after itself; a row left out breaks it once.
  if (breaks.length > 2 || (breaks.length === 2 && breaks[1] !== breaks[0]! + 1)) return;
  const at = breaks[0]!;
  const expected = marks[at - 1]!.value + 1;
  const { cell, value } = marks[at]!;
  yield flagged({
    certain: false,
    severity: 'info',
    stated: String(value),
    expected: String(expected),
    message: {
      vi: `Số thứ tự nhảy từ ${expected - 1} sang ${value}: thiếu dòng, thừa dòng hoặc gõ nhầm.`,
      en: `The numbering goes from ${expected - 1} to ${value}: a row is missing or doubled, or the number is mistyped.`,
    },
    suggestion: suggestChange(String(value), value, expected),
    evidence: [
      { role: 'row', block: grid.block.id, start: cell.start, end: cell.end },
      { role: 'row', block: grid.block.id, start: marks[at - 1]!.cell.start, end: marks[at - 1]!.cell.end },
    ],
    anchor: 'so thu tu',
  });
}

const refers = /(?:phụ lục|biểu|bảng|danh mục|danh sách)(?: số)? ?0?(\d{1,2})?(?!\d)[^.;]{0,20}(?:kèm theo|đính kèm)?/u;

/** A sentence that names the list («Xem Phụ lục 02», «có danh sách kèm theo») and a thing that the list's title names too. */
function* counted(input: CheckInput): Iterable<Claim> {
  const tables = input.shared(tableFacts);
  const lists = tables.filter(isList);
  if (tables.length === 0) return;
  for (const mention of input.shared(mentionsOf)) {
    const { quantity, block, sentence } = mention;
    if (quantity.measure !== 'count' || quantity.qualifier !== null || quantity.noun === '' || quantity.unit !== 1)
      continue;
    const annex = annexBeside(lower(block.text), quantity);
    const annexed = annex === null ? [] : tables.filter((one) => one.number === annex);
    const rowCounts =
      annexed.length === 1 && isExact(quantity)
        ? rowsFor(annexed[0]!, quantity.noun, fold(block.text.slice(quantity.nounEnd, quantity.nounEnd + 60)))
        : [];
    if (rowCounts.length > 0) {
      const [all] = rowCounts as [number];
      if (rowCounts.includes(quantity.value)) yield consistent;
      else if (Math.abs(all - quantity.value) <= Math.max(2, all * 0.25)) yield finding(mention, annexed[0]!, all);
      continue;
    }
    const text = lower(
      block.text.slice(Math.max(sentence.start, quantity.start - 400), Math.min(sentence.end, quantity.end + 400)),
    );
    const reference = /xem|chi tiết|kèm theo|đính kèm|tại (?:các )?(?:phụ lục|biểu|bảng)/u.test(text)
      ? refers.exec(text)
      : null;
    if (reference === null) continue;
    const number = reference[1] === undefined ? null : Number(reference[1]);
    const noun = headOf(quantity.noun);
    const perRow = tables.filter(
      (one) => !lists.includes(one) && refersTo(one, number) && labelHeader(one) === noun.join(' '),
    );
    const fits = lists.filter(
      (list) => refersTo(list, number) && noun.every((word) => list.title.has(word) || named(list, word)),
    );
    if (perRow.length === 1) {
      const filled = perRow[0]!.table.rows.filter(({ role }) => role === 'data' || role === 'heading');
      const rows = filled.filter(({ role }) => role === 'data').length;
      // «5 | Lao động | - | -» is one of them as well.
      if (rows === quantity.value || filled.length === quantity.value) yield consistent;
      else if (Math.abs(rows - quantity.value) <= 2) yield finding(mention, perRow[0]!, rows);
      continue;
    }
    if (fits.length !== 1) continue;
    const rows = rowsOf(fits[0]!, [noun.join(' '), ...joined(block.text.slice(quantity.nounEnd))]);
    if (rows === quantity.value) yield consistent;
    else if (Math.abs(rows - quantity.value) <= Math.max(2, rows * 0.25)) yield finding(mention, fits[0]!, rows);
  }
}

const isExact = ({ relative, compared, denominator }: Mention['quantity']): boolean =>
  !relative && !compared && denominator === null;

function refersTo(facts: TableFacts, number: number | null): boolean {
  return number === null || (facts.number ?? facts.index + 1) === number;
}

/** A table of figures has one row for each of what its label column names: «Khu vực», «Xã, phường». */
function labelHeader({ table }: TableFacts): string {
  const col = table.roles.indexOf('label');
  return col === -1 ? '' : (headerWords(table.grid, col).at(-1) ?? '');
}

/** A list names things row by row; it has no column of figures. */
function isList({ table }: TableFacts): boolean {
  return !table.roles.includes('figures') && table.rows.length >= 3;
}

function named({ table }: TableFacts, word: string): boolean {
  return table.grid.header.some((cells) => cells.some((cell) => lower(cell.text).includes(word)));
}

/** Rows of the list; where its rows are of several kinds («Chỉ thị số …», «Kế hoạch số …»), those that open with the thing counted. */
function rowsOf({ table }: TableFacts, nouns: readonly string[]): number {
  const labels = table.rows.filter((row) => row.label !== '').map((row) => row.label);
  const own = labels.filter((label) => nouns.some((noun) => label.startsWith(noun))).length;
  return own > 0 ? own : labels.length;
}

/** «05 quyết định, quy định và …»: a second thing counted by the same figure. */
function joined(after: string): string[] {
  const match = /^, (\p{L}+ \p{L}+)(?= và| của|,|\.|;)/u.exec(after);
  return match === null || /\d/.test(match[0]) ? [] : [fold(match[1]!)];
}

function finding({ quantity, block }: Mention, list: TableFacts, rows: number): Claim {
  const { grid } = list.table;
  const last = grid.cells[grid.body.at(-1)!]!.find((cell) => cell !== undefined && cell.text !== '');
  return flagged({
    // A list may be selective, or hold two things in one row.
    certain: false,
    stated: quantity.raw,
    expected: String(rows),
    message: {
      vi: `Phần lời ghi ${quantity.raw}, nhưng danh mục có ${rows} dòng.`,
      en: `The text says ${quantity.raw}, but the list has ${rows} rows.`,
    },
    formula: `${rows} dòng ≠ ${quantity.raw}`,
    suggestion: suggestChange(quantity.raw, quantity.value, rows),
    evidence: [
      {
        role: 'count',
        block: block.id,
        ...clauseAround(block.text, quantity.start, quantity.nounEnd, { before: 80, after: 40 }),
      },
      ...(last === undefined ? [] : [{ role: 'last-row', block: grid.block.id, start: last.start, end: last.end }]),
    ],
  });
}
