import { Button, Paper, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { server } from '../api/server.ts';
import { useSession } from '../api/session.ts';
import { useMessages } from '../language.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useTitle } from '../parts/title.ts';
import { routes } from '../routes.ts';
import { AccountName } from './account-name.tsx';
import style from './sign-in.module.css';

/** Name and password. Whoever came for another page is led there. */
export function SignIn() {
  const { people, shell } = useMessages();
  const queries = useQueryClient();
  const session = useSession().data;
  const [path, go] = useLocation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  useTitle(people.signIn);
  const entering = useMutation({
    mutationFn: () => server.sessionCreate({ name, password }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      if (path === routes.signIn) go(routes.search);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    entering.mutate();
  };
  return (
    <Paper withBorder className={style.paper}>
      <h1>{shell.name}</h1>
      <form onSubmit={submit}>
        <Stack>
          <AccountName value={name} onChange={setName} />
          <PasswordInput
            label={people.password}
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Refusal error={entering.error} />
          <Button type="submit" loading={entering.isPending}>
            {people.signIn}
          </Button>
        </Stack>
      </form>
      {session?.openId && (
        <Button component="a" href="/api/openid" variant="default" fullWidth mt="md">
          {people.organisation}
        </Button>
      )}
    </Paper>
  );
}
