import { Menu } from '@mantine/core';
import { useSession } from '../api/session.ts';
import { useMessages } from '../language.tsx';

/** Who is signed in, and as what. */
export function Account() {
  const { people } = useMessages();
  const session = useSession().data;
  if (!session) return null;
  return (
    <Menu.Label>
      {session.name}, {people.roles[session.role]}
    </Menu.Label>
  );
}
