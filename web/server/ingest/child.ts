import { constants, setPriority } from 'node:os';
import { openHome } from '../../../pipeline/compose.ts';
import { fileHandler, giveUp, type IngestDependencies } from '../../../pipeline/ingest.ts';
import { patiently, patientQueue, patientStore } from '../../../pipeline/patience.ts';
import { ReadingPool } from '../../../pipeline/read/pool.ts';
import { reconcile } from '../../../pipeline/reconcile.ts';
import { requeueLost } from '../../../pipeline/requeue.ts';
import { whenFree } from '../../../pipeline/when-free.ts';
import type { Settings } from '../../../schemas/settings.ts';
import type { FromChild, ToChild } from './protocol.ts';

/** Works on everything that is queued, beside the server, and ends: neither slows the other down. */

const GRACE_MS = 10_000;

// Somebody waits for a page; files take seconds in any case. The processes that read them inherit it.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const stop = new AbortController();
const tell = (message: FromChild): void => {
  process.send?.(message);
};

process.on('message', (message: ToChild) => {
  if (message.type === 'stop') stop.abort();
  else
    void ingest(message.settings)
      .catch((error: Error) => tell({ type: 'trouble', message: error.message }))
      .finally(() => process.disconnect?.());
});
// The server is gone, or Ctrl-C reached us both: the server, if it is there, says when to end.
process.on('disconnect', () => stop.abort());
process.on('SIGINT', () => {});

async function ingest(settings: Settings): Promise<void> {
  const onTrouble = (error: Error): void => tell({ type: 'trouble', message: error.message });
  const home = await openHome(settings, onTrouble);
  const pool = new ReadingPool(settings, (message) => tell({ type: 'trouble', message }));
  const patience = { signal: stop.signal, onWaiting: onTrouble };
  const dependencies: IngestDependencies = {
    objects: home.objects,
    store: patientStore(home.store, patience),
    queue: patientQueue(home.queue, patience),
    pool,
    settings,
    now: () => new Date(),
  };
  try {
    await patiently(() => requeueLost(home.store, home.queue), patience);
    await whenFree(
      () =>
        home.queue.work(fileHandler(dependencies, tell), {
          concurrency: settings.concurrency,
          until: 'idle',
          signal: stop.signal,
          graceMs: GRACE_MS,
          onGivenUp: giveUp(dependencies, tell),
        }),
      stop.signal,
    );
    await reconcile(home.store);
  } finally {
    await pool.close();
    await home.close();
  }
}
