import { PassThrough, type Readable } from 'node:stream';
import { cellText } from '../../../pipeline/inert-text.ts';
import type { Cell, Sheet } from './rows.ts';

/** A sheet holds no more rows, its head among them. */
const MOST_ROWS = 1_048_576;
const WIDTH = 24;

/** A workbook that is written row by row, whatever its length. What does not fit on one sheet goes on on the next. */
export function xlsxStream({ name, columns, rows }: Sheet): Readable {
  const stream = new PassThrough();
  void (async () => {
    const { default: excel } = await import('exceljs');
    const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
    const addSheet = (title: string) => {
      const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
      sheet.columns = columns.map(() => ({ width: WIDTH }));
      const head = sheet.addRow(columns);
      head.font = { bold: true };
      head.commit();
      return sheet;
    };
    let sheet = addSheet(name);
    let written = 1;
    for await (const row of rows) {
      if (written === MOST_ROWS) {
        sheet.commit();
        sheet = addSheet(`${name} 2`);
        written = 1;
      }
      sheet.addRow(row.map(cellValue)).commit();
      written++;
      if (stream.destroyed) return;
      if (stream.writableNeedDrain)
        await new Promise((resolve) => stream.once('drain', resolve).once('close', resolve));
    }
    sheet.commit();
    await book.commit();
  })().catch((error: Error) => stream.destroy(error));
  return stream;
}

function cellValue(cell: Cell): string | number | null | { text: string; hyperlink: string } {
  if (cell === null || typeof cell === 'number') return cell;
  return typeof cell === 'string' ? cellText(cell) : { text: cellText(cell.text), hyperlink: cell.link };
}
