import { emptyReport, type Report } from '../../schemas/report.ts';
import type { CellInput } from '../document/builder.ts';
import { DocumentBuilder } from '../document/builder.ts';
import type { ExtractContext } from '../document/context.ts';
import { normalizeText } from '../text/normalize.ts';

/** One case of `fixtures/checks/KIND/{valid,invalid}.json`, short enough to be written and reviewed by hand. */
export interface FixtureCase {
  name: string;
  /** Paragraphs are separated by an empty line; «- » or «+ » at the start makes a list item, «# » a heading. */
  text?: string;
  /** Footnotes by their mark; in the text «{{1}}» stands where the mark is. */
  notes?: Record<string, string>;
  tables?: FixtureTable[];
  /** What is known of the report, where a rule needs it. */
  report?: Partial<Report>;
  flags?: ExpectedFlag[];
}

/** Cells row by row. «<» continues the cell to its left, «^» the cell above. `after` = paragraphs that follow the table. */
export interface FixtureTable {
  title?: string;
  header: number;
  rows: string[][];
  confidence?: number;
}

export interface ExpectedFlag {
  stated: string | null;
  expected: string | null;
  certain: boolean;
  /** Each stands in the quote of some evidence of the flag. */
  quotes: string[];
}

export function fixtureContext(given: FixtureCase): ExtractContext {
  const builder = new DocumentBuilder();
  for (const paragraph of (given.text ?? '').split(/\n\s*\n/)) {
    if (paragraph.trim() !== '') addParagraph(builder, paragraph.trim(), given.notes ?? {});
  }
  for (const table of given.tables ?? []) {
    if (table.title !== undefined) builder.add('paragraph', normalizeText(table.title));
    const options = table.confidence === undefined ? {} : { confidence: table.confidence };
    builder.addTable(tableCells(table.rows), table.header, options);
  }
  return { file: '0'.repeat(64), report: { ...emptyReport, ...given.report }, blocks: builder.blocks };
}

function addParagraph(builder: DocumentBuilder, raw: string, notes: Record<string, string>): void {
  const kind = raw.startsWith('# ') ? 'heading' : /^[-+] /.test(raw) ? 'list-item' : 'paragraph';
  const pieces = normalizeText(raw.replace(/^# /, '')).split(/\{\{(\w+)\}\}/);
  const marks: { mark: string; at: number }[] = [];
  let text = '';
  pieces.forEach((piece, index) => {
    if (index % 2 === 1) marks.push({ mark: piece, at: text.length });
    else text += piece;
  });
  const block = builder.add(kind, text);
  for (const { mark, at } of marks) {
    builder.addNote('footnote', normalizeText(notes[mark] ?? ''), { mark, block: block.id, at });
  }
}

export function tableCells(rows: string[][]): CellInput[] {
  const cells: CellInput[] = [];
  rows.forEach((row, r) => {
    row.forEach((text, c) => {
      if (text === '<' || text === '^') return;
      let colSpan = 1;
      while (row[c + colSpan] === '<') colSpan++;
      let rowSpan = 1;
      while (rows[r + rowSpan]?.[c] === '^') rowSpan++;
      cells.push({ row: r, col: c, rowSpan, colSpan, text: normalizeText(text) });
    });
  });
  return cells;
}
