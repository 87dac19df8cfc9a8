import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { useMessages } from '../language.tsx';
import { useConditions } from './address.ts';
import { Icon } from './icon.tsx';

/**
 * Back and forth in a list. The server's cursors are opaque, so the address keeps those passed: the last one is where
 * the reader is, and the one before it is the way back.
 */
interface PagerProps {
  total: number;
  shown: number;
  next: string | null;
  size: number;
  /** Beside a list that is narrow. */
  compact?: boolean;
}

export function Pager({ total, shown, next, size, compact = false }: PagerProps) {
  const { common } = useMessages();
  const { several, change } = useConditions();
  const passed = several('cursor');
  if (passed.length === 0 && next === null) return null;
  const from = passed.length * size + 1;
  const turn = (cursors: string[]): void => {
    change({ cursor: cursors }, { keepPlace: true });
    window.scrollTo({ top: 0 });
  };
  const range = common.range(from, from + shown - 1, total);
  if (compact)
    return (
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          variant="default"
          aria-label={common.previousPage}
          disabled={passed.length === 0}
          onClick={() => turn(passed.slice(0, -1))}
        >
          <Icon name="left" size={14} />
        </ActionIcon>
        <Text size="sm">{range}</Text>
        <ActionIcon
          variant="default"
          aria-label={common.nextPage}
          disabled={next === null}
          onClick={() => next !== null && turn([...passed, next])}
        >
          <Icon name="right" size={14} />
        </ActionIcon>
      </Group>
    );
  return (
    <Group justify="center" gap="md" mt="md" className="screen-only">
      <Button
        variant="default"
        disabled={passed.length === 0}
        leftSection={<Icon name="left" size={14} />}
        onClick={() => turn(passed.slice(0, -1))}
      >
        {common.previousPage}
      </Button>
      <Text size="sm">{range}</Text>
      <Button
        variant="default"
        disabled={next === null}
        rightSection={<Icon name="right" size={14} />}
        onClick={() => next !== null && turn([...passed, next])}
      >
        {common.nextPage}
      </Button>
    </Group>
  );
}
