import { headOf } from '../part-whole/divisions.ts';
import { lower } from '../text/fold.ts';
import { scaleOf } from './heading-units.ts';
import { clauseWords, type Labelled, rowByLabel } from './labelled-rows.ts';
import { light, type Mention } from './mentions.ts';
import { type ColumnFacts, cellFigure, levelOf, syllables, type TableFacts, withoutLevels } from './tables/facts.ts';
import { rowName } from './tables/names.ts';
import { slip } from './wording.ts';

/** A cell that may tell what a figure of the text tells. */
export interface Match {
  facts: TableFacts;
  column: ColumnFacts;
  row: number;
  value: number;
  raw: string;
  score: number;
  /** The column itself, not just the title above, names the thing counted. */
  namesThing: boolean;
  /** «(Xem Phụ lục 03)» names the table. */
  named: boolean;
}

/** Of the words of a heading and of a clause, how many must be found in the other. */
const heading = 0.6;
const longHeading = 0.2;
const clause = 0.55;

/** The cell that a figure of the text repeats, or ought to; null where several may be meant. */
export function bestCell(mention: Mention, tables: readonly TableFacts[]): Match | null {
  const matches = cellsFor(mention, tables);
  if (matches.length === 0) return null;
  // A figure that the same table gives under a like heading is that figure, whatever its scope.
  const equal = matches.find((one) => one.value === mention.quantity.value && one.score >= matches[0]!.score - 0.6);
  if (equal !== undefined) return equal;
  const top = matches.filter((one) => one.score >= matches[0]!.score - 0.15);
  const wrong = top.filter((one) => slip(mention.quantity.value, one.value) !== null);
  const slips = wrong.length > 0 ? wrong : top.filter((one) => plausible(mention.quantity.value, one.value));
  // Several cells may be meant; the one that the figure all but repeats is.
  if (slips.length > 0) return slips.every((one) => one.value === slips[0]!.value) ? slips[0]! : null;
  const [best, second] = matches;
  return second !== undefined && second.score > best!.score - 0.08 && second.value !== best!.value ? null : best!;
}

/** A slip in a figure of fewer digits is mere chance. */
const leastTelling = 100;

/**
 * «Có 421 doanh nghiệp thành lập mới» beside a row «Doanh nghiệp thành lập mới» whose columns are times and plans: the cell
 * that the figure repeats, or of which alone it is a slip of the pen.
 */
export function cellOfRow(mention: Mention, tables: readonly TableFacts[]): Match | null {
  const { quantity } = mention;
  if (quantity.value < leastTelling || quantity.qualifier !== null) return null;
  const said = clauseWords(mention);
  const found: Match[] = [];
  for (const facts of nearTables(mention, tables, null)) {
    const labelled = rowByLabel(facts, said);
    if (labelled === null || !headOf(quantity.noun).every((word) => labelled.words.has(word))) continue;
    for (const column of facts.columns) {
      const figure = cellFigure(facts.table, labelled.row, column.col);
      if (figure === null) continue;
      const { value, raw } = figure;
      const match = { facts, column, row: labelled.row, value, raw, score: 2, namesThing: false, named: false };
      if (value === quantity.value) return match;
      if (slip(quantity.value, value) !== null) found.push(match);
    }
  }
  return found.length === 1 ? found[0]! : null;
}

/** A report has its tables behind the text, a few among it: those around are tried, and the one that is named. */
const tablesBefore = 8;
const tablesAfter = 24;

function nearTables(mention: Mention, tables: readonly TableFacts[], named: number | null): readonly TableFacts[] {
  if (tables.length <= tablesBefore + tablesAfter) return tables;
  let low = 0;
  let high = tables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tables[middle]!.place < mention.place) low = middle + 1;
    else high = middle;
  }
  const around = tables.slice(Math.max(0, low - tablesBefore), low + tablesAfter);
  const own = named === null ? undefined : tables[named - 1];
  return own === undefined || around.includes(own) ? around : [...around, own];
}

/** All cells that the words of the clause allow, the likest first. */
export function cellsFor(mention: Mention, tables: readonly TableFacts[]): Match[] {
  const before = Math.max(mention.sentence.start, mention.quantity.start - 600);
  const sentence = lower(mention.block.text.slice(before, Math.min(mention.sentence.end, mention.quantity.end + 600)));
  const segment = lower(mention.block.text.slice(mention.reach.start, mention.reach.end));
  const named = referredTable(sentence);
  const around = syllables(segment);
  const clauseSaid = clauseWords(mention);
  const own = [...withoutLevels(mention.words)].filter((word) => !mention.names.has(word) && !light.has(word));
  const level =
    levelOf(lower(mention.block.text.slice(mention.clause.start, mention.clause.end))) ??
    levelOf(segment) ??
    levelOf(sentence.slice(0, mention.quantity.start - before));
  const noun = headOf(mention.quantity.noun);
  const matches: Match[] = [];
  const near = nearTables(mention, tables, named);
  for (const facts of near) {
    const introduced = introduces(mention, facts);
    const isNamed =
      introduced ||
      (named !== null && (facts.number === named || (facts.number === null && facts.index + 1 === named)));
    if (named !== null && !isNamed && near.some((one) => one.number === named)) continue;
    const labelled = rowByLabel(facts, clauseSaid);
    for (const column of facts.columns) {
      const nounInColumn = namesThing(noun, column, facts);
      // The thing counted must be named by the column itself («Số hội nghị»), or by the title of a table of counts.
      if (!nounInColumn && !noun.every((word) => isKnown(word, facts, column, labelled))) continue;
      const score = scoreOf(mention, own, around, facts, column, isNamed, labelled, nounInColumn);
      if (score === 0) continue;
      const row = labelled?.row ?? rowFor(facts, mention, level, column);
      const figure = row === null ? null : cellFigure(facts.table, row, column.col);
      const scale = scaleOf(mention, facts, column, isNamed);
      if (row === null || figure === null || scale === null) continue;
      // A figure of one level is not that of another, nor the total.
      if (column.level !== level && (column.level !== null || (labelled === null && !rowHasLevel(facts, row, level))))
        continue;
      const totalFits = level === null && column.isTotal ? 0.1 : 0;
      matches.push({
        facts,
        column,
        row,
        value: figure.value * scale,
        raw: figure.raw,
        score: score + totalFits,
        namesThing: nounInColumn,
        named: isNamed,
      });
    }
  }
  return undominated(mention, around, matches).sort((a, b) => b.score - a.score);
}

