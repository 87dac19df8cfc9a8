import type { Block, Table } from '../../schemas/document.ts';
import { blockFacts } from './block-facts.ts';
import { paint } from './format.ts';
import type { Session } from './session.ts';
import { renderTable, terminalWidth, wrap } from './table.ts';

/** The reading as a person can check it: every block with its kind and place, tables drawn, notes at their marks. */
export function printBlocks(session: Session, blocks: readonly Block[]): void {
  for (const block of blocks) {
    session.print(paint('dim', blockFacts(block, session.messages)));
    const lines = block.table ? drawTable(block.table) : wrap(block.text, terminalWidth() - 2);
    for (const line of lines) session.print(`  ${line}`);
  }
}

/** A merged cell shows its text at its upper left; the places it covers are marked by arrows. */
function drawTable({ cells, headerRows }: Table): string[] {
  const width = Math.max(0, ...cells.map((cell) => cell.col + cell.colSpan));
  const height = Math.max(0, ...cells.map((cell) => cell.row + cell.rowSpan));
  const grid = Array.from({ length: height }, () => Array.from({ length: width }, () => ''));
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let col = cell.col; col < cell.col + cell.colSpan; col++) {
        const line = grid[row];
        if (line) line[col] = row === cell.row ? (col === cell.col ? cell.text : '←') : '↑';
      }
    }
  }
  const columns = Array.from({ length: width }, (_, i) => ({ title: String(i), min: 3 }));
  const drawn = renderTable(columns, grid, terminalWidth() - 2);
  return headerRows > 0 ? [`(${headerRows} ↕)`, ...drawn] : drawn;
}
