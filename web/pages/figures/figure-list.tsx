import { Table } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';
import { ListTable } from '../parts/list-table.tsx';
import { Pager } from '../parts/pager.tsx';
import { fileName } from '../parts/report-line.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { reportAddress, routes } from '../routes.ts';

const SIZE = 50;

/** Figures as they stand in the reports; each leads to its place, its label to all of its kind. */
export function FigureList({ conditions }: { conditions: Record<string, string> }) {
  const { figures, words } = useMessages();
  const cursor = useConditions().several('cursor').at(-1);
  const list = useQuery({
    queryKey: ['indicators', conditions, cursor],
    queryFn: ({ signal }) =>
      server.indicatorsList({ ...conditions, limit: SIZE, ...(cursor ? { cursor } : {}) }, { signal }),
    placeholderData: keepPreviousData,
  });
  const { columns } = figures;
  return (
    <Awaited of={list}>
      {({ total, items, next }) =>
        total === 0 ? (
          <Empty title={figures.none} />
        ) : (
          <>
            <p>{figures.choose}</p>
            <ListTable
              minWidth={760}
              columns={[
                { figures: columns.value },
                columns.label,
                columns.kind,
                columns.period,
                columns.scope,
                columns.source,
              ]}
            >
              {items.map((item) => (
                <Table.Tr key={`${item.report.id} ${item.id}`}>
                  <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                    <Link href={reportAddress(item.report.id, { record: item.id })} title={item.quote}>
                      {[item.qualifier, item.raw, item.unit].filter(Boolean).join(' ')}
                    </Link>
                  </Table.Td>
                  <Table.Td>
                    <Link href={`${routes.figures}?${new URLSearchParams({ concept: item.label })}`}>{item.label}</Link>
                  </Table.Td>
                  <Table.Td>{words.indicators[item.kind]}</Table.Td>
                  <Table.Td>{item.period}</Table.Td>
                  <Table.Td>{item.scope}</Table.Td>
                  <Table.Td>{item.report.number ?? fileName(item.report.path)}</Table.Td>
                </Table.Tr>
              ))}
            </ListTable>
            <Pager total={total} shown={items.length} next={next} size={SIZE} />
          </>
        )
      }
    </Awaited>
  );
}
