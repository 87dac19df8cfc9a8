import { setTimeout as sleep } from 'node:timers/promises';
import { QueueBusyError } from './ports.ts';

const BUSY_MS = 1_000;

/** Works as soon as no other process does; whatever is queued meanwhile is theirs to do as well. */
export async function whenFree(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof QueueBusyError)) throw error;
      await sleep(BUSY_MS, undefined, { signal }).catch(() => {});
    }
  }
}
