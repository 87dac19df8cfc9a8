import { Table } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';
import { ListTable } from '../parts/list-table.tsx';
import { Pager } from '../parts/pager.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { reportAddress } from '../routes.ts';
import { momentOf } from '../text/dates.ts';

const SIZE = 50;

/** Who has read what of the collections whose readings are written down. */
export function Audit() {
  const { people } = useMessages();
  const cursor = useConditions().several('cursor').at(-1);
  const log = useQuery({
    queryKey: ['audit', cursor],
    queryFn: ({ signal }) => server.auditList({ limit: SIZE, ...(cursor ? { cursor } : {}) }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <Awaited of={log}>
      {({ total, items, next }) =>
        items.length === 0 ? (
          <Empty title={people.noAudit} />
        ) : (
          <>
            <ListTable minWidth={480} columns={[people.when, people.who, people.what, people.collection]}>
              {items.map((entry, i) => (
                <Table.Tr key={`${entry.at} ${entry.account} ${entry.report} ${i}`}>
                  <Table.Td>{momentOf(entry.at)}</Table.Td>
                  <Table.Td>{entry.account}</Table.Td>
                  <Table.Td>
                    {people.actions[entry.action]}{' '}
                    {entry.report && <Link href={reportAddress(entry.report)}>{entry.report.slice(0, 8)}</Link>}
                  </Table.Td>
                  <Table.Td>{entry.collection}</Table.Td>
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
