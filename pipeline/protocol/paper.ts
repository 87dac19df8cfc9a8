import type { Paragraph, Table } from 'docx';
import { sumOf } from '../annotate/remarks.ts';
import type { Messages } from '../cli/messages/vi.ts';
import { fitText } from '../inert-text.ts';
import { countLines, decisionOf, quotesOf, reportTitle, titleLines } from './findings.ts';
import type { Finding, Protocol } from './protocol.ts';

type Docx = typeof import('docx');
type Lines = (Paragraph | Table)[];

const CENTIMETRE = 567;
/** Half points. */
const BODY = 26;
const SMALL = 22;
const HEAD = 24;

/** The protocol as a paper for signature, as official papers are set: A4, Times New Roman, motto at the right. */
export async function protocolPaper(protocol: Protocol, messages: Messages, lang: 'vi' | 'en'): Promise<Uint8Array> {
  const docx = await import('docx');
  const set = typesetter(docx);
  const { parts, remarks, closing, signatures, sign } = messages.protocol;
  const document = new docx.Document({
    creator: 'đối soát',
    title: messages.protocol.heading.title.join(' '),
    styles: { default: { document: { run: { font: 'Times New Roman', size: BODY } } } },
    sections: [
      {
        properties: { page: { size: { width: 21 * CENTIMETRE, height: 29.7 * CENTIMETRE }, margin: MARGINS } },
        children: [
          ...heading(set, protocol, messages),
          set.line(parts.reports, { bold: true }),
          ...protocol.reports.map((report, i) => set.line(`${i + 1}. ${reportTitle(report, messages)}`)),
          set.line(parts.counts, { bold: true }),
          ...countLines(protocol, messages).map((text) => set.line(`- ${text}`)),
          set.line(parts.findings, { bold: true }),
          ...protocol.findings.flatMap((finding) => findingLines(set, finding, messages, lang)),
          set.line(parts.remarks, { bold: true }),
          ...remarks.map((text) => set.line(text)),
          set.line(closing),
          set.columns(
            signatures.map((title) => [set.centred(title, true), set.centred(sign, false, true), ...set.space(4)]),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}

const MARGINS = { top: 2 * CENTIMETRE, bottom: 2 * CENTIMETRE, left: 3 * CENTIMETRE, right: 1.5 * CENTIMETRE };

function heading(set: Typesetter, { made, auditors }: Protocol, { protocol }: Messages): Lines {
  const { left, right, present, auditors: names } = protocol.heading;
  return [
    set.columns(
      [left, right].map((lines) => lines.map((text, i) => set.centred(text, i < 2, false, HEAD))),
      [43, 57],
    ),
    ...set.space(1),
    ...titleLines(made, protocol.heading).map((text, i) => set.centred(text, i < 2)),
    ...present.map((text) => set.line(text, { filled: false })),
    set.line(names(auditors)),
  ];
}

function findingLines(set: Typesetter, finding: Finding, messages: Messages, lang: 'vi' | 'en'): Lines {
  const { number, flag } = finding;
  const sure = flag.certain ? messages.sure.certain : messages.sure.unsure;
  const { columns } = messages.protocol;
  const rows: [string, string[]][] = [
    [columns.finding, [flag.message[lang]]],
    [columns.evidence, quotesOf(finding, messages).map(({ role, quote, where }) => `[${role}] ${quote} (${where})`)],
    [columns.sum, sumOf(finding.flag, messages)],
    [columns.decision, decisionOf(finding, messages)],
  ];
  return [
    set.line(`${number}. ${messages.flags.kinds[flag.kind]} (${sure})`, { bold: true, keepNext: true }),
    set.table(rows.filter(([, lines]) => lines.length > 0)),
    ...set.space(1),
  ];
}

type Typesetter = ReturnType<typeof typesetter>;

function typesetter({
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table: DocxTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
}: Docx) {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const noLines = { top: none, bottom: none, left: none, right: none };
  const run = (text: string, look: { bold?: boolean; italics?: boolean; size?: number } = {}) =>
    new TextRun({ text: fitText(text), ...look });
  const table = (widths: number[], rows: Paragraph[][][], lined: boolean): Table =>
    new DocxTable({
      width: { size: 100, type: WidthType.PERCENTAGE },
      layout: TableLayoutType.FIXED,
      columnWidths: widths.map((width) => width * 93),
      ...(!lined && { borders: { ...noLines, insideHorizontal: none, insideVertical: none } }),
      rows: rows.map(
        (cells) =>
          new TableRow({
            children: cells.map(
              (children, i) =>
                new TableCell({
                  children,
                  width: { size: widths[i]!, type: WidthType.PERCENTAGE },
                  ...(!lined && { borders: noLines }),
                }),
            ),
          }),
      ),
    });
  return {
    /** What is still to be filled in is not stretched over the line. */
    line: (text: string, { bold = false, keepNext = false, filled = true } = {}) =>
      new Paragraph({
        alignment: filled ? AlignmentType.JUSTIFIED : AlignmentType.LEFT,
        spacing: { before: 60, after: 60 },
        keepNext,
        children: [run(text, { bold })],
      }),
    centred: (text: string, bold: boolean, italics = false, size = BODY) =>
      new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, { bold, italics, size })] }),
    space: (lines: number) => Array.from({ length: lines }, () => new Paragraph('')),
    columns: (cells: Paragraph[][], widths = cells.map(() => Math.floor(100 / cells.length))) =>
      table(widths, [cells], false),
    /** What stands at the left names what stands at the right. */
    table: (rows: [string, string[]][]) =>
      table(
        [20, 80],
        rows.map(([title, lines]) => [
          [new Paragraph({ children: [run(title, { bold: true, size: SMALL })] })],
          lines.map((text) => new Paragraph({ children: [run(text, { size: SMALL })] })),
        ]),
        true,
      ),
  };
}
