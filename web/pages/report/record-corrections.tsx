import { Button, Group, NumberInput, Popover, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Extraction } from '../../../schemas/extraction.ts';
import { useMessages } from '../language.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useCorrections, type Wish } from './corrections.ts';
import style from './records.module.css';

interface RecordCorrectionsProps {
  report: string;
  extraction: Extraction;
  kind: 'citations' | 'indicators' | 'issues';
  record: string;
}

/** What can be put right in the chosen record: it is none, it names another document, its figure is another. */
export function RecordCorrections({ report, extraction, kind, record }: RecordCorrectionsProps) {
  const { report: own } = useMessages();
  const { correcting } = useCorrections(report);
  const send = (change: Wish): void => correcting.mutate(change);
  const citation = extraction.citations.find(({ id }) => id === record);
  const indicator = extraction.indicators.find(({ id }) => id === record);
  return (
    <div className={style.corrections}>
      <Group gap="xs">
        {kind === 'citations' && citation && (
          <LinkForm
            number={citation.number ?? ''}
            give={(number) => send({ what: 'link', citation: record, number: number || null, directive: null })}
          />
        )}
        {kind === 'indicators' && indicator && (
          <FigureForm
            value={indicator.value}
            unit={indicator.unit ?? ''}
            give={(value, unit) => send({ what: 'figure', indicator: record, value, unit: unit || null })}
          />
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          loading={correcting.isPending}
          onClick={() => send({ what: 'reject', kind, record })}
        >
          {own.reject}
        </Button>
      </Group>
      <Refusal error={correcting.error} />
    </div>
  );
}

function LinkForm({ number, give }: { number: string; give: (number: string) => void }) {
  const { report, words } = useMessages();
  const [typed, setTyped] = useState(number);
  const submit = (): boolean => {
    give(typed.trim());
    return true;
  };
  return (
    <FormBehind title={report.correctLink} submit={submit}>
      <TextInput
        label={words.report.number}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </FormBehind>
  );
}

interface FigureFormProps {
  value: number;
  unit: string;
  give: (value: number, unit: string) => void;
}

function FigureForm({ value, unit, give }: FigureFormProps) {
  const { report, figures } = useMessages();
  const [figure, setFigure] = useState<number | string>(value);
  const [measure, setMeasure] = useState(unit);
  const submit = (): boolean => {
    if (typeof figure !== 'number') return false;
    give(figure, measure.trim());
    return true;
  };
  return (
    <FormBehind title={report.correctFigure} submit={submit}>
      <NumberInput
        label={figures.columns.value}
        decimalSeparator=","
        thousandSeparator="."
        value={figure}
        onChange={setFigure}
      />
      <TextInput
        label={figures.unit}
        maxLength={200}
        value={measure}
        onChange={(event) => setMeasure(event.currentTarget.value)}
      />
    </FormBehind>
  );
}

interface FormBehindProps {
  title: string;
  /** Gives what was typed; false where that cannot be given, and the form stays. */
  submit: () => boolean;
  children: ReactNode;
}

/** A small form that opens at its button and goes when it was sent. */
function FormBehind({ title, submit, children }: FormBehindProps) {
  const { common } = useMessages();
  const [open, { toggle, close }] = useDisclosure();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (submit()) close();
  };
  return (
    <Popover opened={open} onChange={(next) => !next && close()} trapFocus>
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" onClick={toggle}>
          {title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={send}>
          {children}
          <Button type="submit" size="compact-sm" mt="xs">
            {common.save}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
