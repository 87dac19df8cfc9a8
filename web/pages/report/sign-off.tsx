import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { server } from '../api/server.ts';
import { useMay } from '../api/session.ts';
import { useMessages } from '../language.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { momentOf } from '../text/dates.ts';
import style from './records.module.css';

/** Whether an auditor has gone through the report, and what is otherwise since then. */
export function SignOff({ report }: { report: string }) {
  const { report: own } = useMessages();
  const may = useMay('auditor');
  const queries = useQueryClient();
  const key = ['flags', 'sign-off', report];
  const status = useQuery({ queryKey: key, queryFn: ({ signal }) => server.reportsSignOffList(report, { signal }) });
  const signing = useMutation({
    mutationFn: (signed: boolean) =>
      server.reportsSignOffCreate(report, { signed, version: status.data?.signOff?.version ?? 0 }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  if (!status.data) return null;
  const { signOff, added, changed, gone, upToDate } = status.data;
  const signed = signOff?.signed === true;
  return (
    <div className={style.plain}>
      {signed && (
        <p className={style.more}>
          {own.signedBy(signOff.by, momentOf(signOff.at))}
          {!upToDate && ` ${own.changedSince(added.length + changed.length, gone.length)}`}
        </p>
      )}
      {may && (
        <Group gap="xs">
          {(!signed || !upToDate) && (
            <Button
              size="compact-xs"
              variant="default"
              loading={signing.isPending}
              onClick={() => signing.mutate(true)}
            >
              {own.signOff}
            </Button>
          )}
          {signed && (
            <Button
              size="compact-xs"
              variant="subtle"
              loading={signing.isPending}
              onClick={() => signing.mutate(false)}
            >
              {own.takeBack}
            </Button>
          )}
        </Group>
      )}
      <Refusal error={signing.error} />
    </div>
  );
}
