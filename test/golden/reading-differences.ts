import { parseBody, plainText } from '../../fixtures/build/documents/report-markup.ts';
import type { CellSource, ReportSource, TableSource } from '../../fixtures/build/documents/report-source.ts';
import type { Expected } from '../../fixtures/documents/expected-shape.ts';
import type { Block } from '../../schemas/document.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import { shortened } from './places.ts';

/** The words, notes and tables that were written are the ones that were read. */
export function readingDifferences(expected: Expected, source: ReportSource, { blocks }: Extraction): string[] {
  const differences: string[] = [];
  const notes = blocks.filter(({ kind }) => kind === 'footnote');
  if (notes.length !== expected.footnotes) differences.push(`${notes.length} footnotes, not ${expected.footnotes}`);
  const bodies = [source.body, ...(source.annexes ?? []).map(({ body }) => body)].map(parseBody);
  const texts = new Set(blocks.map(({ text }) => text));
  for (const spellings of bodies.flatMap(paragraphsOf))
    if (!spellings.some((text) => texts.has(text))) differences.push(`no block reads ${shortened(spellings[0]!)}`);
  return [...differences, ...tableDifferences(expected, source, blocks)];
}

/** Each paragraph as it was written, and without its dash or number: Word may have put that there itself. */
function paragraphsOf({ lines, notes }: ReturnType<typeof parseBody>): string[][] {
  const written = lines.flatMap((line) => {
    if (line.kind === 'table') return [];
    const text = plainText(line.pieces);
    if (line.kind === 'item') return [[`${line.mark} ${text}`, text]];
    return [line.kind === 'heading' ? [text, text.replace(/^\S+\s/, '')] : [text]];
  });
  return [...written, ...[...notes.values()].map((pieces) => [plainText(pieces)])];
}

/** Letterhead and closing are set in tables of two cells, which are no tables to a reader. */
function tableDifferences(expected: Expected, source: ReportSource, blocks: readonly Block[]): string[] {
  const found = blocks.flatMap(({ table, parent }) => (table && !parent && table.cells.length > 2 ? [table] : []));
  if (found.length !== expected.tables.length) return [`${found.length} tables, not ${expected.tables.length}`];
  const bodies = [source.body, ...(source.annexes ?? []).map(({ body }) => body)].map(parseBody);
  const written = bodies.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === 'table' ? [source.tables![line.name]!] : [])),
  );
  return found.flatMap((table, index) => {
    const shape = {
      rows: Math.max(...table.cells.map(({ row, rowSpan }) => row + rowSpan)),
      columns: Math.max(...table.cells.map(({ col, colSpan }) => col + colSpan)),
      headerRows: table.headerRows,
      cells: table.cells.length,
    };
    const wanted = expected.tables[index]!;
    const shapes = Object.entries(wanted).flatMap(([what, count]) =>
      shape[what as keyof typeof shape] === count
        ? []
        : [`table ${index + 1}: ${shape[what as keyof typeof shape]} ${what}, not ${count}`],
    );
    if (shapes.length > 0) return shapes;
    return cellTexts(written[index]!).flatMap((text, cell) =>
      table.cells[cell]!.text === text ? [] : [`table ${index + 1}: «${table.cells[cell]!.text}», not «${text}»`],
    );
  });
}

function cellTexts({ header, rows }: TableSource): string[] {
  return [...header, ...rows].flat().map((cell: CellSource) => (typeof cell === 'string' ? cell : cell.text));
}
