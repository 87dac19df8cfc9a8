import { Button } from '@mantine/core';
import type { Correction } from '../../../schemas/correction.ts';
import { useMay } from '../api/session.ts';
import { useMessages } from '../language.tsx';
import type { Messages } from '../messages/vi.ts';
import { Refusal } from '../parts/refusal.tsx';
import { momentOf } from '../text/dates.ts';
import { numberOf } from '../text/numbers.ts';
import { useCorrections } from './corrections.ts';
import style from './records.module.css';

/** What was corrected, by whom and when; each can be taken back, and nothing is ever struck out. */
export function CorrectionHistory({ report }: { report: string }) {
  const messages = useMessages();
  const { report: own, flags } = messages;
  const may = useMay('auditor');
  const { history, correcting } = useCorrections(report);
  if (history.length === 0) return null;
  const taken = new Set(history.map(({ undoes }) => undoes));
  return (
    <>
      <h3 className={style.sub}>{own.corrections}</h3>
      {history.toReversed().map((one) => (
        <p key={one.version} className={style.more}>
          <b>{one.by}</b>, {momentOf(one.at)}: {one.change ? told(one.change, messages) : flags.undone}{' '}
          {may && one.change && !taken.has(one.version) && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => correcting.mutate({ what: 'undo', version: one.version })}
            >
              {flags.actions.undo}
            </Button>
          )}
        </p>
      ))}
      <Refusal error={correcting.error} />
    </>
  );
}

function told(change: NonNullable<Correction['change']>, { report, words, common }: Messages): string {
  if (change.what === 'reject')
    return `${report.reject} (${report.tabs[change.kind === 'relations' ? 'citations' : change.kind]})`;
  if (change.what === 'link') return `${report.correctLink} ${change.number ?? common.unknown}`;
  if (change.what === 'figure') return `${report.correctFigure} ${numberOf(change.value)} ${change.unit ?? ''}`;
  const names: Record<string, string> = words.report;
  return Object.entries(change.set)
    .map(([name, value]) => `${names[name] ?? name}: ${textOf(value) ?? common.unknown}`)
    .join('; ');
}

function textOf(value: string | { label: string } | { name: string }[] | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(({ name }) => name).join(', ') : value.label;
}
