import { Button, Chip, Group, Modal, MultiSelect, Stack, Switch, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CollectionRule, Role } from '../../../schemas/account.ts';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { Refusal } from '../parts/refusal.tsx';

const roles: readonly Role[] = ['reader', 'auditor'];

interface RuleProps {
  collection: string;
  /** Null: open to everybody. */
  rule: CollectionRule | null;
  close: () => void;
}

/** Who may see a collection, beside administrators. */
export function RuleDialog({ collection, rule, close }: RuleProps) {
  const { people, common } = useMessages();
  const queries = useQueryClient();
  const accounts = useQuery({ queryKey: ['accounts'], queryFn: ({ signal }) => server.accountsList({ signal }) });
  const [chosenRoles, setRoles] = useState<Role[]>(rule?.roles ?? [...roles]);
  const [names, setNames] = useState<string[]>(rule?.accounts ?? []);
  const [audited, setAudited] = useState(rule?.audited ?? false);
  const done = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['collections'] });
    close();
  };
  const keeping = useMutation({
    mutationFn: () =>
      server.collectionsRuleUpdate(collection, {
        ...{ roles: chosenRoles, accounts: names, audited },
        version: rule?.version ?? 0,
      }),
    onSuccess: done,
  });
  const opening = useMutation({ mutationFn: () => server.collectionsRuleDelete(collection), onSuccess: done });
  return (
    <Modal opened onClose={close} title={people.ruleOf(collection)} closeButtonProps={{ 'aria-label': common.close }}>
      <Stack>
        <Chip.Group multiple value={chosenRoles} onChange={(next) => setRoles(next as Role[])}>
          <Group gap="xs" role="group" aria-label={people.role}>
            {roles.map((role) => (
              <Chip key={role} size="xs" value={role}>
                {people.roles[role]}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <MultiSelect
          label={people.alsoAccounts}
          data={[...new Set([...names, ...(accounts.data?.items.map(({ name }) => name) ?? [])])]}
          value={names}
          onChange={setNames}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': common.remove }}
        />
        <Switch
          label={people.audited}
          checked={audited}
          onChange={(event) => setAudited(event.currentTarget.checked)}
        />
        <Text size="sm" c="dimmed">
          {people.ruleHint}
        </Text>
        <Refusal error={keeping.error ?? opening.error} />
        <Group justify="flex-end">
          {rule && (
            <Button variant="default" loading={opening.isPending} onClick={() => opening.mutate()}>
              {people.openAgain}
            </Button>
          )}
          <Button loading={keeping.isPending} onClick={() => keeping.mutate()}>
            {common.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
