import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';

const PAUSE_MS = 350;
const states = ['open', 'confirmed', 'dismissed', 'fixed', 'all'] as const;

/** Which flags are in the queue. */
export function Filters() {
  const { flags, words, common } = useMessages();
  const { one, change } = useConditions();
  const choose = (name: string) => (value: string | null) => change({ [name]: value, flag: null });
  return (
    <>
      <Select
        size="xs"
        w={140}
        aria-label={flags.filters.state}
        allowDeselect={false}
        value={one('state') || 'open'}
        onChange={choose('state')}
        data={states.map((value) => ({ value, label: value === 'all' ? flags.all : (flags.states[value] ?? value) }))}
      />
      <Select
        size="xs"
        w={190}
        searchable
        clearable
        aria-label={common.kind}
        placeholder={common.kind}
        value={one('kind') || null}
        onChange={choose('kind')}
        data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
        comboboxProps={{ width: 280, position: 'bottom-start' }}
      />
      <Select
        size="xs"
        w={130}
        clearable
        aria-label={flags.filters.certain}
        placeholder={flags.filters.certain}
        value={one('certain') || null}
        onChange={choose('certain')}
        data={[
          { value: 'true', label: words.sure.certain },
          { value: 'false', label: words.sure.unsure },
        ]}
      />
      <Select
        size="xs"
        w={110}
        clearable
        aria-label={flags.filters.severity}
        placeholder={flags.filters.severity}
        value={one('severity') || null}
        onChange={choose('severity')}
        data={['error', 'warning', 'info'].map((value) => ({ value, label: words.severities[value] ?? value }))}
      />
      <TypedCondition name="place" label={common.place} />
      <TypedCondition name="words" label={flags.filters.words} />
      <TypedCondition name="assignee" label={flags.filters.assignee} />
    </>
  );
}

function TypedCondition({ name, label }: { name: string; label: string }) {
  const { one, change } = useConditions();
  const [typed, setTyped] = useState(one(name));
  const ask = useDebouncedCallback((text: string) => change({ [name]: text, flag: null }, { replace: true }), PAUSE_MS);
  return (
    <TextInput
      size="xs"
      w={120}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}
