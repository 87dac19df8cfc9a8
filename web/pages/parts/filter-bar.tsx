import { Button, Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { useMessages } from '../language.tsx';
import { useConditions } from './address.ts';
import style from './filter-bar.module.css';

const PAUSE_MS = 350;

/** Conditions of a list, each under its name in the address. */
export function FilterBar({ names, children }: { names: readonly TypedName[]; children?: ReactNode }) {
  const { common } = useMessages();
  const { all, change } = useConditions();
  const any = [...all.keys()].some((name) => name !== 'cursor' && name !== 'tab');
  return (
    <Group gap="xs" mb="sm" className="screen-only">
      {names.map((name) => (
        <TypedCondition key={name} name={name} />
      ))}
      {children}
      {any && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => change(Object.fromEntries([...all.keys()].map((name) => [name, null])))}
        >
          {common.clear}
        </Button>
      )}
    </Group>
  );
}

export type TypedName = 'words' | 'place' | 'from' | 'to' | 'assignee';

/** A condition that is typed; it holds as soon as the typing pauses. */
export function TypedCondition({ name, width = 140 }: { name: TypedName; width?: number }) {
  const { common } = useMessages();
  const { one, change } = useConditions();
  const kept = one(name);
  const [typed, setTyped] = useState(kept);
  useEffect(() => setTyped(kept), [kept]);
  const ask = useDebouncedCallback((text: string) => change({ [name]: text, flag: null }, { replace: true }), PAUSE_MS);
  const day = name === 'from' || name === 'to';
  return (
    <TextInput
      size="xs"
      w={day ? 200 : width}
      type={day ? 'date' : 'text'}
      aria-label={common[name]}
      title={common[name]}
      placeholder={common[name]}
      {...(day ? { leftSection: <span className={style.label}>{common[name]}</span>, leftSectionWidth: 68 } : {})}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}
