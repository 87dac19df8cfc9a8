import { Button, Paper, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { server } from '../api/server.ts';
import { useMessages } from '../language.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { Awaited } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { routes } from '../routes.ts';
import { AccountName } from './account-name.tsx';
import { NewPassword } from './new-password.tsx';
import style from './sign-in.module.css';

/** What the one-time link leads to: the first administrator. */
export default function Setup({ secret }: { secret: string }) {
  const { people } = useMessages();
  useTitle(people.setup);
  const link = useQuery({
    queryKey: ['setup', secret],
    queryFn: async () => {
      await server.setupDetail(secret);
      return true;
    },
    retry: false,
  });
  return <Awaited of={link}>{() => <FirstAdministrator secret={secret} />}</Awaited>;
}

function FirstAdministrator({ secret }: { secret: string }) {
  const { people } = useMessages();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const making = useMutation({
    mutationFn: () => server.setupCreate(secret, { name, password, ...(displayName ? { displayName } : {}) }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      go(routes.search);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password === again) making.mutate();
  };
  return (
    <Paper withBorder className={style.paper}>
      <h1>{people.setup}</h1>
      <p>{people.setupHint}</p>
      <form onSubmit={submit}>
        <Stack>
          <AccountName value={name} onChange={setName} />
          <TextInput
            label={people.displayName}
            name="name"
            autoComplete="name"
            value={displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
          />
          <NewPassword label={people.password} value={password} onChange={setPassword} />
          <PasswordInput
            label={people.passwordAgain}
            autoComplete="new-password"
            required
            value={again}
            error={again !== '' && again !== password ? people.different : null}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
          <Refusal error={making.error} />
          <Button type="submit" loading={making.isPending}>
            {people.create}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
