import { ActionIcon, Button, Group, Popover, TextInput, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import type { Changes } from '../parts/address.ts';
import { Icon } from '../parts/icon.tsx';
import { Refusal } from '../parts/refusal.tsx';
import style from './saved.module.css';

/** Conditions beside the words as they are kept: several values of one name in lines of their own. */
export type KeptFilters = Partial<Record<string, string>>;

interface Keeping {
  name: string;
  query: string;
  filters: KeptFilters;
  version: number;
  /** How many hits there are just now. */
  seen: number;
}

interface SavedProps {
  /** What is asked now, to be kept; null where nothing is asked. */
  asked: { query: string; filters: KeptFilters; total: number } | null;
  change: (changes: Changes) => void;
}

/** Searches one comes back to, each with how many hits have come since the last look. */
export function Saved({ asked, change }: SavedProps) {
  const { search, common } = useMessages();
  const queries = useQueryClient();
  const [open, { toggle, close }] = useDisclosure();
  const [name, setName] = useState('');
  const kept = useQuery({
    queryKey: ['searches'],
    queryFn: ({ signal }) => server.searchesList({ signal }),
    enabled: open,
  });
  const searches = kept.data?.items ?? [];
  const totals = useQueries({
    queries: searches.map(({ query, filters }) => ({
      queryKey: ['search', 'total', query, filters],
      queryFn: async () => (await server.searchList({ q: query, ...askedWith(filters), limit: 1 })).total,
    })),
  });
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['searches'] });
  const keeping = useMutation({
    mutationFn: ({ name, query, filters, version, seen }: Keeping) =>
      server.searchesUpdate(name, { query, filters, version, seen }),
    onSuccess: again,
  });
  const forgetting = useMutation({ mutationFn: (old: string) => server.searchesDelete(old), onSuccess: again });
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (asked === null || name.trim() === '') return;
    const version = searches.find((one) => one.name === name.trim())?.version ?? 0;
    keeping.mutate({ ...asked, name: name.trim(), version, seen: asked.total }, { onSuccess: () => setName('') });
  };
  return (
    <Popover
      opened={open}
      onChange={(next) => !next && close()}
      position="bottom-end"
      withArrow
      shadow="md"
      width={360}
      trapFocus
    >
      <Popover.Target>
        <UnstyledButton fz="sm" c="var(--mantine-color-anchor)" onClick={toggle} aria-expanded={open}>
          {search.saved}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        {kept.data && searches.length === 0 && <p className={style.none}>{search.savedNone}</p>}
        {searches.map((one, i) => {
          const total = totals[i]?.data;
          const fresh = total === undefined ? 0 : total - (one.seen?.total ?? 0);
          return (
            <div key={one.name} className={style.row}>
              <button
                type="button"
                className={style.name}
                onClick={() => {
                  close();
                  change({ ...emptied, q: one.query, ...listsOf(one.filters) });
                  if (total !== undefined) keeping.mutate({ ...one, seen: total });
                }}
              >
                {one.name}
              </button>
              {fresh > 0 && <b>{search.newSince(fresh)}</b>}
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`${common.remove} ${one.name}`}
                onClick={() => forgetting.mutate(one.name)}
              >
                <Icon name="close" size={14} />
              </ActionIcon>
            </div>
          );
        })}
        {asked !== null && (
          <form onSubmit={keep}>
            <Group gap="xs" mt="xs" align="end" wrap="nowrap">
              <TextInput
                size="xs"
                label={search.saveSearch}
                placeholder={search.savedName}
                maxLength={200}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Button type="submit" size="xs" disabled={name.trim() === ''} loading={keeping.isPending}>
                {common.save}
              </Button>
            </Group>
          </form>
        )}
        <Refusal error={keeping.error ?? forgetting.error ?? kept.error} />
      </Popover.Dropdown>
    </Popover>
  );
}

const listNames = ['place', 'issuer', 'level', 'type', 'directive', 'topic', 'status', 'collection', 'year'] as const;
const emptied = Object.fromEntries(listNames.map((name) => [name, null]));

const listsOf = (filters: KeptFilters): Record<string, string[]> =>
  Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, (values ?? '').split('\n')]));

export const keptFilters = (several: (name: string) => string[]): KeptFilters =>
  Object.fromEntries(
    listNames.map((name) => [name, several(name).join('\n')] as const).filter(([, values]) => values !== ''),
  );

/** As the server asks for them: years are a span of days. */
export function askedWith(filters: KeptFilters) {
  const { year = [], ...lists } = listsOf(filters);
  const years = year.map(Number);
  return {
    ...lists,
    ...(years.length > 0 ? { from: `${Math.min(...years)}-01-01`, to: `${Math.max(...years)}-12-31` } : {}),
  };
}
