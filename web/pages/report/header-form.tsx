import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { ReportHead } from '../../../schemas/search.ts';
import { useMessages } from '../language.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useCorrections } from './corrections.ts';

const fields = ['number', 'type', 'title', 'issuer', 'place', 'date', 'period', 'signer'] as const;
type Facts = Record<(typeof fields)[number], string>;

function factsOf(head: ReportHead): Facts {
  const { number, type, title, issuer, date, signer } = head;
  return {
    ...{
      number: number ?? '',
      type: type ?? '',
      title: title ?? '',
      issuer: issuer ?? '',
      date: date ?? '',
      signer: signer ?? '',
    },
    place: head.units.at(-1)?.name ?? '',
    period: head.period?.label ?? '',
  };
}

/** Sets what the reading of a report's header got wrong. Only what was changed is sent; what is emptied is unknown. */
export function HeaderForm({ head, opened, close }: { head: ReportHead; opened: boolean; close: () => void }) {
  const { report, words, common } = useMessages();
  const { correcting } = useCorrections(head.id);
  const [facts, setFacts] = useState(() => factsOf(head));
  useEffect(() => setFacts(factsOf(head)), [head]);
  const before = factsOf(head);
  const changed = fields.filter((name) => facts[name].trim() !== before[name]);
  const labels: Record<(typeof fields)[number], string> = { ...words.report, place: common.place };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const set = Object.fromEntries(changed.map((name) => [name, facts[name].trim() || null]));
    correcting.mutate({ what: 'header', set }, { onSuccess: close });
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={report.correctHeader}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form onSubmit={submit}>
        <Stack gap="xs">
          {fields.map((name) => (
            <TextInput
              key={name}
              label={labels[name]}
              type={name === 'date' ? 'date' : 'text'}
              maxLength={2000}
              value={facts[name]}
              onChange={(event) => setFacts({ ...facts, [name]: event.currentTarget.value })}
            />
          ))}
          <Refusal error={correcting.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {common.cancel}
            </Button>
            <Button type="submit" disabled={changed.length === 0} loading={correcting.isPending}>
              {common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
