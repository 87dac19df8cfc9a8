import type { IndexedReport, Store } from '../search/port.ts';

/** Milliseconds that it takes to store a report and whatever is to be done `then`. */
export async function timedPut(
  store: Store,
  indexed: IndexedReport,
  then: () => Promise<unknown> = async () => {},
): Promise<number> {
  const { collection, path, extraction } = indexed;
  const start = performance.now();
  await store.put(indexed, {
    ...{ collection, path, sha256: extraction.sha256, size: 1, state: 'indexed', reason: null, detail: null },
    ...{ duplicateOf: null, pipelineVersion: '1', attempts: 1, updated: '2023-07-01T00:00:00.000Z' },
  });
  await then();
  return performance.now() - start;
}
