import { Button, Select, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LedgerEntry } from '../../../schemas/ledger.ts';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';
import { ListTable } from '../parts/list-table.tsx';
import { Pager } from '../parts/pager.tsx';
import { fileName } from '../parts/report-line.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { reportAddress } from '../routes.ts';
import { momentOf } from '../text/dates.ts';
import style from './page.module.css';

const SIZE = 50;
const states = ['queued', 'reading', 'indexed', 'partial', 'failed', 'duplicate'] as const;

/** What became of each file, with the reason where it could not be read. */
export function Ledger() {
  const { ingest, common, words } = useMessages();
  const { one, several, change } = useConditions();
  const queries = useQueryClient();
  const state = states.find((name) => name === one('state'));
  const cursor = several('cursor').at(-1);
  const jobs = useQuery({
    queryKey: ['jobs', state, cursor],
    queryFn: ({ signal }) =>
      server.jobsList({ limit: SIZE, ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) }, { signal }),
    placeholderData: keepPreviousData,
  });
  const retrying = useMutation({
    mutationFn: (collection: string) => server.jobsRetryCreate({ collection }),
    onSuccess: () => {
      notifications.show({ message: ingest.queued });
      return queries.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
  const failedIn = [
    ...new Set(jobs.data?.items.filter((entry) => entry.state === 'failed').map(({ collection }) => collection)),
  ];
  return (
    <>
      <div className={style.head}>
        <h2>{ingest.ledger}</h2>
        <Select
          size="xs"
          clearable
          aria-label={ingest.columns.state}
          placeholder={ingest.columns.state}
          value={state ?? null}
          onChange={(value) => change({ state: value })}
          data={states.map((value) => ({ value, label: words.states[value] ?? value }))}
        />
        <span className={style.grow} />
        {failedIn.map((collection) => (
          <Button
            key={collection}
            size="compact-sm"
            variant="default"
            loading={retrying.isPending}
            onClick={() => retrying.mutate(collection)}
          >
            {ingest.tryAllAgain}
            {failedIn.length > 1 && ` (${collection})`}
          </Button>
        ))}
      </div>
      <Awaited of={jobs}>
        {({ total, items, next }) =>
          items.length === 0 ? (
            <Empty title={ingest.none} />
          ) : (
            <>
              <ListTable
                minWidth={640}
                columns={[ingest.columns.file, ingest.columns.state, ingest.columns.reason, ingest.columns.updated]}
              >
                {items.map((entry) => (
                  <Table.Tr key={`${entry.collection} ${entry.path}`}>
                    <Table.Td title={entry.path}>
                      {isRead(entry) && entry.sha256 ? (
                        <a href={reportAddress(entry.sha256)}>{fileName(entry.path)}</a>
                      ) : (
                        fileName(entry.path)
                      )}
                    </Table.Td>
                    <Table.Td>{words.states[entry.state]}</Table.Td>
                    <Table.Td>
                      {entry.duplicateOf
                        ? ingest.duplicateOf(fileName(entry.duplicateOf))
                        : entry.detail && (
                            <span className={entry.state === 'failed' ? style.reason : undefined}>{entry.detail}</span>
                          )}
                    </Table.Td>
                    <Table.Td>{entry.updated ? momentOf(entry.updated) : common.unknown}</Table.Td>
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

const isRead = ({ state }: LedgerEntry): boolean => state === 'indexed' || state === 'partial' || state === 'duplicate';
