import type { Store } from '../search/port.ts';
import type { JobQueue } from './ports.ts';
import { isNewer } from './version.ts';

const PAGE = 500;

/**
 * Files whose row says `queued` while the queue is empty: their jobs were lost with the server that held them, or their
 * sender died between the two writes. The ledger is the truth, so they are queued again; how many. Where there are none,
 * nothing is in hand: whatever is half-written then is put right.
 */
export async function requeueLost(
  { ledger, repair }: { ledger: Pick<Store['ledger'], 'list'> } & Pick<Store, 'repair'>,
  queue: Pick<JobQueue, 'counts' | 'add'>,
): Promise<number> {
  const { waiting, running } = await queue.counts();
  if (waiting + running > 0) return 0;
  let lost = 0;
  for (let offset = 0; ; offset += PAGE) {
    const entries = await ledger.list({ state: 'queued' }, { offset, limit: PAGE });
    // What a newer program has queued is for its own workers.
    const mine = entries.filter(({ pipelineVersion }) => !isNewer(pipelineVersion));
    await queue.add(mine.map(({ collection, path }) => ({ collection, path })));
    lost += mine.length;
    if (entries.length < PAGE) break;
  }
  if (lost === 0) await repair();
  return lost;
}
