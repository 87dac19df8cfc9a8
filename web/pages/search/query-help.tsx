import { Popover, Table, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMessages } from '../language.tsx';

/** What can be typed, each as an example that can be tried. */
export function QueryHelp({ ask }: { ask: (query: string) => void }) {
  const { search } = useMessages();
  const [open, { toggle, close }] = useDisclosure();
  return (
    <Popover
      opened={open}
      onChange={(opened) => !opened && close()}
      position="bottom-start"
      withArrow
      shadow="md"
      width={460}
    >
      <Popover.Target>
        <UnstyledButton fz="sm" c="var(--mantine-color-anchor)" onClick={toggle} aria-expanded={open}>
          {search.help}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Table verticalSpacing={3}>
          <Table.Tbody>
            {search.helpRows.map(([example, meaning]) => (
              <Table.Tr key={example}>
                <Table.Td>
                  <UnstyledButton
                    ff="monospace"
                    fz="sm"
                    c="var(--mantine-color-anchor)"
                    onClick={() => {
                      close();
                      ask(example);
                    }}
                  >
                    {example}
                  </UnstyledButton>
                </Table.Td>
                <Table.Td fz="sm">{meaning}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  );
}
