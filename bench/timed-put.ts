import { store } from '../evaluate/province/stored.ts';
import type { IndexedReport, Store } from '../search/port.ts';

/** Milliseconds that it takes to store a report and whatever is to be done `then`. */
export async function timedPut(
  into: Store,
  indexed: IndexedReport,
  then: () => Promise<unknown> = async () => {},
): Promise<number> {
  const start = performance.now();
  await store(into, indexed);
  await then();
  return performance.now() - start;
}
