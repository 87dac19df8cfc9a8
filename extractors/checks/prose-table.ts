import { within } from '../part-whole/brackets.ts';
import { headOf, sameThing } from '../part-whole/divisions.ts';
import { fold } from '../text/fold.ts';
import { clauseAround } from './clause.ts';
import { type Mention, mentionsOf, shared } from './mentions.ts';
import { isScanned, quantitiesOf } from './prose.ts';
import { bestCell, cellOfRow, type Match, plausible } from './prose-cells.ts';
import { type CheckInput, type Claim, consistent, flagged, notCheckable, type Rule } from './rule.ts';
import { cellFigure, tableFacts } from './tables/facts.ts';
import { SPANS_UNKNOWN } from './tables/grid.ts';
import { columnName, rowName } from './tables/names.ts';
import { slip, suggestChange } from './wording.ts';

/** A figure of the running text against the cell of a table that tells the same. */
export const proseTable: Rule = {
  kind: 'prose-table',
  severity: 'warning',
  *check(input) {
    const tables = input.shared(tableFacts);
    if (tables.length === 0) return;
    for (const mention of input.shared(mentionsOf)) {
      const { quantity } = mention;
      if (
        quantity.measure === 'percent' ||
        quantity.measure === 'time' ||
        quantity.relative ||
        quantity.compared ||
        quantity.noun === '' ||
        quantity.denominator !== null ||
        mention.target
      )
        continue;
      const match = bestCell(mention, tables) ?? cellOfRow(mention, tables);
      if (match !== null) yield* compare(input, mention, match);
    }
  },
};

const leastTelling = 100;
/** Of at most 2,5: heading and clause cover each other. */
const likest = 1.75;

function* compare(input: CheckInput, mention: Mention, match: Match): Iterable<Claim> {
  const { quantity, block } = mention;
  const { value, raw, facts, column, row } = match;
  const { grid } = facts.table;
  // «120,5 triệu» may round what the table gives to the dong.
  const rounded = quantity.measure !== 'count' && Math.abs(quantity.value - value) < quantity.unit;
  if (rounded || fits(quantity.value, quantity.qualifier, value)) {
    yield consistent;
    return;
  }
  // «trên 5.108» of what is 1.508 lies on the wrong side; what is merely loose says nothing.
  if (quantity.qualifier !== null && (quantity.qualifier !== 'above' || slip(quantity.value, value) === null)) return;
  if (standsElsewhere(input, mention)) return;
  // «5.327 đơn (…, tiếp nhận trong kỳ 5.113 đơn)»: the cell is told beside it, or what the cell leaves out.
  if (toldBeside(input, mention, value) || toldBeside(input, mention, Math.abs(quantity.value - value))) return;
  // «Đầu năm có 909 học sinh … Cuối năm có 904 học sinh»: the cell is told elsewhere.
  if (!match.named && toldElsewhere(input, mention, value)) return;
  // A short figure is much like many others; «08 đảng ủy cơ sở» under «Đảng ủy cơ sở» are those who acted, not what was done.
  const isSwapped = slip(quantity.value, value)?.en === 'two digits swapped';
  const isShort = Math.min(quantity.value, value) < leastTelling && !isSwapped;
  if (!match.named && isShort && (match.score < likest || quantity.family === 'organisations')) return;
  // «số hộ cận nghèo …, còn lại 712 hộ»: with no more than the noun in common, a short figure is another's.
  if (!match.named && quantity.value < 1000 && sharedWithColumn(mention, match) < 2) return;
  // What lies further off, and is no slip of the pen, is told of another scope.
  if (!plausible(quantity.value, value)) return;
  // Without a slip only a clause that says all but what the heading says can be meant.
  if (slip(quantity.value, value) === null && !match.named && match.score < likest) return;
  if ((grid.block.table?.confidence ?? 0) <= SPANS_UNKNOWN) {
    yield notCheckable('unclear-headings');
    return;
  }
  const cell = grid.cells[row]![column.col]!;
  yield flagged({
    certain:
      match.named &&
      quantity.measure === 'count' &&
      quantity.qualifier === null &&
      match.score >= 1.6 &&
      !grid.unsure &&
      !isScanned(input, block.id) &&
      shared(mention.words, column.words) >= 3,
    stated: quantity.raw,
    expected: raw,
    message: {
      vi: `Phần lời ghi ${quantity.raw}, nhưng bảng ghi ${raw} (dòng «${rowName(facts.table, row)}», cột «${columnName(grid, column.col)}»).`,
      en: `The text says ${quantity.raw}, but the table says ${raw} (row “${rowName(facts.table, row)}”, column “${columnName(grid, column.col)}”).`,
    },
    formula: `${quantity.raw} ≠ ${raw}`,
    suggestion:
      quantity.measure === 'count'
        ? suggestChange(quantity.raw, quantity.value, value)
        : `Sửa «${quantity.raw}» thành «${raw}»`,
    evidence: [
      {
        role: 'stated',
        block: block.id,
        ...clauseAround(block.text, quantity.start, Math.max(quantity.nounEnd, quantity.end), {
          before: 80,
          after: 40,
        }),
      },
      { role: 'cell', block: grid.block.id, start: cell.start, end: cell.end },
      ...grid.header[column.col]!.map((one) => ({
        role: 'header',
        block: grid.block.id,
        start: one.start,
        end: one.end,
      })),
    ],
  });
}

/** Words of the heading, or of the label of the row, that the clause itself has. */
function sharedWithColumn({ words }: Mention, { column, facts, row }: Match): number {
  const label = rowName(facts.table, row).toLowerCase();
  return [...words].filter((word) => column.words.has(word) || facts.title.has(word) || fold(label).includes(word))
    .length;
}

/** The cell's own figure stands in the same sentence: then this one is another. */
function toldBeside(input: CheckInput, { block, sentence, quantity }: Mention, value: number): boolean {
  return within(quantitiesOf(input)(block), Math.max(sentence.start, quantity.start - 600), sentence.end)
    .slice(0, 40)
    .some((one) => one.value === value && one.measure === quantity.measure);
}

/** Values that the text gives of each thing, by the first word of its name. */
function valuesTold(input: CheckInput): Map<string, Mention[]> {
  return Map.groupBy(input.shared(mentionsOf), ({ quantity }) => quantity.noun.split(' ')[0]!);
}

/** The cell's own figure is what another sentence tells of the same thing. */
function toldElsewhere(input: CheckInput, { quantity, order }: Mention, value: number): boolean {
  const like = input.shared(valuesTold).get(quantity.noun.split(' ')[0]!) ?? [];
  return like.some(
    (one) => one.order !== order && one.quantity.value === value && sameThing(one.quantity.noun, quantity.noun),
  );
}

/** The same figure in any table under a heading of the same thing: then the text tells of that one. */
function standsElsewhere(input: CheckInput, { quantity }: Mention): boolean {
  const noun = headOf(quantity.noun);
  return input
    .shared(tableFacts)
    .some(({ table, title, columns }) =>
      columns.some(
        ({ col, words }) =>
          noun.every((word) => words.has(word) || title.has(word)) &&
          table.grid.body.some((row) => cellFigure(table, row, col)?.value === quantity.value),
      ),
    );
}

/** «trên 1.508» against 1508 is loose, not wrong. */
function fits(stated: number, qualifier: Mention['quantity']['qualifier'], value: number): boolean {
  if (stated === value) return true;
  if (qualifier === 'above') return value >= stated;
  if (qualifier === 'below') return value <= stated;
  return qualifier === 'about' && Math.abs(value - stated) <= stated * 0.1;
}
