import type { LedgerEntry } from '../../schemas/ledger.ts';
import { follow } from '../follow.ts';
import { enqueue, fileHandler, giveUp, type IngestEvent } from '../ingest.ts';
import { outcomeOf } from '../outcomes.ts';
import { paint } from './format.ts';
import { type IngestSession, openIngestSession } from './ingest-session.ts';
import { progressBar } from './progress.ts';
import type { Session } from './session.ts';

export interface IngestRun {
  files: number;
  byState: Record<LedgerEntry['state'], number>;
  /** Files that need a person's eyes, in the order in which they were settled. */
  problems: LedgerEntry[];
  /** How many files there was work for. */
  fresh: number;
  interrupted: boolean;
}

/**
 * Queues the paths and works until all of them are settled. The first Ctrl-C finishes the files in hand and stops; the
 * second ends at once. Either way the same command goes on where this one stopped. `onSettled` gets the outcome of
 * every file met by this run; none is kept here but those with a problem.
 */
export async function runIngest(
  session: Session,
  paths: string[],
  collection: string,
  onSettled: (entry: LedgerEntry) => void = () => {},
): Promise<IngestRun> {
  const ingest = await openIngestSession(session);
  const { dependencies, signal } = ingest;
  const bar = await progressBar(session.messages);
  const run: IngestRun = { files: 0, byState: { ...NONE }, problems: [], fresh: 0, interrupted: false };
  const onEvent = (event: IngestEvent): void => {
    bar.onEvent(event);
    if (event.type === 'found' && event.fresh) run.fresh++;
    if (event.type !== 'settled') return;
    const { entry } = event;
    run.files++;
    run.byState[entry.state]++;
    if (entry.state === 'failed' || entry.state === 'partial') run.problems.push(entry);
    onSettled(entry);
  };
  try {
    if (dependencies.queue.remote) await workAndFollow(ingest, paths, collection, onEvent);
    else {
      await enqueue(dependencies, paths, collection, onEvent, signal);
      await workHere(ingest, onEvent);
    }
    await ingest.reconcile();
  } finally {
    bar.stop();
    await ingest.close();
  }
  run.interrupted = signal.aborted;
  return run;
}

const NONE: IngestRun['byState'] = { queued: 0, reading: 0, indexed: 0, partial: 0, failed: 0, duplicate: 0 };

/** Works on all that is queued, in this process alone. */
export function workHere(
  { home, dependencies, inHand, signal }: IngestSession,
  onEvent?: (event: IngestEvent) => void,
): Promise<void> {
  return home.queue.work(fileHandler(dependencies, onEvent), {
    concurrency: inHand,
    until: 'idle',
    signal,
    onGivenUp: giveUp(dependencies, onEvent),
  });
}

/**
 * Where others may work on the same queue, outcomes are read from the ledger, whoever wrote them: this process works
 * beside the others until every file of its own is settled.
 */
export async function workAndFollow(
  { home, dependencies, inHand, signal, requeue }: IngestSession,
  paths: string[],
  collection: string,
  onEvent: (event: IngestEvent) => void,
): Promise<void> {
  const done = new AbortController();
  const either = AbortSignal.any([signal, done.signal]);
  const only = (type: IngestEvent['type']) => (event: IngestEvent) => {
    if (event.type === type) onEvent(event);
  };
  const working = home.queue
    .work(fileHandler(dependencies, only('page')), {
      concurrency: inHand,
      until: 'stopped',
      signal: either,
      onGivenUp: giveUp(dependencies),
    })
    // Ends on its own only for something fatal, such as a full disk: then nothing is waited for any longer.
    .finally(() => done.abort());
  working.catch(() => {}); // Told below, when it is waited for.
  try {
    await enqueue(dependencies, paths, collection, only('found'), either);
    const following = { signal: either, onWaiting: requeue };
    for await (const entry of follow(dependencies.store.ledger, paths, collection, following))
      onEvent({ type: 'settled', entry });
  } finally {
    done.abort();
    await working;
  }
}

/** The balance of a run, and every file that needs a person's eyes, with what can be done about it. */
export function printOutcomes(session: Session, { files, byState, problems, fresh, interrupted }: IngestRun): void {
  const { messages, print } = session;
  print(messages.ingest.balance({ ...byState, files, queued: 0 }));
  if (fresh === 0 && files > 0) print(messages.ingest.nothingNew);
  if (problems.length > 0) {
    print();
    print(paint('bold', messages.ingest.problems));
    for (const entry of problems) {
      print(`  ${entry.path}`);
      print(`    ${reasonText(session, entry)}`);
    }
  }
  if (interrupted) print(`\n${messages.ingest.interrupted}`);
}

/** Why, and what to do: in the language of the interface. */
export function reasonText({ settings, messages }: Session, entry: LedgerEntry): string {
  if (entry.state === 'duplicate') return messages.ingest.duplicateOf(entry.duplicateOf ?? '');
  const outcome = entry.reason ? outcomeOf(entry.reason) : null;
  if (!outcome) return entry.detail ?? entry.reason ?? '';
  const why = settings.lang === 'vi' ? (entry.detail ?? outcome.vi) : outcome.en;
  return `${why} ${outcome.remedy[settings.lang]}`;
}
