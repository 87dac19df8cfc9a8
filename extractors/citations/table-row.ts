import type { Block, Cell } from '../../schemas/document.ts';
import { parseDate } from '../dates/index.ts';
import { fold } from '../text/fold.ts';

const DATE_HEADER = /ngay/;
const TITLE_HEADER = /noi dung|trich yeu|ten van ban|ve viec/;

/**
 * What the row of a list of documents says beside the number: the date from the column headed «Ngày …», the subject from
 * the column headed «Nội dung» or «Trích yếu». Only for a number that stands at the beginning of its cell: a number inside
 * a subject is another document.
 */
export function enrichFromRow(block: Block, offset: number, at: number): { date: string | null; title: string | null } {
  const cells = block.table?.cells ?? [];
  const own = cells.find((cell) => cell.start === offset && cell.end > offset);
  if (!own || at > 40 || TITLE_HEADER.test(headerOf(cells, own, block))) return { date: null, title: null };
  const row = cells.filter((cell) => cell.row === own.row && cell !== own);
  const dateCell = row.find((cell) => DATE_HEADER.test(headerOf(cells, cell, block)));
  const titleCell = row.find((cell) => TITLE_HEADER.test(headerOf(cells, cell, block)));
  const title = titleCell?.text.replace(/^(?:\p{L}+\s){0,2}?(?:về việc|về|v\/v)\s/iu, '').trim() || null;
  return { date: dateCell ? parseDate(dateCell.text) : null, title };
}

function headerOf(cells: readonly Cell[], { col }: Cell, block: Block): string {
  const rows = block.table?.headerRows ?? 0;
  return fold(
    cells
      .filter((cell) => cell.row < rows && cell.col <= col && col < cell.col + cell.colSpan)
      .map((cell) => cell.text)
      .join(' '),
  );
}
