import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { DecisionState, DeskFlag } from '../../../schemas/decision.ts';
import { Problem } from '../api/problem.ts';
import { useMay } from '../api/session.ts';
import { useMessages } from '../language.tsx';
import { useConditions } from '../parts/address.ts';
import { Exports } from '../parts/exports.tsx';
import { Icon } from '../parts/icon.tsx';
import { Pager } from '../parts/pager.tsx';
import { Awaited, Empty } from '../parts/states.tsx';
import { useTitle } from '../parts/title.ts';
import { reportAddress } from '../routes.ts';
import { useKeys } from '../shell/keys.tsx';
import type { FlagActions } from './actions.ts';
import {
  conditionNames,
  decide,
  decideTogether,
  forget,
  type Said,
  SIZE,
  undo,
  useFlagCounts,
  useFlagFile,
  useFlags,
} from './desk.ts';
import { type Dialog, Dialogs } from './dialogs.tsx';
import { Filters } from './filters.tsx';
import { OneFlag } from './one-flag.tsx';
import style from './page.module.css';
import { Queue } from './queue.tsx';

/** The auditor's desk: a queue, the flag at hand, and what is decided about it. */
export default function FlagsPage() {
  const { flags, common } = useMessages();
  const { one, several } = useConditions();
  useTitle(flags.title);
  const state = one('state') || 'open';
  const conditions = Object.fromEntries(conditionNames.map((name) => [name, one(name)]).filter(([, value]) => value));
  const queue = useFlags(state === 'all' ? conditions : { ...conditions, state }, several('cursor').at(-1));
  const counts = useFlagCounts();
  return (
    <div className={style.page}>
      <div className={`${style.bar} screen-only`}>
        <Filters />
        <Exports
          path="/api/protocol"
          formats={['docx', 'xlsx']}
          query={state === 'all' ? conditions : { ...conditions, state }}
          label={flags.protocol}
        />
        {counts.data && (
          <div className={style.counts}>
            {(['checked', 'consistent', 'flagged', 'decided'] as const).map((name) => (
              <span key={name}>
                <b>{common.count(counts.data[name])}</b> {flags.counts[name]}
              </span>
            ))}
          </div>
        )}
      </div>
      <Awaited of={queue}>{({ total, items, next }) => <Desk items={items} total={total} next={next} />}</Awaited>
    </div>
  );
}

