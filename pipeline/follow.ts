import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LedgerEntry } from '../schemas/ledger.ts';
import { isFinal } from './ingest.ts';
import type { IngestStore } from './patience.ts';
import { isOlder } from './version.ts';
import { walk } from './walk.ts';

const SOONEST_MS = 50;
const LATEST_MS = 1_000;
/** Files looked at together. */
const TOGETHER = 50;

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
  for await (const few of portions(walk(Array.from(paths, (path) => resolve(path))))) {
    let left = few.map(({ path }) => path);
    for (let pause = SOONEST_MS; !signal.aborted; ) {
      const entries = await Promise.all(left.map((path) => ledger.get(collection, path)));
      // Without a row it came after the files were queued, or was taken out again.
      const isOver = (entry: LedgerEntry | null): boolean =>
        entry === null || (isFinal(entry) && !isOlder(entry.pipelineVersion));
      const first = entries.findIndex((entry) => !isOver(entry));
      const over = first < 0 ? entries : entries.slice(0, first);
      for (const entry of over) if (entry) yield entry;
      if (first < 0) break;
      left = left.slice(first);
      pause = first > 0 ? SOONEST_MS : Math.min(pause * 1.5, LATEST_MS);
      if (pause === LATEST_MS) await onWaiting();
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
    if (signal.aborted) return;
  }
}

async function* portions<T>(all: AsyncIterable<T>): AsyncGenerator<T[]> {
  let few: T[] = [];
  for await (const one of all) {
    few.push(one);
    if (few.length < TOGETHER) continue;
    yield few;
    few = [];
  }
  if (few.length > 0) yield few;
}