/**
 * Of two columns of a table, the one that has more of the clause's words, or fewer that the clause lacks, is meant:
 * «30.408 ý kiến đã được tiếp thu» is not «Tổng số ý kiến», and «19.451 ý kiến» not «Số ý kiến tiếp thu».
 */
function undominated(mention: Mention, around: ReadonlySet<string>, matches: readonly Match[]): Match[] {
  const rated = matches.map((match) => {
    const core = [...match.column.core];
    return {
      match,
      hits: core.filter((word) => mention.words.has(word)).length,
      misses: core.filter((word) => !mention.words.has(word) && !around.has(word)).length,
    };
  });
  return rated
    .filter(
      (one) =>
        !rated.some(
          (other) =>
            other.match.facts === one.match.facts &&
            other.match.column.level === one.match.column.level &&
            other.match.namesThing === one.match.namesThing &&
            other.hits >= one.hits &&
            other.misses <= one.misses &&
            other.hits - other.misses > one.hits - one.misses,
        ),
    )
    .map(({ match }) => match);
}

/** Near, or a slip of the pen away. */
export function plausible(stated: number, value: number): boolean {
  return Math.min(stated, value) / Math.max(stated, value) >= 0.8 || slip(stated, value) !== null;
}

function rowHasLevel({ table }: TableFacts, row: number, level: string | null): boolean {
  return level === null || levelOf(rowName(table, row).toLowerCase()) === level;
}

/** «… giải quyết 1.108 hồ sơ, kết quả theo lĩnh vực như sau:» right above the table. */
function introduces(mention: Mention, facts: TableFacts): boolean {
  const distance = facts.place - mention.place;
  if (distance < 1 || distance > 2) return false;
  return /(?::|như sau[:.]?|dưới đây[:.]?)\s*$/u.test(mention.block.text.slice(mention.sentence.start));
}

/** «(Xem Phụ lục 03)», «(Chi tiết tại Biểu số 4)». */
function referredTable(sentence: string): number | null {
  const match = /(?:phụ lục|biểu|bảng)(?: số)? ?0?(\d{1,2})(?!\d)/u.exec(sentence);
  return match === null ? null : Number(match[1]);
}

/** 0 = another thing; else how well the clause and the heading cover each other. */
function scoreOf(
  mention: Mention,
  /** Its words but for those of scope, of names and of every report. */
  own: readonly string[],
  around: ReadonlySet<string>,
  facts: TableFacts,
  column: ColumnFacts,
  named: boolean,
  labelled: Labelled | null,
  nounInColumn: boolean,
): number {
  if (own.length < 1) return 0;
  let known = 0;
  for (const word of own) if (isKnown(word, facts, column, labelled)) known++;
  const covered = known / own.length;
  const found = (words: ReadonlySet<string>) => {
    let said = 0;
    for (const word of words) if (mention.words.has(word) || around.has(word)) said++;
    return words.size === 0 ? 0 : said / words.size;
  };
  // «9.126 hộ» need not repeat the name of the group in «Dân cư › Số hộ».
  const reached = Math.max(found(column.core), found(column.leaf) * 0.8);
  const strict = named ? 0.7 : 1;
  const least = (column.long ? longHeading : heading) * strict;
  // Where the clause has every word of the heading, it may say more besides.
  const leastCovered = (reached >= 0.8 ? 0.35 : column.long ? 0.7 : clause) * strict;
  if (reached < least || covered < leastCovered) return 0;
  return reached + covered + (nounInColumn ? 0.2 : 0) + (named ? 0.3 : 0);
}

function isKnown(word: string, facts: TableFacts, column: ColumnFacts, labelled: Labelled | null): boolean {
  return column.words.has(word) || facts.title.has(word) || (labelled?.words.has(word) ?? false);
}

function namesThing(noun: readonly string[], column: ColumnFacts, facts: TableFacts): boolean {
  const inColumn = noun.every((word) => column.words.has(word));
  return inColumn || (noun.length === 2 && column.words.has(noun[0]!) && facts.titleText.includes(noun.join(' ')));
}

/** The row that fits the scope of the clause: its level, a name it shares, else the total (or the only row there is). */
function rowFor({ table }: TableFacts, mention: Mention, level: string | null, column: ColumnFacts): number | null {
  const rows = table.rows.filter((row) => row.role !== 'heading');
  if (rows.length === 1) return rows[0]!.row;
  const named = rows.filter(
    (row) =>
      row.role === 'data' &&
      mention.names.size > 0 &&
      row.label.split(' ').filter((word) => mention.names.has(word)).length >= 2,
  );
  if (named.length === 1) return named[0]!.row;
  if (level !== null && column.level === null) {
    const fits = rows.filter((row) => row.role === 'data' && levelOf(rowName(table, row.row).toLowerCase()) === level);
    if (fits.length === 1) return fits[0]!.row;
  }
  const totals = rows.filter((row) => row.role === 'total');
  return totals.length === 1 ? totals[0]!.row : null;
}
