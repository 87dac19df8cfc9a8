import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { NewPassword } from './new-password.tsx';

/** My own password, changed by me: who has the present one only. */
export function Password() {
  const { people } = useMessages();
  const queries = useQueryClient();
  const [present, setPresent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const isOther = again !== '' && again !== password;
  const changing = useMutation({
    mutationFn: () => server.sessionPasswordUpdate({ present, password }),
    onSuccess: async () => {
      for (const clear of [setPresent, setPassword, setAgain]) clear('');
      // The old session is over, and with it what its page had to send along.
      await queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '' && again === password) changing.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={360}>
        <PasswordInput
          label={people.presentPassword}
          required
          autoComplete="current-password"
          value={present}
          onChange={(event) => setPresent(event.currentTarget.value)}
        />
        <NewPassword label={people.newPassword} value={password} onChange={setPassword} />
        <PasswordInput
          label={people.passwordAgain}
          required
          autoComplete="new-password"
          error={isOther && people.different}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <Refusal error={changing.error} />
        {changing.isSuccess && <Alert role="status">{people.passwordChanged}</Alert>}
        <Button type="submit" loading={changing.isPending} disabled={isOther}>
          {people.changePassword}
        </Button>
      </Stack>
    </form>
  );
}
