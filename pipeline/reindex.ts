import type { LedgerEntry } from '../schemas/ledger.ts';
import type { Comparables, IndexedReport, Store } from '../search/port.ts';
import type { Home } from './compose.ts';
import type { Objects } from './ports.ts';
import { loadReading } from './readings.ts';
import { comparablesOf, reconcile } from './reconcile.ts';

const PAGE = 500;

/**
 * Writes every indexed file's records anew from its kept reading; files whose reading is of another version are left.
 * A store that many ask is made anew beside itself, and answers meanwhile.
 */
export async function reindex({
  store,
  desk,
  objects,
  queue,
}: Pick<Home, 'store' | 'desk' | 'objects'> & { queue: Pick<Home['queue'], 'alone'> }): Promise<{
  done: number;
  stale: number;
}> {
  const result = { done: 0, stale: 0 };
  const { rebuild } = store;
  if (rebuild) result.done = await queue.alone('reindex', () => rebuild(comparedAsRead(desk, objects)));
  else await writeAgain(store, objects, result);
  await reconcile(store, rebuild ? 'all' : 'waiting');
  return result;
}

/** A report that a person has corrected is still known by the header that was read. */
function comparedAsRead(
  { corrections }: Home['desk'],
  objects: Objects,
): (extraction: IndexedReport['extraction']) => Promise<Comparables> {
  return async (extraction) => {
    const { sha256 } = extraction;
    const corrected = (await corrections.latest([sha256])).has(sha256);
    const read = corrected ? await loadReading(objects, sha256) : null;
    return comparablesOf(extraction, read?.report);
  };
}

async function writeAgain(store: Store, objects: Objects, result: { done: number; stale: number }): Promise<void> {
  for (const state of ['indexed', 'partial'] as const) {
    for (let offset = 0; ; offset += PAGE) {
      const entries = await store.ledger.list({ state }, { offset, limit: PAGE });
      for (const entry of entries) result[(await writeOne(store, objects, entry)) ? 'done' : 'stale']++;
      if (entries.length < PAGE) break;
    }
  }
}

/** Writes a report anew from its kept reading; false where the kept reading is of another version, or there is none. */
export async function writeOne(store: Store, objects: Objects, entry: LedgerEntry): Promise<boolean> {
  const extraction = entry.sha256 === null ? null : await loadReading(objects, entry.sha256);
  if (!extraction || entry.sha256 === null) return false;
  const named = { ...extraction, sha256: entry.sha256 };
  const { collection, path } = entry;
  await store.put({ extraction: named, comparables: comparablesOf(named), collection, path }, entry);
  return true;
}
