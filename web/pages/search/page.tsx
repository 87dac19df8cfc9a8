import { Button, Drawer, NativeSelect, Pill, TextInput } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';
import { Exports } from '../parts/exports.tsx';
import { Icon } from '../parts/icon.tsx';
import { Pager } from '../parts/pager.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { Facets, facetOrder } from './facets.tsx';
import { Hits } from './hits.tsx';
import style from './page.module.css';
import { QueryHelp } from './query-help.tsx';
import { askedWith, keptFilters, Saved } from './saved.tsx';
import { useValueName } from './value-name.ts';
import { Welcome } from './welcome.tsx';

const SIZE = 20;
const orders = ['relevance', 'newest', 'oldest'] as const;
/** One box, the passages it finds, and what they divide into. */
export function SearchPage() {
  const { search, common } = useMessages();
  const { one, several, change } = useConditions();
  const [facetsOpen, facetsDrawer] = useDisclosure();
  const narrow = useMediaQuery('screen and (max-width: 62em)');
  const nameOf = useValueName();
  const q = one('q');
  useTitle(q || search.title);
  const filters = keptFilters(several);
  const sort = orders.find((order) => order === one('sort')) ?? 'relevance';
  const asks = { q, ...askedWith(filters), sort };
  const cursor = several('cursor').at(-1);
  const wanted = { ...asks, limit: SIZE, ...(cursor ? { cursor } : {}) };
  const chosen = facetOrder.flatMap((name) => several(name).map((value) => ({ name, value })));
  const asked = q !== '' || chosen.length > 0;
  const found = useQuery({
    enabled: asked,
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => server.searchList(wanted, { signal }),
    placeholderData: keepPreviousData,
  });
  const ask = (query: string): void => change({ q: query });
  const facets = found.data && <Facets facets={found.data.facets} values={several} change={change} />;
  return (
    <div className={style.page}>
      <h1 className="visually-hidden">{search.title}</h1>
      <QueryBox q={q} ask={ask}>
        <Saved asked={asked && found.data ? { query: q, filters, total: found.data.total } : null} change={change} />
      </QueryBox>
      {!asked && <Welcome />}
      {asked && (
        <Awaited of={found}>
          {({ total, items, hints, next }) => (
            <div className={style.columns} aria-busy={found.isPlaceholderData}>
              {narrow ? (
                <Drawer
                  opened={facetsOpen}
                  onClose={facetsDrawer.close}
                  title={common.filters}
                  closeButtonProps={{ 'aria-label': common.close }}
                >
                  {facets}
                </Drawer>
              ) : (
                <aside aria-label={common.filters} className="screen-only">
                  {facets}
                </aside>
              )}
              <section aria-label={search.results}>
                <div className={style.bar}>
                  <span className={style.total} role="status">
                    {search.total(total)}
                  </span>
                  {narrow && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      onClick={facetsDrawer.open}
                      leftSection={<Icon name="filter" size={14} />}
                    >
                      {common.filters}
                    </Button>
                  )}
                  <NativeSelect
                    size="xs"
                    aria-label={search.sort}
                    value={sort}
                    data={orders.map((value) => ({ value, label: search.sorts[value]! }))}
                    onChange={(event) =>
                      change({ sort: event.currentTarget.value === 'relevance' ? null : event.currentTarget.value })
                    }
                  />
                  <Exports path="/api/exports/hits" formats={['xlsx', 'csv']} query={asks} label={search.exportHits} />
                  <div className={style.chips}>
                    {chosen.map(({ name, value }) => (
                      <Pill
                        key={`${name} ${value}`}
                        withRemoveButton
                        removeButtonProps={{
                          'aria-label': `${common.remove} ${nameOf(name, value)}`,
                          'aria-hidden': false,
                          tabIndex: 0,
                        }}
                        onRemove={() => change({ [name]: several(name).filter((other) => other !== value) })}
                      >
                        {nameOf(name, value)}
                      </Pill>
                    ))}
                  </div>
                </div>
                {hints.map((hint) => (
                  <p key={`${hint.code} ${hint.value}`} role="note">
                    {search.hints[hint.code]?.replace('{}', hint.value) ?? hint.value}
                  </p>
                ))}
                {total === 0 ? (
                  <Empty title={search.none} hint={search.noneHint} />
                ) : (
                  <>
                    <Hits hits={items} />
                    <Pager total={total} shown={items.length} next={next} size={SIZE} />
                  </>
                )}
              </section>
            </div>
          )}
        </Awaited>
      )}
    </div>
  );
}

function QueryBox({ q, ask, children }: { q: string; ask: (query: string) => void; children: ReactNode }) {
  const { search } = useMessages();
  const [typed, setTyped] = useState(q);
  // The address may change beside the box: back, an example, a saved search.
  useEffect(() => setTyped(q), [q]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask(typed.trim());
  };
  return (
    <search className={style.box}>
      <form onSubmit={submit} className={style.form}>
        <TextInput
          type="search"
          className={style.input}
          size="md"
          aria-label={search.label}
          placeholder={search.placeholder}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          leftSection={<Icon name="search" size={16} />}
          autoFocus
          maxLength={4000}
        />
        <Button type="submit" size="md">
          {search.go}
        </Button>
      </form>
      <div className={style.beside}>
        <QueryHelp ask={ask} />
        {children}
      </div>
    </search>
  );
}
