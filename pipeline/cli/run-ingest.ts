import type { LedgerEntry } from '../../schemas/ledger.ts';
import { openHome } from '../compose.ts';
import { enqueue, fileHandler, type IngestDependencies } from '../ingest.ts';
import { outcomeOf } from '../outcomes.ts';
import { ReadingPool } from '../read/pool.ts';
import { paint } from './format.ts';
import { progressBar } from './progress.ts';
import type { Session } from './session.ts';

export interface IngestRun {
  /** The outcome of every file met by this run, in the order in which they were settled. */
  settled: LedgerEntry[];
  /** How many files there was work for. */
  fresh: number;
  interrupted: boolean;
}

/**
 * Queues the paths and works until nothing waits. The first Ctrl-C finishes the files in hand and stops; the second
 * ends at once. Either way the same command goes on where this one stopped.
 */
export async function runIngest(session: Session, paths: string[], collection: string): Promise<IngestRun> {
  const home = await openHome(session.settings);
  const pool = new ReadingPool(session.settings, session.note);
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const bar = await progressBar(session.messages);
  const run: IngestRun = { settled: [], fresh: 0, interrupted: false };
  const dependencies: IngestDependencies = { ...home, pool, settings: session.settings, now: () => new Date() };
  const onEvent: Parameters<typeof fileHandler>[1] = (event) => {
    bar.onEvent(event);
    if (event.type === 'settled') run.settled.push(event.entry);
    else if (event.type === 'found' && event.fresh) run.fresh++;
  };
  try {
    await enqueue(dependencies, paths, collection, onEvent);
    await home.queue.work(fileHandler(dependencies, onEvent), {
      concurrency: session.settings.concurrency,
      until: 'idle',
      signal: stop.signal,
    });
  } finally {
    bar.stop();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    await pool.close();
    await home.close();
  }
  run.interrupted = stop.signal.aborted;
  return run;
}

/** The balance of a run, and every file that needs a person's eyes, with what can be done about it. */
export function printOutcomes(session: Session, { settled, fresh, interrupted }: IngestRun): void {
  const { messages, print } = session;
  const count = (state: LedgerEntry['state']): number => settled.filter((entry) => entry.state === state).length;
  print(
    messages.ingest.balance({
      files: settled.length,
      indexed: count('indexed'),
      partial: count('partial'),
      failed: count('failed'),
      duplicate: count('duplicate'),
      queued: 0,
    }),
  );
  if (fresh === 0 && settled.length > 0) print(messages.ingest.nothingNew);
  const problems = settled.filter((entry) => entry.state === 'failed' || entry.state === 'partial');
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
