import { Button, Table } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';
import { ListTable } from '../parts/list-table.tsx';
import { Pager } from '../parts/pager.tsx';
import { fileName } from '../parts/report-line.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { reportAddress, routes } from '../routes.ts';
import { dateOf } from '../text/dates.ts';

const SIZE = 50;

/** Every report of the store, newest first. */
export default function ReportsPage() {
  const { reports, common, search } = useMessages();
  const cursor = useConditions().several('cursor').at(-1);
  useTitle(reports.title);
  const list = useQuery({
    queryKey: ['reports', cursor],
    queryFn: ({ signal }) => server.reportsList({ limit: SIZE, ...(cursor ? { cursor } : {}) }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h1>{reports.title}</h1>
      <Awaited of={list}>
        {({ total, items, next }) =>
          total === 0 ? (
            <Empty title={reports.none}>
              <Button component={Link} href={routes.ingest}>
                {search.toIngest}
              </Button>
            </Empty>
          ) : (
            <>
              <ListTable
                minWidth={720}
                columns={[
                  reports.columns.number,
                  reports.columns.title,
                  reports.columns.issuer,
                  reports.columns.period,
                  reports.columns.date,
                ]}
              >
                {items.map((head) => (
                  <Table.Tr key={head.id}>
                    <Table.Td>
                      <Link href={reportAddress(head.id)}>{head.number ?? fileName(head.path)}</Link>
                    </Table.Td>
                    <Table.Td>{head.title ?? common.untitled}</Table.Td>
                    <Table.Td>{head.issuer ?? common.unknown}</Table.Td>
                    <Table.Td>{head.period?.label}</Table.Td>
                    <Table.Td>{head.date ? dateOf(head.date) : common.undated}</Table.Td>
                  </Table.Tr>
                ))}
              </ListTable>
              <Pager total={total} shown={items.length} next={next} size={SIZE} />
            </>
          )
        }
      </Awaited>
    </>
  );
}
