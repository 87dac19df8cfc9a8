import type { Store } from '../search/port.ts';
import type { Objects } from './ports.ts';
import { readingName } from './readings.ts';
import { reconcile } from './reconcile.ts';

/**
 * Takes a report out: text, records, ledger rows, the original and its reading. The beginning of an id is enough where
 * only one report has it. Returns the id removed, or null where there is none.
 */
export async function removeReport(
  { store, objects }: { store: Store; objects: Objects },
  idPrefix: string,
): Promise<string | null> {
  const found = await store.report({ collections: null }, idPrefix);
  if (!found) return null;
  // First the records, so that nothing points to bytes that are gone.
  await store.remove(found.id);
  await reconcile(store);
  await objects.remove('readings', readingName(found.id, found.extraction.pipelineVersion));
  await objects.remove('originals', found.id);
  return found.id;
}
