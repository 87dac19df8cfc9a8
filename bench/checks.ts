import { runChecks } from '../extractors/checks/run.ts';
import { extractCitations } from '../extractors/citations/extract.ts';
import { DocumentBuilder } from '../extractors/document/builder.ts';
import { emptyReport } from '../schemas/report.ts';
import { median, type Row, timed } from './table.ts';

/** The checks alone, without reading: large tables and long texts may cost no more than their size. */

const ROUNDS = 3;

const PASSAGES = [
  'Trong 6 tháng đầu năm 2023, toàn huyện tổ chức 48 hội nghị (cấp huyện: 6; cấp xã: 42) với 3.215 lượt người tham dự.',
  'Các tổ hòa giải tiếp nhận 125 vụ việc, hòa giải thành 103/125 vụ, đạt tỷ lệ 82,4%, tăng 3% so với cùng kỳ (100 vụ).',
  'Thực hiện Chỉ thị số 18-CT/TW, ngày 26/10/2022 của Ban Bí thư, đã vận động 1.250 triệu đồng, còn lại 02 đơn chưa giải quyết.',
];

export async function benchChecks(): Promise<Row[]> {
  return [
    ...(await growing('checks of a table, rows', [200, 2000], (rows) => table(rows, 10))),
    ...(await growing('checks of a table, columns', [20, 200], (columns) => table(30, columns))),
    ...(await growing('checks of text, MB', [1, 10], text)),
  ];
}

async function growing(what: string, sizes: number[], make: (size: number) => DocumentBuilder): Promise<Row[]> {
  const rows: Row[] = [];
  let before = Number.NaN;
  for (const size of sizes) {
    const { blocks } = make(size);
    const context = { file: '0'.repeat(64), report: { ...emptyReport, date: '2023-06-15' }, blocks };
    const citations = extractCitations(context);
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round++)
      rounds.push(await timed(async () => runChecks(context, { citations, indicators: [] })));
    const time = median(rounds);
    rows.push({
      what: `${what}: ${size.toLocaleString('en')}`,
      value: `${time.toFixed(0)} ms`,
      beside: Number.isNaN(before) ? '' : `${(time / before).toFixed(1)} × the time of a tenth`,
    });
    before = time;
  }
  return rows;
}

/** Every column adds up to its last row, every second column to the one before it. */
function table(rows: number, columns: number): DocumentBuilder {
  const builder = new DocumentBuilder();
  const cells: { row: number; col: number; rowSpan: number; colSpan: number; text: string }[] = [];
  const put = (row: number, col: number, text: string) => cells.push({ row, col, rowSpan: 1, colSpan: 1, text });
  put(0, 0, 'STT');
  put(0, 1, 'Đơn vị');
  for (let col = 2; col < columns; col++) put(0, col, col === 2 ? 'Tổng số' : `Số cuộc loại ${col}`);
  const sums = new Array<number>(columns).fill(0);
  for (let row = 1; row <= rows; row++) {
    put(row, 0, String(row));
    put(row, 1, `Xã ${row}`);
    let whole = 0;
    for (let col = 3; col < columns; col++) {
      const value = (row * 7 + col * 3) % 50;
      whole += value;
      sums[col] = sums[col]! + value;
      put(row, col, String(value));
    }
    sums[2] = sums[2]! + whole;
    put(row, 2, String(whole));
  }
  put(rows + 1, 1, 'Tổng cộng');
  for (let col = 2; col < columns; col++) put(rows + 1, col, String(sums[col]));
  builder.addTable(
    cells.sort((a, b) => a.row - b.row || a.col - b.col),
    1,
  );
  return builder;
}

/** Paragraphs of a report up to so many million characters; the figures differ, as they do in reports. */
function text(megabytes: number): DocumentBuilder {
  const builder = new DocumentBuilder();
  let length = 0;
  for (let at = 0; length < megabytes * 1e6; at++) {
    const paragraph = PASSAGES.map((passage) => passage.replace('3.215', `${1 + (at % 9)}.${100 + (at % 900)}`)).join(
      ' ',
    );
    builder.add('paragraph', paragraph);
    length += paragraph.length;
  }
  return builder;
}
