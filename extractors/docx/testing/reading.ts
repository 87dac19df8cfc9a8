import type { Block } from '../../../schemas/document.ts';
import type { Reading } from '../../document/builder.ts';
import { readDocx } from '../read.ts';
import { makeDocx, type PackageParts } from './package.ts';

export const readParts = async (parts: PackageParts): Promise<Reading> => readDocx(await makeDocx(parts));

export const blocksOf = async (parts: PackageParts): Promise<Block[]> => (await readParts(parts)).blocks;

/** Texts of the blocks of a body. */
export const textsOf = async (body: string, others: Omit<PackageParts, 'body'> = {}): Promise<string[]> =>
  (await blocksOf({ body, ...others })).map((block) => block.text);

/** `Đơn vị 0,0 2×1` for each cell: text, row and column, rows and columns covered (left out where it is one). */
export function drawCells(block: Block | undefined): string[] {
  return (block?.table?.cells ?? []).map(({ text, row, col, rowSpan, colSpan }) =>
    `${text} ${row},${col}${rowSpan * colSpan > 1 ? ` ${rowSpan}×${colSpan}` : ''}`.trim(),
  );
}
