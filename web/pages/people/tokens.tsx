import { ActionIcon, Alert, Button, Chip, Group, Table, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Scope } from '../../../schemas/account.ts';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { Icon } from '../parts/icon.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { dateOf } from '../text/dates.ts';

const scopes: readonly Scope[] = ['read', 'decide', 'ingest', 'administer'];
const DAYS = 90;

/** My own tokens: for programs that act in my name. */
export function Tokens() {
  const { people, common } = useMessages();
  const queries = useQueryClient();
  const [label, setLabel] = useState('');
  const [chosen, setChosen] = useState<Scope[]>(['read']);
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: ({ signal }) => server.tokensList({ signal }) });
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['tokens'] });
  const adding = useMutation({
    mutationFn: () => server.tokensCreate({ label, scopes: chosen, days: DAYS }),
    onSuccess: () => {
      setLabel('');
      return again();
    },
  });
  const removing = useMutation({ mutationFn: (hash: string) => server.tokensDelete(hash), onSuccess: again });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen.length > 0) adding.mutate();
  };
  return (
    <>
      <form onSubmit={submit}>
        <Group align="end" mb="sm">
          <TextInput
            label={people.tokenLabel}
            required
            maxLength={200}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <Chip.Group multiple value={chosen} onChange={(next) => setChosen(next as Scope[])}>
            <Group gap="xs" role="group" aria-label={people.scopes}>
              {scopes.map((scope) => (
                <Chip key={scope} size="xs" value={scope}>
                  {people.scopeNames[scope]}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <Button type="submit" loading={adding.isPending}>
            {people.newToken}
          </Button>
        </Group>
      </form>
      <Refusal error={adding.error ?? removing.error} />
      {adding.data && (
        <Alert title={people.tokenOnce} mb="sm">
          <code>{adding.data.secret}</code>
        </Alert>
      )}
      <Awaited of={tokens}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={people.noTokens} />
          ) : (
            <ListTable minWidth={480} columns={[people.tokenLabel, people.scopes, people.created, people.expires, '']}>
              {items.map((token) => (
                <Table.Tr key={token.hash}>
                  <Table.Td>{token.label}</Table.Td>
                  <Table.Td>{token.scopes.map((scope) => people.scopeNames[scope]).join(', ')}</Table.Td>
                  <Table.Td>{dateOf(token.created)}</Table.Td>
                  <Table.Td>{dateOf(token.expires)}</Table.Td>
                  <Table.Td>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`${common.remove} ${token.label}`}
                      onClick={() => removing.mutate(token.hash)}
                    >
                      <Icon name="close" size={15} />
                    </ActionIcon>
                  </Table.Td>
                </Table.Tr>
              ))}
            </ListTable>
          )
        }
      </Awaited>
    </>
  );
}
