import { TextInput } from '@mantine/core';
import { useMessages } from '../language.tsx';

/** The name that one signs in with: the first thing asked for, and known to the browser. */
export function AccountName({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const { people } = useMessages();
  return (
    <TextInput
      label={people.name}
      name="username"
      autoComplete="username"
      autoCapitalize="none"
      required
      autoFocus
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
