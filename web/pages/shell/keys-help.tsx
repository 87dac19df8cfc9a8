import { ActionIcon, Kbd, Modal, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useLocation } from 'wouter';
import { useMessages } from '../language.tsx';
import { Icon } from '../parts/icon.tsx';
import { routes } from '../routes.ts';
import { useKeys } from './keys.tsx';

/** «?» shows what every key does; «/» goes to the search box wherever one is. */
export function KeysHelp() {
  const { shell, flags, common } = useMessages();
  const [open, { toggle, close }] = useDisclosure();
  const [path, go] = useLocation();
  useKeys({
    '?': toggle,
    '/': () => {
      const box = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (box) box.focus();
      else go(routes.search);
    },
  });
  const rows: [string, string][] = [
    ['?', shell.keysOf.help],
    ['/', shell.keysOf.search],
  ];
  if (path.startsWith(routes.flags))
    rows.push(
      ['j', flags.actions.next],
      ['k', flags.actions.previous],
      ['x', flags.actions.confirm],
      ['b', flags.actions.dismiss],
      ['s', flags.actions.fixed],
      ['g', flags.actions.assign],
      ['c', flags.actions.comment],
      ['u', flags.actions.undo],
      ['o', flags.actions.openReport],
      ['v', flags.actions.select],
    );
  if (path.startsWith(`${routes.reports}/`)) rows.push(['j', shell.keysOf.next], ['k', shell.keysOf.previous]);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={shell.keys}
        title={shell.keys}
        onClick={toggle}
        visibleFrom="sm"
      >
        <Icon name="keyboard" />
      </ActionIcon>
      <Modal opened={open} onClose={close} title={shell.keys} closeButtonProps={{ 'aria-label': common.close }}>
        <Table>
          <Table.Tbody>
            {rows.map(([key, what]) => (
              <Table.Tr key={key}>
                <Table.Td w={60}>
                  <Kbd>{key}</Kbd>
                </Table.Td>
                <Table.Td>{what}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
    </>
  );
}
