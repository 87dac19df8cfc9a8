import type { ReactNode } from 'react';
import type { Block, Table } from '../../../schemas/document.ts';
import { useMessages } from '../language.tsx';
import { BlockText } from './block-text.tsx';
import type { Mark } from './marks.ts';
import style from './reading.module.css';

interface TableBlockProps {
  block: Block;
  table: Table;
  marks: readonly Mark[];
  notes: readonly Block[];
  /** Blocks inside its cells. */
  inside: readonly Block[];
  one: (block: Block) => ReactNode;
}

/** Below this the reader of a PDF was not sure of rows and columns. */
const SURE = 0.8;

export function TableBlock({ block, table, marks, notes, inside, one }: TableBlockProps) {
  const { report } = useMessages();
  const rows = [...Map.groupBy(table.cells, ({ row }) => row)].sort(([a], [b]) => a - b);
  return (
    <>
      {table.confidence < SURE && (
        <span className={style.confidence}>
          {report.uncertainTable}: {report.readingConfidence(Math.round(table.confidence * 100))}
        </span>
      )}
      <table className={style.table}>
        <tbody>
          {rows.map(([row, cells]) => (
            <tr key={row}>
              {cells.map((cell) => {
                const Cell = row < table.headerRows && cell.text.trim() !== '' ? 'th' : 'td';
                return (
                  <Cell
                    key={cell.col}
                    rowSpan={cell.rowSpan > 1 ? cell.rowSpan : undefined}
                    colSpan={cell.colSpan > 1 ? cell.colSpan : undefined}
                  >
                    <BlockText block={block} start={cell.start} end={cell.end} marks={marks} notes={notes} />
                    {inside.filter(({ parent }) => parent?.row === row && parent.col === cell.col).map(one)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
