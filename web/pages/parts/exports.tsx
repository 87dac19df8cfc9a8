import { Button, Menu } from '@mantine/core';
import { useMessages } from '../language.tsx';
import { Icon } from './icon.tsx';

type Format = 'xlsx' | 'docx' | 'csv';
export type ExportQuery = Record<string, string | readonly string[] | undefined>;

/** The same as a file to be kept or sent. */
export function Exports({
  path,
  formats,
  query,
  label,
}: {
  path: string;
  formats: readonly Format[];
  query: ExportQuery;
  label?: string;
}) {
  const { common } = useMessages();
  const names: Record<Format, string> = { xlsx: common.excel, docx: common.word, csv: common.csv };
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const one of [value ?? []].flat()) parts.append(name, one);
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="compact-sm" leftSection={<Icon name="download" size={14} />}>
          {label ?? common.exportAs}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} component="a" href={`${path}.${format}?${parts}`} download>
            {names[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
