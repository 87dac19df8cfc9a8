import { useEffect, useRef } from 'react';
import type { DeskFlag } from '../../../schemas/decision.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { fileName } from '../parts/report-line.tsx';
import style from './page.module.css';

interface QueueProps {
  flags: readonly DeskFlag[];
  chosen: string | undefined;
  choose: (id: string) => void;
  selected: ReadonlySet<string>;
  select: (id: string) => void;
}

/** The flags one after the other; the chosen one stays in sight. */
export function Queue({ flags, chosen, choose, selected, select }: QueueProps) {
  const messages = useMessages();
  const { language } = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (chosen) list.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ul ref={list} className={style.list} tabIndex={0} aria-label={messages.flags.queue}>
      {flags.map((flag) => (
        <li key={flag.id} className={style.item} data-chosen={flag.id === chosen ? '' : undefined}>
          <span className={style.tick}>
            <input
              type="checkbox"
              aria-label={`${messages.flags.actions.select}: ${flag.message[language]}`}
              checked={selected.has(flag.id)}
              onChange={() => select(flag.id)}
            />
          </span>
          <button
            type="button"
            className={style.turn}
            aria-current={flag.id === chosen ? 'true' : undefined}
            onClick={() => choose(flag.id)}
          >
            <span className={style.kind} data-certain={flag.certain}>
              {messages.words.kinds[flag.kind]}
            </span>
            {flag.state !== 'open' && <StateMark state={flag.state} />}
            <span className={style.dim}>
              {flag.reports.map(({ number, path }) => number ?? fileName(path)).join(' ↔ ')}
              {flag.assignee && ` · ${flag.assignee}`}
            </span>
            {flag.message[language]}
          </button>
        </li>
      ))}
    </ul>
  );
}

export function StateMark({ state }: { state: DeskFlag['state'] }) {
  const { flags } = useMessages();
  return (
    <span className={style.state} data-state={state}>
      {flags.states[state]}
    </span>
  );
}
