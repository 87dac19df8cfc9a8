import { Button, Group, Modal, Select, Stack, Switch, Table, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Role } from '../../../schemas/account.ts';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { Awaited } from '../parts/states.tsx';
import { dateOf } from '../text/dates.ts';
import { NewPassword } from './new-password.tsx';

const roles: readonly Role[] = ['reader', 'auditor', 'administrator'];

export function Accounts() {
  const { people } = useMessages();
  const queries = useQueryClient();
  const [adding, { open, close }] = useDisclosure();
  const accounts = useQuery({ queryKey: ['accounts'], queryFn: ({ signal }) => server.accountsList({ signal }) });
  const changing = useMutation({
    mutationFn: ({ name, ...change }: { name: string; role?: Role; disabled?: boolean; confined?: boolean }) =>
      server.accountsPartialUpdate(name, change),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
  return (
    <>
      <Button size="xs" mb="sm" onClick={open}>
        {people.newAccount}
      </Button>
      <Refusal error={changing.error} />
      <Awaited of={accounts}>
        {({ items }) => (
          <ListTable
            minWidth={640}
            columns={[people.name, people.displayName, people.role, people.confined, people.created, people.disabled]}
          >
            {items.map((account) => (
              <Table.Tr key={account.name}>
                <Table.Td>{account.name}</Table.Td>
                <Table.Td>{account.displayName}</Table.Td>
                <Table.Td>
                  <Select
                    size="xs"
                    w={140}
                    allowDeselect={false}
                    aria-label={`${people.role} ${account.name}`}
                    value={account.role}
                    data={roles.map((value) => ({ value, label: people.roles[value] ?? value }))}
                    onChange={(role) => role && changing.mutate({ name: account.name, role: role as Role })}
                  />
                </Table.Td>
                <Table.Td>
                  <Switch
                    size="xs"
                    aria-label={`${people.confined} ${account.name}`}
                    checked={account.confined}
                    onChange={(event) => changing.mutate({ name: account.name, confined: event.currentTarget.checked })}
                  />
                </Table.Td>
                <Table.Td>{dateOf(account.created)}</Table.Td>
                <Table.Td>
                  <Switch
                    size="xs"
                    aria-label={`${people.disabled} ${account.name}`}
                    checked={account.disabled}
                    onChange={(event) => changing.mutate({ name: account.name, disabled: event.currentTarget.checked })}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Awaited>
      <NewAccount opened={adding} close={close} />
    </>
  );
}

function NewAccount({ opened, close }: { opened: boolean; close: () => void }) {
  const { people, common } = useMessages();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [role, setRole] = useState<Role>('reader');
  const [password, setPassword] = useState('');
  const adding = useMutation({
    mutationFn: () => server.accountsCreate({ name, role, password, ...(displayName ? { displayName } : {}) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      for (const clear of [setName, setDisplayName, setPassword]) clear('');
      close();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    adding.mutate();
  };
  return (
    <Modal opened={opened} onClose={close} title={people.newAccount} closeButtonProps={{ 'aria-label': common.close }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={people.name}
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={people.displayName}
            value={displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
          />
          <Select
            label={people.role}
            allowDeselect={false}
            value={role}
            data={roles.map((value) => ({ value, label: people.roles[value] ?? value }))}
            onChange={(value) => value && setRole(value as Role)}
          />
          <NewPassword label={people.password} value={password} onChange={setPassword} />
          <Refusal error={adding.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={adding.isPending}>
              {people.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
