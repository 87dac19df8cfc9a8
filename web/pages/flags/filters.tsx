import { Select } from '@mantine/core';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';
import { TypedCondition } from '../parts/filter-bar.tsx';

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
      <TypedCondition name="place" width={120} />
      <TypedCondition name="words" width={120} />
      <TypedCondition name="assignee" width={120} />
    </>
  );
}
