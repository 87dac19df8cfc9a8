import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LedgerEntry } from '../schemas/ledger.ts';
import { isFinal } from './ingest.ts';
import type { IngestStore } from './patience.ts';
import { isOlder } from './version.ts';
import { walk } from './walk.ts';

const SOONEST_MS = 50;
const LATEST_MS = 1_000;

export interface FollowOptions {
  signal: AbortSignal;
  /** Called now and then while the outcome of one file is waited for. */
  onWaiting: () => Promise<unknown>;
}

/**
 * The outcome of every file below the paths, whoever works on it, in the order of the walk. The walk itself is the
 * place where we stand, so a million paths are never held.
 */
export async function* follow(
  ledger: Pick<IngestStore['ledger'], 'get'>,
  paths: Iterable<string>,
  collection: string,
  { signal, onWaiting }: FollowOptions,
): AsyncGenerator<LedgerEntry> {
  for await (const { path } of walk(Array.from(paths, (path) => resolve(path)))) {
    for (let pause = SOONEST_MS; !signal.aborted; pause = Math.min(pause * 1.5, LATEST_MS)) {
      const entry = await ledger.get(collection, path);
      const over = entry !== null && isFinal(entry) && !isOlder(entry.pipelineVersion);
      if (over) yield entry;
      // Without a row it came after the files were queued, or was taken out again.
      if (!entry || over) break;
      if (pause === LATEST_MS) await onWaiting();
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
    if (signal.aborted) return;
  }
}
