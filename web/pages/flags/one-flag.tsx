import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FlagFile } from '../../../schemas/decision.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { momentOf } from '../text/dates.ts';
import type { FlagActions } from './actions.ts';
import style from './page.module.css';
import { Places } from './places.tsx';
import { StateMark } from './queue.tsx';

/** One flag whole: what can be done with it, the sum worked out, both places, and what was said about it. */
export function OneFlag({ file, actions, mayDecide }: { file: FlagFile; actions: FlagActions; mayDecide: boolean }) {
  const { flags, words } = useMessages();
  const { language } = useLanguage();
  const { flag, places, history } = file;
  const facts = [words.severities[flag.severity], flag.certain ? words.sure.certain : words.sure.unsure];
  if (flag.assignee) facts.push(`${flags.assignee} ${flag.assignee}`);
  return (
    <section className={style.one} aria-label={words.kinds[flag.kind]}>
      <h1>
        {words.kinds[flag.kind]} <StateMark state={flag.state} />
      </h1>
      <span className={style.dim}>{facts.join(' · ')}</span>
      {mayDecide ? <Actions actions={actions} open={flag.state === 'open'} /> : <p>{flags.readOnly}</p>}
      <p>{flag.message[language]}</p>
      {flag.reopenedBecause && <p role="note">{flags.reopened}</p>}
      <Sum flag={flag} />
      <h2>{flags.places}</h2>
      <Places flag={flag} places={places} />
      <h2 style={{ marginTop: '1.25rem' }}>{flags.history}</h2>
      <History history={history} />
    </section>
  );
}

function Actions({ actions, open }: { actions: FlagActions; open: boolean }) {
  const { flags } = useMessages();
  const button = (name: keyof FlagActions, key: string, main = false): ReactNode => (
    <Button size="compact-sm" variant={main ? 'filled' : 'default'} onClick={actions[name]} aria-keyshortcuts={key}>
      {flags.actions[name]}
      <kbd className={style.key}>{key}</kbd>
    </Button>
  );
  return (
    <div className={`${style.actions} screen-only`}>
      {open ? (
        <>
          {button('confirm', 'x', true)}
          {button('dismiss', 'b')}
          {button('fixed', 's')}
        </>
      ) : (
        button('reopen', 'r')
      )}
      {button('assign', 'g')}
      {button('comment', 'c')}
      {button('undo', 'u')}
      {button('openReport', 'o')}
    </div>
  );
}

function Sum({ flag }: { flag: FlagFile['flag'] }) {
  const { flags } = useMessages();
  return (
    <>
      <div className={style.sum}>
        {flag.stated !== null && (
          <div>
            <span className={style.dim}>{flags.stated}</span>
            <span className={style.figure}>{flag.stated}</span>
          </div>
        )}
        {flag.expected !== null && (
          <div>
            <span className={style.dim}>{flags.expected}</span>
            <span className={style.figure}>{flag.expected}</span>
          </div>
        )}
        {flag.interval !== null && (
          <div>
            <span className={style.dim}>{flags.interval}</span>
            <span className={style.figure}>{flag.interval}</span>
          </div>
        )}
      </div>
      {flag.formula !== null && <p className={style.formula}>{flag.formula}</p>}
      {flag.suggestion !== null && (
        <p>
          {flags.suggestion}: {flag.suggestion}
        </p>
      )}
    </>
  );
}

function History({ history }: { history: FlagFile['history'] }) {
  const { flags } = useMessages();
  if (history.length === 0) return <p>{flags.noHistory}</p>;
  return (
    <ol className={style.history}>
      {history.toReversed().map((entry) => (
        <li key={entry.version}>
          <b>{entry.by}</b> {entry.undoes === null ? flags.states[entry.state] : flags.undone}
          {entry.assignee && ` · ${flags.assignee} ${entry.assignee}`}
          <span className={style.dim}>
            <time dateTime={entry.at}>{momentOf(entry.at)}</time>
          </span>
          {entry.reason && (
            <div>
              {flags.reason}: {entry.reason}
            </div>
          )}
          {entry.comment && <div>{entry.comment}</div>}
        </li>
      ))}
    </ol>
  );
}
