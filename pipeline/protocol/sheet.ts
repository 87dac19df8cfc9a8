import type { Worksheet } from 'exceljs';
import { sumOf } from '../annotate/remarks.ts';
import { headLine, placeText } from '../cli/format.ts';
import type { Messages } from '../cli/messages/vi.ts';
import { cellText } from '../inert-text.ts';
import { countLines, decisionOf, quotesOf, reportTitle, titleLines } from './findings.ts';
import type { Finding, Protocol } from './protocol.ts';

const BOLD = { bold: true };
const WRAPPED = { wrapText: true, vertical: 'top' } as const;
const LINE = { style: 'thin' } as const;
const BOX = { top: LINE, left: LINE, bottom: LINE, right: LINE };
const WIDTHS = [5, 20, 12, 46, 54, 34, 30];

/**
 * The protocol as a workbook: the paper itself, then every piece of evidence and every decision a row each. All words
 * stand in cells as words.
 */
export async function protocolSheet(protocol: Protocol, messages: Messages, lang: 'vi' | 'en'): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  book.created = protocol.made;
  const { sheets } = messages.protocol;
  const paper = book.addWorksheet(sheets.paper, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  WIDTHS.forEach((width, i) => {
    paper.getColumn(i + 1).width = width;
  });
  writeHeading(paper, protocol, messages);
  writeFindings(paper, protocol, messages, lang);
  writeSignatures(paper, messages);
  writeEvidence(book.addWorksheet(sheets.evidence), protocol, messages);
  writeDecisions(book.addWorksheet(sheets.decisions), protocol, messages);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function writeHeading(sheet: Worksheet, protocol: Protocol, messages: Messages): void {
  const { heading } = messages.protocol;
  heading.left.forEach((left, i) => {
    const row = sheet.addRow([left, null, null, null, heading.right[i] ?? '']);
    sheet.mergeCells(row.number, 1, row.number, 4);
    sheet.mergeCells(row.number, 5, row.number, WIDTHS.length);
    for (const at of [1, 5]) {
      row.getCell(at).font = { bold: i < 2 };
      row.getCell(at).alignment = { horizontal: 'center' };
    }
  });
  sheet.addRow([]);
  for (const [i, title] of titleLines(protocol.made, heading).entries()) {
    const row = line(sheet, title);
    row.font = { bold: i < 2, size: i === 0 ? 16 : 12 };
    row.alignment = { horizontal: 'center' };
  }
  for (const text of [...heading.present, heading.auditors(protocol.auditors)]) line(sheet, text);
  line(sheet, messages.protocol.parts.reports).font = BOLD;
  protocol.reports.forEach((report, i) => {
    line(sheet, `${i + 1}. ${reportTitle(report, messages)}`);
  });
  line(sheet, messages.protocol.parts.counts).font = BOLD;
  for (const text of countLines(protocol, messages)) line(sheet, text);
}

function writeFindings(sheet: Worksheet, { findings }: Protocol, messages: Messages, lang: 'vi' | 'en'): void {
  line(sheet, messages.protocol.parts.findings).font = BOLD;
  const { columns } = messages.protocol;
  const titles = sheet.addRow([
    columns.number,
    columns.kind,
    columns.sure,
    columns.finding,
    columns.evidence,
    columns.sum,
    columns.decision,
  ]);
  titles.font = BOLD;
  const rows = findings.map((finding) => sheet.addRow(findingRow(finding, messages, lang)));
  for (const row of [titles, ...rows])
    row.eachCell((cell) => {
      cell.alignment = WRAPPED;
      cell.border = BOX;
    });
  sheet.pageSetup.printTitlesRow = `${titles.number}:${titles.number}`;
}

function findingRow(finding: Finding, messages: Messages, lang: 'vi' | 'en'): (string | number)[] {
  const { number, flag } = finding;
  const quotes = quotesOf(finding, messages).map(({ role, quote, where }) => `[${role}] ${quote} (${where})`);
  return [
    number,
    cellText(messages.flags.kinds[flag.kind]),
    flag.certain ? messages.sure.certain : messages.sure.unsure,
    cellText(flag.message[lang]),
    cellText(quotes.join('\n')),
    cellText(sumOf(finding.flag, messages).join('\n')),
    cellText(decisionOf(finding, messages).join('\n')),
  ];
}

function writeSignatures(sheet: Worksheet, { protocol }: Messages): void {
  for (const text of ['', protocol.parts.remarks, ...protocol.remarks, protocol.closing, '']) line(sheet, text);
  const columns = [1, 4, 6];
  for (const lines of [protocol.signatures, protocol.signatures.map(() => protocol.sign)]) {
    const row = sheet.addRow([]);
    lines.forEach((text, i) => {
      const cell = row.getCell(columns[i]!);
      cell.value = text;
      cell.font = { bold: lines === protocol.signatures, italic: lines !== protocol.signatures };
    });
  }
}

function writeEvidence(sheet: Worksheet, { findings }: Protocol, messages: Messages): void {
  const { columns } = messages.protocol;
  table(
    sheet,
    [
      [columns.number, 6],
      [columns.role, 18],
      [columns.report, 50],
      [columns.place, 22],
      [columns.quote, 70],
      [columns.file, 50],
    ],
    findings.flatMap(({ number, flag, places }) => {
      const heads = new Map(flag.reports.map((report) => [report.id, report]));
      return places.map(({ role, report, quote, page, section }) => {
        const head = heads.get(report);
        return [
          number,
          messages.flags.roles[role] ?? role,
          head ? headLine(head, messages) : '',
          placeText({ page, section }, messages),
          quote,
          head?.path ?? '',
        ];
      });
    }),
  );
}

function writeDecisions(sheet: Worksheet, { findings }: Protocol, messages: Messages): void {
  const { columns } = messages.protocol;
  table(
    sheet,
    [
      [columns.number, 6],
      [columns.entry, 8],
      [columns.at, 22],
      [columns.by, 26],
      [columns.decision, 20],
      [columns.reason, 40],
      [columns.comment, 40],
      [columns.assignee, 26],
      [columns.flag, 20],
    ],
    findings.flatMap(({ number, history }) =>
      history.map((entry) => [
        number,
        entry.version,
        new Date(entry.at),
        entry.by,
        messages.desk.states[entry.state],
        entry.reason ?? '',
        entry.comment ?? '',
        entry.assignee ?? '',
        entry.flag,
      ]),
    ),
  );
}

function table(sheet: Worksheet, columns: [title: string, width: number][], rows: (string | number | Date)[][]): void {
  sheet.addRow(columns.map(([title]) => title)).font = BOLD;
  for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell)));
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  sheet.columns.forEach((column, i) => {
    column.width = columns[i]?.[1] ?? 20;
    column.alignment = WRAPPED;
  });
}

/** A line across the whole paper. */
function line(sheet: Worksheet, text: string) {
  const row = sheet.addRow([cellText(text)]);
  sheet.mergeCells(row.number, 1, row.number, WIDTHS.length);
  row.getCell(1).alignment = { wrapText: true };
  return row;
}
