import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../search/port.ts';
import { ServerError } from '../search/server-error.ts';
import type { JobQueue } from './ports.ts';

const FIRST_MS = 250;
const LONGEST_MS = 5_000;

export interface Patience {
  /** Ends the waiting with the server's error. */
  signal?: AbortSignal;
  onWaiting?: (error: ServerError) => void;
}

/**
 * A server that is away, full or refuses us is not the file's fault: the work is done again until it answers. Doing it
 * again is harmless, since every name is derived. A server of a wrong version will not mend itself: that is thrown.
 */
export async function patiently<T>(work: () => Promise<T>, { signal, onWaiting }: Patience): Promise<T> {
  for (let pause = FIRST_MS; ; pause = Math.min(pause * 2, LONGEST_MS)) {
    try {
      return await work();
    } catch (error) {
      if (
        !(error instanceof ServerError) ||
        !['away', 'refused', 'full', 'rebuilding'].includes(error.problem) ||
        signal?.aborted
      )
        throw error;
      onWaiting?.(error);
      // Half of the pause is left to chance: workers that failed together do not come back together.
      await sleep(pause * (0.5 + Math.random() / 2), undefined, signal && { signal }).catch(() => {});
    }
  }
}

/** What the ingest needs of the queue, beside working on it. */
export type IngestQueue = Pick<JobQueue, 'remote' | 'add' | 'alone'>;

/** The queue, waiting for its server where it must. */
export function patientQueue({ remote, add, alone }: IngestQueue, patience: Patience): IngestQueue {
  return {
    remote,
    add: (jobs, urgency) => patiently(() => add(jobs, urgency), patience),
    alone: (key, work) => patiently(() => alone(key, work), patience),
  };
}

/** What the ingest needs of the store. */
export interface IngestStore {
  put: Store['put'];
  ledger: Pick<Store['ledger'], 'get' | 'firstWithBytes' | 'write'>;
}

/** The store, waiting for its server where it must. */
export function patientStore({ put, ledger }: IngestStore, patience: Patience): IngestStore {
  return {
    put: (indexed, entry) => patiently(() => put(indexed, entry), patience),
    ledger: {
      get: (collection, path) => patiently(() => ledger.get(collection, path), patience),
      firstWithBytes: (collection, sha256, otherThan) =>
        patiently(() => ledger.firstWithBytes(collection, sha256, otherThan), patience),
      write: (entries) => patiently(() => ledger.write(entries), patience),
    },
  };
}