function Desk({ items: listed, total, next }: { items: readonly DeskFlag[]; total: number; next: string | null }) {
  // A flag of a report that lies in the store twice, as DOCX and as PDF, is one flag.
  const items = useMemo(
    () => [...new Map(listed.toReversed().map((flag) => [flag.id, flag])).values()].toReversed(),
    [listed],
  );
  const narrow = useMediaQuery('screen and (max-width: 62em)', false, { getInitialValueInEffect: false });
  const { flags } = useMessages();
  const { one, change } = useConditions();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const mayDecide = useMay('auditor');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const chosen = one('flag') || items[0]?.id;
  const file = useFlagFile(chosen);
  const flag = file.data?.flag;

  const choose = (id: string): void => change({ flag: id }, { keepPlace: true, replace: true });
  const step = (by: number): void => {
    const at = items.findIndex(({ id }) => id === chosen);
    const to = items[Math.max(0, Math.min(items.length - 1, at + by))];
    if (to) choose(to.id);
  };
  const select = (id: string): void =>
    setSelected((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));

  const settle = async (work: Promise<unknown>, what: string): Promise<boolean> => {
    try {
      await work;
      notifications.show({ message: flags.done(what) });
      return true;
    } catch (error) {
      notifications.show({ ...wordsFor(error), color: 'red', autoClose: 10_000 });
      return false;
    } finally {
      await forget(queries);
    }
  };
  const wordsFor = (error: unknown): { title: string; message: string } => {
    if (!(error instanceof Problem)) return { title: flags.title, message: String(error) };
    const present = error.body.present as { by?: string; state?: DecisionState } | null | undefined;
    if (error.status !== 409 || !present) return { title: error.message, message: error.detail ?? '' };
    const state = flags.states[present.state ?? 'open'] ?? '';
    return { title: flags.conflict, message: flags.conflictDetail(present.by ?? flags.somebody, state) };
  };
  const say = async (said: Said, what: string, moveOn: boolean): Promise<void> => {
    if (!mayDecide) return;
    if (selected.size > 0) return sayTogether(said);
    if (!flag) return;
    const at = items.findIndex(({ id }) => id === flag.id);
    const following = items[at + 1] ?? items[at - 1];
    const kept = await settle(decide(flag.id, flag.version, said), what);
    if (kept && moveOn && following) choose(following.id);
  };
  const sayTogether = async (said: Said): Promise<void> => {
    const together = items.filter(({ id }) => selected.has(id));
    try {
      const { items: outcomes } = await decideTogether(together, said);
      const kept = outcomes.filter(({ outcome }) => outcome === 'kept').length;
      notifications.show({ message: flags.bulkOutcome(kept, outcomes.length - kept) });
      setSelected(new Set());
    } catch (error) {
      notifications.show({ ...wordsFor(error), color: 'red' });
    }
    await forget(queries);
  };
  const give = (what: Dialog, text: string): void => {
    const state = flag?.state ?? 'open';
    if (what === 'dismiss') void say({ state: 'dismissed', reason: text }, flags.states.dismissed ?? '', true);
    else if (what === 'assign') void say({ state, assignee: text || null, ...held(flag) }, flags.assignee, false);
    else void say({ state, comment: text, ...held(flag) }, flags.comment, false);
  };
  const actions: FlagActions = {
    confirm: () => void say({ state: 'confirmed' }, flags.states.confirmed ?? '', true),
    dismiss: () => setDialog('dismiss'),
    fixed: () => void say({ state: 'fixed' }, flags.states.fixed ?? '', true),
    reopen: () => void say({ state: 'open' }, flags.states.open ?? '', false),
    assign: () => setDialog('assign'),
    comment: () => setDialog('comment'),
    undo: () => flag && void settle(undo(flag.id, flag.version), flags.actions.undo),
    openReport: () => flag && go(reportAddress(flag.report.id, { record: flag.id })),
  };
  const whenMay = (act: () => void) => () => mayDecide && act();
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    v: () => chosen && select(chosen),
    o: actions.openReport,
    x: actions.confirm,
    b: whenMay(actions.dismiss),
    s: actions.fixed,
    r: actions.reopen,
    g: whenMay(actions.assign),
    c: whenMay(actions.comment),
    u: whenMay(actions.undo),
  });
  const onlyList = narrow && !one('flag');
  if (items.length === 0) return <Empty title={flags.none} hint={flags.noneHint} />;
  return (
    <div className={style.panes}>
      {narrow && !onlyList && (
        <Button
          variant="subtle"
          className="screen-only"
          leftSection={<Icon name="left" size={14} />}
          onClick={() => change({ flag: null }, { keepPlace: true })}
        >
          {flags.showAll}
        </Button>
      )}
      {(!narrow || onlyList) && (
        <div className={`${style.queue} screen-only`}>
          <Queue flags={items} chosen={chosen} choose={choose} selected={selected} select={select} />
          <div className={style.foot}>
            {selected.size > 0 && flags.selected(selected.size)}
            <Pager total={total} shown={listed.length} next={next} size={SIZE} compact />
          </div>
        </div>
      )}
      {!onlyList && (
        <Awaited of={file}>{(data) => <OneFlag file={data} actions={actions} mayDecide={mayDecide} />}</Awaited>
      )}
      <Dialogs dialog={dialog} close={() => setDialog(null)} assignee={flag?.assignee ?? null} give={give} />
    </div>
  );
}

/** A dismissal keeps its reason when something else is said of it. */
function held(flag: DeskFlag | undefined): { reason?: string } {
  const reason = flag?.decision?.reason;
  return flag?.state === 'dismissed' && reason ? { reason } : {};
}
