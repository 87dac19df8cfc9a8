import type { Series } from '../../schemas/series.ts';
import { inert } from '../inert-text.ts';
import { rowsOf, type SeriesRow } from './rows.ts';
import type { SeriesWords } from './words.ts';

/** Columns of a sheet of sources: what each cell says of a row. */
export function columnsOf(words: SeriesWords): [title: string, cell: (row: SeriesRow) => string | number | null][] {
  const { columns } = words;
  return [
    [columns.label, ({ chart }) => chart.label],
    [columns.kind, ({ chart }) => words.kinds[chart.kind]],
    [columns.place, ({ place }) => place],
    [columns.time, ({ time }) => time.label],
    [columns.from, ({ time }) => time.from],
    [columns.to, ({ time }) => time.to],
    [columns.value, ({ value }) => value],
    [columns.unit, ({ chart }) => chart.unit],
    [columns.note, ({ value, conflict }) => (value === null ? words.gap : conflict ? words.conflict : null)],
    [columns.printed, ({ source }) => source && [source.qualifier, source.raw, source.unit].filter(Boolean).join(' ')],
    [columns.report, ({ source }) => source && [source.report.type, source.report.number].filter(Boolean).join(' ')],
    [columns.date, ({ source }) => source?.report.date ?? null],
    [columns.file, ({ source }) => source?.report.path ?? null],
    [columns.page, ({ source }) => source?.page ?? null],
    [columns.section, ({ source }) => source?.section ?? null],
    [columns.quote, ({ source }) => source?.quote.replace(/\s+/g, ' ') ?? null],
  ];
}

/** RFC 4180 in UTF-8 with the mark at the beginning without which spreadsheets misread Vietnamese; numbers with a point. */
export function csvOf({ charts }: Series, words: SeriesWords): string {
  const columns = columnsOf(words);
  const rows = charts.flatMap(rowsOf).map((row) => columns.map(([, cell]) => cell(row)));
  const lines = [columns.map(([title]) => title), ...rows].map((cells) => cells.map(written).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function written(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return /[",\r\n]/.test(cell) || cell !== inert(cell) ? `"${inert(cell).replaceAll('"', '""')}"` : cell;
}
