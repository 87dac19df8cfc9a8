import { Readable } from 'node:stream';
import { inert } from '../../../pipeline/inert-text.ts';
import type { Cell, Sheet } from './rows.ts';

/** RFC 4180 in UTF-8 with the mark at the beginning without which spreadsheets misread Vietnamese; numbers with a point. */
export function csvStream({ columns, rows }: Sheet): Readable {
  return Readable.from(
    (async function* () {
      yield `\uFEFF${lineOf(columns)}`;
      for await (const row of rows) yield lineOf(row);
    })(),
  );
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = typeof cell === 'string' ? cell : cell.link;
  return /[",\r\n]/.test(text) || text !== inert(text) ? `"${inert(text).replaceAll('"', '""')}"` : text;
}
