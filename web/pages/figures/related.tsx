import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Series } from '../../../schemas/series.ts';
import { useMessages } from '../language.tsx';

const SHOWN = 12;

/** Other concepts whose names hold the words asked for: one of them may be meant. */
export function Related({ related, ask }: { related: Series['related']; ask: (label: string) => void }) {
  const { figures } = useMessages();
  const [all, setAll] = useState(false);
  const shown = all ? related : related.slice(0, SHOWN);
  const hidden = related.length - shown.length;
  return (
    <section>
      <h2>{figures.related}</h2>
      <Group gap="xs">
        {shown.map(({ label, unit, points }) => (
          <Button key={`${label} ${unit}`} variant="default" size="compact-sm" onClick={() => ask(label)}>
            {label} {unit && `(${unit})`} · {points}
          </Button>
        ))}
        {hidden > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {figures.moreRelated(hidden)}
          </Button>
        )}
      </Group>
    </section>
  );
}
