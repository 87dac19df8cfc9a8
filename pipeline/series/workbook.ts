import type { Series, SeriesChart } from '../../schemas/series.ts';
import { columnsOf } from './csv.ts';
import { changesIn, placeName, rowsOf } from './rows.ts';
import type { SeriesWords } from './words.ts';

const HEAD = { bold: true };
/** Excel's own limits for the name of a sheet: 31 signs, none of these. */
const UNFIT = /[*?:\\/[\]]/g;

/** A sheet a chart (times down, places across) and one with every source; cells of gaps stay empty. */
export async function workbookOf({ charts }: Series, words: SeriesWords): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  charts.forEach((chart, i) => {
    const sheet = book.addWorksheet(`${i + 1} ${words.sheets.table} ${chart.label}`.replace(UNFIT, ' ').slice(0, 31));
    for (const row of tableOf(chart, words)) sheet.addRow(row);
    sheet.getRow(1).font = HEAD;
    sheet.views = [{ state: 'frozen', ySplit: 1, xSplit: 1 }];
    sheet.getColumn(1).width = 26;
  });
  const columns = columnsOf(words);
  const sources = book.addWorksheet(words.sheets.sources);
  sources.addRow(columns.map(([title]) => title)).font = HEAD;
  for (const row of charts.flatMap(rowsOf)) sources.addRow(columns.map(([, cell]) => cell(row)));
  sources.views = [{ state: 'frozen', ySplit: 1 }];
  sources.columns.forEach((column, i) => {
    column.width = i === columns.length - 1 ? 80 : 18;
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Numbers stay numbers; only where reports contradict each other the cell says so in words. */
function tableOf(chart: SeriesChart, words: SeriesWords): (string | number | null)[][] {
  const times = new Map(
    chart.lines
      .flatMap(({ points, gaps }) => [...points.map(({ time }) => time), ...gaps])
      .map((time) => [`${time.to} ${time.from}`, time]),
  );
  const ordered = [...times].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, time]) => time);
  const cell = (line: SeriesChart['lines'][number], { from, to }: { from: string; to: string }) => {
    const values = line.points.find(({ time }) => time.from === from && time.to === to)?.values ?? [];
    if (values.length > 1) return `${values.map(({ value }) => value).join(' ≠ ')} (${words.conflict})`;
    return values[0]?.value ?? null;
  };
  return [
    [
      chart.unit === null ? chart.label : `${chart.label} (${chart.unit})`,
      ...chart.lines.map((line) => placeName(line, chart)),
    ],
    ...ordered.map((time) => [time.label, ...chart.lines.map((line) => cell(line, time))]),
    ...changesIn(chart).map((change) => [words.change(change)]),
  ];
}
