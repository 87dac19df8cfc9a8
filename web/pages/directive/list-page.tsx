import { Table, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';
import { Icon } from '../parts/icon.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { Pager } from '../parts/pager.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { directiveAddress } from '../routes.ts';
import { dateOf } from '../text/dates.ts';

const SIZE = 50;
const PAUSE_MS = 300;

/** Every directive that reports cite, those cited most first. */
export default function DirectivesPage() {
  const { directives, common } = useMessages();
  const { one, several, change } = useConditions();
  const words = one('words');
  const [typed, setTyped] = useState(words);
  const ask = useDebouncedCallback((text: string) => change({ words: text }, { replace: true }), PAUSE_MS);
  const cursor = several('cursor').at(-1);
  useTitle(directives.title);
  const list = useQuery({
    queryKey: ['directives', words, cursor],
    queryFn: ({ signal }) =>
      server.directivesList({ limit: SIZE, ...(words ? { words } : {}), ...(cursor ? { cursor } : {}) }, { signal }),
    placeholderData: keepPreviousData,
  });
  const { columns } = directives;
  return (
    <>
      <h1>{directives.title}</h1>
      <TextInput
        type="search"
        mb="md"
        maw={480}
        aria-label={directives.search}
        placeholder={directives.search}
        value={typed}
        leftSection={<Icon name="search" size={15} />}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
      <Awaited of={list}>
        {({ total, items, next }) =>
          total === 0 ? (
            <Empty title={directives.none} />
          ) : (
            <>
              <ListTable
                minWidth={720}
                columns={[
                  columns.number,
                  columns.titleOf,
                  columns.issuer,
                  columns.date,
                  { figures: columns.reports },
                  { figures: columns.mentions },
                ]}
              >
                {items.map((item) => (
                  <Table.Tr key={item.identity}>
                    <Table.Td style={{ whiteSpace: 'nowrap' }}>
                      <Link href={directiveAddress(item.identity)}>{item.number}</Link>
                    </Table.Td>
                    <Table.Td>{[item.type, item.title].filter(Boolean).join(' ')}</Table.Td>
                    <Table.Td>{item.issuer ?? common.unknown}</Table.Td>
                    <Table.Td>{item.date && dateOf(item.date)}</Table.Td>
                    <Table.Td ta="right">{common.count(item.reports)}</Table.Td>
                    <Table.Td ta="right">{common.count(item.mentions)}</Table.Td>
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
