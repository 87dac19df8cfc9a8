import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { server } from '../api/server.ts';
import { useSession } from '../api/session.ts';
import { useMessages } from '../language.tsx';
import { routes } from '../routes.ts';

/** Who is signed in, and as what. */
export function Account() {
  const { people, shell } = useMessages();
  const queries = useQueryClient();
  const session = useSession().data;
  if (!session) return null;
  if (session.role === null) {
    return (
      <Menu.Item component={Link} href={routes.signIn}>
        {shell.signIn}
      </Menu.Item>
    );
  }
  const leave = async (): Promise<void> => {
    await server.sessionDelete();
    // Nothing that was read stays behind for whoever sits down next.
    queries.clear();
    location.assign(routes.signIn);
  };
  return (
    <>
      <Menu.Label>
        {session.displayName ?? session.name}, {people.roles[session.role]}
      </Menu.Label>
      {session.hasAccounts && (
        <Menu.Item component={Link} href={`${routes.people}?tab=password`}>
          {people.changePassword}
        </Menu.Item>
      )}
      {session.hasAccounts && <Menu.Item onClick={() => void leave()}>{shell.signOut}</Menu.Item>}
    </>
  );
}
