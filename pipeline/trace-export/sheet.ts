import type { Directive, Trace } from '../../schemas/search.ts';
import type { Messages } from '../cli/messages/vi.ts';
import { cellText } from '../inert-text.ts';
import { factsOf, partsOf } from './parts.ts';

/** Excel's own limits for the name of a sheet: 31 signs, none of these. */
const UNFIT = /[*?:\\/[\]]/g;
const WIDEST = 70;

/** What is known of a directive as a workbook: a sheet each part, every cell words or a number. */
export async function traceSheet(found: Trace, directive: Directive, messages: Messages): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  const head = book.addWorksheet(directive.number.replace(UNFIT, ' ').slice(0, 31));
  for (const fact of factsOf(directive, messages)) head.addRow([cellText(fact)]);
  head.getRow(1).font = { bold: true, size: 14 };
  head.getColumn(1).width = WIDEST;
  for (const [i, { title, columns, rows }] of partsOf(found, messages).entries()) {
    const sheet = book.addWorksheet(`${i + 1} ${title}`.replace(UNFIT, ' ').slice(0, 31));
    sheet.addRow(columns).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map((cell) => (/^\d{1,9}$/.test(cell) ? Number(cell) : cellText(cell))));
    sheet.views = [{ state: 'frozen', ySplit: 1 }];
    sheet.columns.forEach((column, at) => {
      const longest = Math.max(...[columns, ...rows].map((row) => row[at]?.length ?? 0));
      column.width = Math.min(Math.max(longest + 2, 10), WIDEST);
      column.alignment = { wrapText: true, vertical: 'top' };
    });
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
