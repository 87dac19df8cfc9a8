import { setTimeout as sleep } from 'node:timers/promises';
import type { LedgerEntry } from '../../schemas/ledger.ts';
import {
  FatalError,
  type FileJob,
  type JobHandler,
  type JobQueue,
  QueueBusyError,
  TerminalError,
  type WorkOptions,
} from '../ports.ts';
import { aloneInProcess } from './alone.ts';
import { ATTEMPTS, backoff } from './attempts.ts';
import { afterGrace } from './grace.ts';

/**
 * The rows of the ledger as a queue: in the embedded home a job is a row that is `queued`, and its end is the
 * transaction that writes its records and its outcome.
 */
export interface QueueRows {
  /** Atomically turns up to `limit` queued rows into `reading` ones, in order of collection and path. */
  claim(limit: number): LedgerEntry[];
  /** Rows left `reading` by a process that died become `queued` again; how many. */
  requeueReading(): number;
}

/**
 * `lock` gives the sole right to work on this store, or null while another process holds it; the operating system
 * frees it when its holder dies, however it dies.
 */
export function embeddedQueue(
  rows: QueueRows,
  counts: () => Promise<{ queued: number; reading: number }>,
  lock: () => { release(): void } | null,
): JobQueue {
  return {
    remote: false,
    // The ledger rows written as `queued` are the queue: there is nothing more to add.
    async add() {},
    async work(handler, options) {
      const held = lock();
      if (!held) throw new QueueBusyError();
      const grace = afterGrace(options.signal, options.graceMs);
      const stop = new AbortController();
      const over = AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])]);
      try {
        rows.requeueReading();
        const hands = Array.from({ length: options.concurrency }, () =>
          drain(rows, handler, { ...options, signal: over, handBack: grace.signal }).catch((error: unknown) => {
            stop.abort();
            throw error;
          }),
        );
        // The others finish what they have in hand before the cause is told.
        await Promise.allSettled(hands);
        await Promise.all(hands);
      } finally {
        grace.cancel();
        rows.requeueReading();
        held.release();
      }
    },
    alone: aloneInProcess(),
    async counts() {
      const { queued, reading } = await counts();
      return { waiting: queued, running: reading };
    },
    health: async () => null,
    async close() {},
  };
}

type Drain = WorkOptions & { signal: AbortSignal; handBack: AbortSignal };

async function drain(rows: QueueRows, handler: JobHandler, options: Drain): Promise<void> {
  while (!options.signal.aborted) {
    const [entry] = rows.claim(1);
    if (!entry) return;
    await attempt({ collection: entry.collection, path: entry.path }, handler, options);
  }
}

/** A row that is still `reading` at the end was handed back: it is queued again. */
async function attempt(job: FileJob, handler: JobHandler, { signal, handBack, onGivenUp }: Drain): Promise<void> {
  for (let made = 1; ; made++) {
    try {
      return await handler(job, handBack);
    } catch (error) {
      if (error instanceof FatalError) throw error.cause;
      if (handBack.aborted) return;
      const known = error instanceof Error ? error : new Error(String(error));
      if (known instanceof TerminalError || made === ATTEMPTS) return onGivenUp(job, known);
      await sleep(backoff(made), undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
    }
  }
}
