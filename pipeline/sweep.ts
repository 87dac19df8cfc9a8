import type { Store } from '../search/port.ts';
import type { JobQueue, Objects } from './ports.ts';

/** Nobody copies or reads a file for so long. */
const OLD_MS = 3_600_000;

/**
 * Clears away what processes left behind that were killed: halves of copies, and files that were brought for a job that
 * somebody else has ended. Only while nothing waits or is in hand, so that nobody can still need them; how many.
 */
export async function sweep(
  { ledger }: { ledger: Pick<Store['ledger'], 'balance'> },
  queue: Pick<JobQueue, 'counts'>,
  objects: Pick<Objects, 'sweep'>,
): Promise<number> {
  const { waiting, running } = await queue.counts();
  const { queued, reading } = await ledger.balance();
  if (waiting + running + queued + reading > 0) return 0;
  const halves =
    (await objects.sweep('originals', OLD_MS, 'halves')) + (await objects.sweep('readings', OLD_MS, 'halves'));
  return halves + (await objects.sweep('incoming', OLD_MS, 'all'));
}
