import type { LedgerEntry } from '../schemas/ledger.ts';
import type { Store } from '../search/port.ts';
import type { Objects } from './ports.ts';
import { loadReading } from './readings.ts';
import { comparablesOf, reconcile } from './reconcile.ts';

const PAGE = 500;

/** Writes every indexed file's records anew from its kept reading; files whose reading is of another version are left. */
export async function reindex({
  store,
  objects,
}: {
  store: Store;
  objects: Objects;
}): Promise<{ done: number; stale: number }> {
  const result = { done: 0, stale: 0 };
  for (const state of ['indexed', 'partial'] as const) {
    for (let offset = 0; ; offset += PAGE) {
      const entries = await store.ledger.list({ state }, { offset, limit: PAGE });
      for (const entry of entries) result[(await again(store, objects, entry)) ? 'done' : 'stale']++;
      if (entries.length < PAGE) break;
    }
  }
  await reconcile(store);
  return result;
}

async function again(store: Store, objects: Objects, entry: LedgerEntry): Promise<boolean> {
  const extraction = entry.sha256 === null ? null : await loadReading(objects, entry.sha256);
  if (!extraction || entry.sha256 === null) return false;
  const named = { ...extraction, sha256: entry.sha256 };
  const { collection, path } = entry;
  await store.put({ extraction: named, comparables: comparablesOf(named), collection, path }, entry);
  return true;
}
