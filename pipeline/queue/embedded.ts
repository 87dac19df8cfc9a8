import type { LedgerEntry } from '../../schemas/ledger.ts';
import { type FileJob, type JobQueue, QueueBusyError } from '../ports.ts';

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
    // The ledger rows written as `queued` are the queue: there is nothing more to add.
    async add() {},
    async work(handler, { concurrency, signal }) {
      const held = lock();
      if (!held) throw new QueueBusyError();
      try {
        rows.requeueReading();
        await Promise.all(Array.from({ length: concurrency }, () => drain(rows, handler, signal)));
      } finally {
        held.release();
      }
    },
    async counts() {
      const { queued, reading } = await counts();
      return { waiting: queued, running: reading };
    },
    async close() {},
  };
}

async function drain(rows: QueueRows, handler: (job: FileJob) => Promise<void>, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    const [entry] = rows.claim(1);
    if (!entry) return;
    await handler({ collection: entry.collection, path: entry.path });
  }
}
