import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface ListTableProps {
  /** Titles from left to right; figures stand at the right. */
  columns: readonly (string | { figures: string })[];
  /** Narrower than this many pixels, it scrolls by itself. */
  minWidth: number;
  children: ReactNode;
}

/** A list of many things, a row each. */
export function ListTable({ columns, minWidth, children }: ListTableProps) {
  return (
    <Table.ScrollContainer minWidth={minWidth}>
      <Table highlightOnHover verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) =>
              typeof column === 'string' ? (
                <Table.Th key={column}>{column}</Table.Th>
              ) : (
                <Table.Th key={column.figures} ta="right">
                  {column.figures}
                </Table.Th>
              ),
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
