import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { RuleDialog } from './collection-rule.tsx';

/** Named sets of files, how many each holds, and who may see them. */
export function Collections() {
  const { people, common } = useMessages();
  const [chosen, setChosen] = useState<string | null>(null);
  const collections = useQuery({
    queryKey: ['collections'],
    queryFn: ({ signal }) => server.collectionsList({ signal }),
  });
  return (
    <Awaited of={collections}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={people.noCollections} />
        ) : (
          <Table.ScrollContainer minWidth={560}>
            <Table verticalSpacing={5}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{people.collection}</Table.Th>
                  <Table.Th>{people.files}</Table.Th>
                  <Table.Th>{people.openTo}</Table.Th>
                  <Table.Th>{people.audited}</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map(({ collection, balance, rule }) => (
                  <Table.Tr key={collection}>
                    <Table.Td>{collection}</Table.Td>
                    <Table.Td>{common.count(balance.files)}</Table.Td>
                    <Table.Td>
                      {rule
                        ? [...rule.roles.map((role) => people.roles[role]), ...rule.accounts].join(', ')
                        : people.everybody}
                    </Table.Td>
                    <Table.Td>{rule?.audited ? people.yes : people.no}</Table.Td>
                    <Table.Td>
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={`${people.edit}: ${people.ruleOf(collection)}`}
                        onClick={() => setChosen(collection)}
                      >
                        {people.edit}
                      </Button>
                      {chosen === collection && (
                        <RuleDialog collection={collection} rule={rule} close={() => setChosen(null)} />
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )
      }
    </Awaited>
  );
}
