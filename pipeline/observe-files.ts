import type { LedgerEntry } from '../schemas/ledger.ts';
import type { IngestEvent } from './ingest.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { FileJob, JobHandler } from './ports.ts';

/** Who is told what becomes of files, beside the ledger. */
export interface FileObserver {
  settled(entry: LedgerEntry, seconds: number): void;
  attemptFailed(job: FileJob, error: Error, seconds: number): void;
}

/** Measures each file on its way through the handler, and tells of it. */
export function observeFiles(
  { settled, attemptFailed }: FileObserver,
  metrics: Metrics | null,
): { onEvent(event: IngestEvent): void; observe(handler: JobHandler): JobHandler } {
  const begun = new Map<string, number>();
  const keyOf = ({ collection, path }: Pick<FileJob, 'collection' | 'path'>): string => `${collection}\u0000${path}`;
  const secondsSince = (at = performance.now()): number => (performance.now() - at) / 1000;
  return {
    onEvent(event) {
      if (event.type === 'settled') {
        metrics?.settled(event.entry);
        settled(event.entry, secondsSince(begun.get(keyOf(event.entry))));
      } else if (event.type === 'page') metrics?.pagesRead(1);
    },
    observe: (handler) => async (job, signal) => {
      const key = keyOf(job);
      const at = performance.now();
      begun.set(key, at);
      try {
        await handler(job, signal);
      } catch (error) {
        metrics?.attemptFailed();
        attemptFailed(job, error as Error, secondsSince(at));
        throw error;
      } finally {
        metrics?.inHand(secondsSince(at));
        begun.delete(key);
      }
    },
  };
}
