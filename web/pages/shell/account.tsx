import { Menu } from '@mantine/core';

/** Who is signed in. */
export function Account() {
  return <Menu.Label>máy này</Menu.Label>;
}
