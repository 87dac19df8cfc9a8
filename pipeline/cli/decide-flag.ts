import { type Decision, DecisionRequest, DecisionState } from '../../schemas/decision.ts';
import type { Home } from '../compose.ts';
import { decideFlags, type Outcome, undoDecision } from '../desk/decide.ts';
import { EXIT, UsageError } from './failure.ts';
import { oneOf } from './paging.ts';
import { saidText } from './print-standing.ts';
import { everybody, type Session, withStore } from './session.ts';

type Options = Record<string, string | boolean | undefined>;

/** `flags decide ID`, `flags undo ID`, `flags history ID`. */
export async function actOnFlag(session: Session, [action, id]: string[], options: Options): Promise<number> {
  const { messages, json, print, printJson } = session;
  if (id === undefined) throw new UsageError(messages.desk.actions);
  if (action === 'history') {
    const history = await withStore(session, ({ desk }) => desk.decisions.of(id));
    if (json) printJson({ flag: id, history });
    else if (history.length === 0) print(messages.desk.none);
    else for (const entry of history) print(`${entry.version}. ${saidText(entry, messages.desk)}`);
    return EXIT.fine;
  }
  const act =
    action === 'decide' ? decide(session, id, options) : action === 'undo' ? undo(session, id, options) : null;
  if (!act) throw new UsageError(messages.desk.actions);
  const outcome = await withStore(session, act);
  if (json) printJson(outcome);
  else print(outcomeText(session, outcome));
  return outcome.outcome === 'kept' ? EXIT.fine : outcome.outcome === 'unknown' ? EXIT.usage : EXIT.fileFailed;
}

type Act = (home: Home) => Promise<Outcome>;

/** Wishes are looked at before the store is opened. */
function decide({ messages: { desk } }: Session, flag: string, options: Options): Act {
  if (options.state === undefined) throw new UsageError(desk.needsState);
  const by = byWhom(options, desk.needsBy);
  const state = oneOf(DecisionState.options, options.state, '--state');
  if (state === 'dismissed' && !options.reason) throw new UsageError(desk.needsReason);
  const { reason, comment, assignee } = options;
  return async (home) => {
    const request = DecisionRequest.parse({ state, reason, comment, assignee, version: await versionOf(home, flag) });
    const [outcome] = await decideFlags(home, everybody, [{ flag, ...request }], by, new Date());
    return outcome!;
  };
}

function undo({ messages: { desk } }: Session, flag: string, options: Options): Act {
  const by = byWhom(options, desk.needsBy);
  return async (home) => undoDecision(home, everybody, { flag, version: await versionOf(home, flag) }, by, new Date());
}

function byWhom({ by }: Options, missing: string): string {
  if (typeof by !== 'string' || by.trim() === '') throw new UsageError(missing);
  return by.trim();
}

async function versionOf({ desk }: Home, flag: string): Promise<number> {
  return (await desk.decisions.latest([flag])).get(flag)?.version ?? 0;
}

function outcomeText({ messages: { desk } }: Session, outcome: Outcome): string {
  const said = (decision: Decision | null): string => (decision ? saidText(decision, desk) : '');
  switch (outcome.outcome) {
    case 'kept':
      return desk.kept(outcome.flag, said(outcome.decision));
    case 'conflict':
      return desk.conflict(said(outcome.latest));
    case 'unknown':
      return desk.unknown(outcome.flag);
    case 'nothing-to-undo':
      return desk.nothingToUndo;
  }
}
