import { TextInput } from '@mantine/core';
import { type KeyboardEvent, memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { fold } from '../../../extractors/text/fold.ts';
import { useMay } from '../api/session.ts';
import { useMessages } from '../language.tsx';
import { partsOf, useFilling } from '../parts/filling.ts';
import { Icon } from '../parts/icon.tsx';
import { Empty } from '../parts/states.tsx';
import { useKeys } from '../shell/keys.tsx';
import { Diagnostics, ReportFacts } from './facts.tsx';
import { RecordCorrections } from './record-corrections.tsx';
import style from './records.module.css';
import type { OneReport } from './report.ts';
import { type Row, useRows } from './rows.tsx';
import { SignOff } from './sign-off.tsx';

const lists = ['flags', 'citations', 'indicators', 'issues'] as const;
const tabs = [...lists, 'facts', 'diagnostics'] as const;
type Tab = (typeof tabs)[number];
/** Rows that come to stand in the page together. */
const TOGETHER = 60;
const isList = (tab: Tab): tab is (typeof lists)[number] => (lists as readonly string[]).includes(tab);

interface RecordsProps {
  report: OneReport;
  at: { record?: string; block?: string };
  choose: (record: string) => void;
  turn: (block: string) => void;
}

/** All that was found in a report, in lists beside it. The list of the chosen record comes to the front. */
export function Records({ report, at, choose, turn }: RecordsProps) {
  const messages = useMessages();
  const rows = useRows(report.extraction);
  const may = useMay('auditor');
  const [tab, setTab] = useState<Tab>(
    () => listOf(rows, at.record) ?? lists.find((name) => rows[name].length > 0) ?? 'facts',
  );
  const chosenIn = listOf(rows, at.record);
  useEffect(() => {
    if (chosenIn) setTab(chosenIn);
  }, [at.record]);
  const counts: Record<Tab, number | null> = {
    flags: rows.flags.length,
    citations: rows.citations.length,
    indicators: rows.indicators.length,
    issues: rows.issues.length,
    facts: null,
    diagnostics: report.extraction.diagnostics.length,
  };
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]!;
    setTab(next);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={messages.report.list} className={style.tabs} onKeyDown={move}>
        {tabs.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={tab === name}
            aria-controls="records"
            tabIndex={tab === name ? 0 : -1}
            className={style.tab}
            onClick={() => setTab(name)}
          >
            {messages.report.tabs[name]}
            {counts[name] !== null && ` ${messages.common.count(counts[name])}`}
          </button>
        ))}
      </div>
      {tab === 'flags' && <SignOff report={report.head.id} />}
      <div id="records" role="tabpanel" aria-labelledby={`tab-${tab}`} style={{ display: 'contents' }}>
        {isList(tab) && (
          <List
            key={tab}
            rows={rows[tab]}
            none={messages.report.none[tab]}
            at={at.record}
            choose={choose}
            coverage={tab === 'flags' ? report.extraction.coverage : null}
            under={(record) =>
              may && tab !== 'flags' ? (
                <RecordCorrections report={report.head.id} extraction={report.extraction} kind={tab} record={record} />
              ) : null
            }
          />
        )}
        {tab === 'facts' && <ReportFacts report={report} />}
        {tab === 'diagnostics' && <Diagnostics extraction={report.extraction} turn={turn} />}
      </div>
    </>
  );
}

function listOf(rows: Record<(typeof lists)[number], Row[]>, record: string | undefined) {
  return record === undefined ? undefined : lists.find((name) => rows[name].some(({ id }) => id === record));
}

interface ListProps {
  rows: readonly Row[];
  none: string;
  at: string | undefined;
  choose: (record: string) => void;
  coverage: OneReport['extraction']['coverage'] | null;
  /** What stands below the chosen row. */
  under: (record: string) => ReactNode;
}

function List({ rows, none, at, choose, coverage, under }: ListProps) {
  const { report } = useMessages();
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const shown = useMemo(() => {
    const wanted = fold(filter.normalize('NFC')).split(/\s+/).filter(Boolean);
    return wanted.length === 0 ? rows : rows.filter(({ words }) => wanted.every((word) => fold(words).includes(word)));
  }, [rows, filter]);
  const parts = useMemo(() => partsOf(shown, TOGETHER), [shown]);
  const chosen = shown.findIndex(({ id }) => id === at);
  const isFilled = useFilling(parts.length, [0, Math.floor(Math.max(0, chosen) / TOGETHER)]);
  useEffect(() => {
    if (at) list.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const step = (by: number): void => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, chosen + by))];
    if (next) choose(next.id);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  return (
    <>
      {coverage && (
        <p className={style.plain} style={{ margin: 0 }}>
          {coverage.claimsChecked > 0
            ? report.checked(coverage.claimsChecked, coverage.claimsFound)
            : report.nothingChecked}
        </p>
      )}
      {rows.length > 8 && (
        <div className={style.tools}>
          <TextInput
            size="xs"
            aria-label={report.filter}
            placeholder={report.filter}
            value={filter}
            leftSection={<Icon name="filter" size={13} />}
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
        </div>
      )}
      {rows.length === 0 ? (
        <Empty title={none} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <ul ref={list} className={style.list} tabIndex={0}>
          {parts.map((part, i) => {
            const here = part.some(({ id }) => id === at) ? at : undefined;
            return isFilled(i) && <Lines key={i} rows={part} at={here} choose={choose} under={here && under(here)} />;
          })}
        </ul>
      )}
    </>
  );
}

interface LinesProps {
  rows: readonly Row[];
  at: string | undefined;
  choose: (record: string) => void;
  under: ReactNode;
}

const Lines = memo(function Lines({ rows, at, choose, under }: LinesProps) {
  return rows.map(({ id, shown, link }) => (
    <li key={id} className={style.row} data-chosen={id === at ? '' : undefined}>
      <button
        type="button"
        className={style.turn}
        aria-current={id === at ? 'true' : undefined}
        onClick={() => choose(id)}
      >
        {shown}
      </button>
      {link && <span className={style.link}>{link}</span>}
      {id === at && under}
    </li>
  ));
});
