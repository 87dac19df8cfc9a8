import { PasswordInput } from '@mantine/core';
import { useMessages } from '../language.tsx';

interface NewPasswordProps {
  label: string;
  value: string;
  onChange: (password: string) => void;
}

/** A password that is being chosen: the browser may offer one. */
export function NewPassword({ label, value, onChange }: NewPasswordProps) {
  const { people } = useMessages();
  return (
    <PasswordInput
      label={label}
      description={people.passwordHint}
      autoComplete="new-password"
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
