import type { Directive, Trace } from '../../schemas/search.ts';
import type { Messages } from '../cli/messages/vi.ts';
import { fitText } from '../inert-text.ts';
import { factsOf, type Part, partsOf } from './parts.ts';

type Docx = typeof import('docx');

/** Half points. */
const BODY = 26;
const SMALL = 20;
const CENTIMETRE = 567;

/** What is known of a directive as a paper for a superior: A4 across, a table each part. */
export async function tracePaper(found: Trace, directive: Directive, messages: Messages): Promise<Uint8Array> {
  const docx = await import('docx');
  const [name, ...facts] = factsOf(directive, messages);
  const document = new docx.Document({
    creator: 'đối soát',
    title: directive.number,
    styles: { default: { document: { run: { font: 'Times New Roman', size: BODY } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: 21 * CENTIMETRE,
              height: 29.7 * CENTIMETRE,
              orientation: docx.PageOrientation.LANDSCAPE,
            },
          },
        },
        children: [
          line(docx, name ?? '', true),
          ...facts.map((fact) => line(docx, fact)),
          ...partsOf(found, messages).flatMap((part) => [line(docx, part.title, true), tableOf(docx, part)]),
        ],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}

function line({ Paragraph, TextRun }: Docx, text: string, bold = false) {
  const spacing = { before: bold ? 200 : 60, after: 60 };
  return new Paragraph({ spacing, keepNext: bold, children: [new TextRun({ text: fitText(text), bold })] });
}

function tableOf(docx: Docx, { columns, rows }: Part) {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const width = { size: 100 / columns.length, type: WidthType.PERCENTAGE };
  const rowOf = (cells: readonly string[], bold: boolean) =>
    new TableRow({
      tableHeader: bold,
      cantSplit: true,
      children: cells.map((text) => {
        const run = new TextRun({ text: fitText(text), bold, size: SMALL });
        return new TableCell({ width, children: [new Paragraph({ children: [run] })] });
      }),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [rowOf(columns, true), ...rows.map((row) => rowOf(row, false))],
  });
}
