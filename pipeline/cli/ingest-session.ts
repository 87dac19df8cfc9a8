import { type Home, openHome } from '../compose.ts';
import type { IngestDependencies } from '../ingest.ts';
import { measuredStore } from '../metrics/measured-store.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { patiently, patientQueue, patientStore } from '../patience.ts';
import { ReadingPool } from '../read/pool.ts';
import { reconcile } from '../reconcile.ts';
import { requeueLost } from '../requeue.ts';
import { tellTrouble } from './server-trouble.ts';
import type { Session } from './session.ts';
import { stopOnSignals } from './stop-signals.ts';

/**
 * Files in hand for each reading process where the store is a server: while one is read, others wait for the server's
 * answers, and those that wait at the same time are written together. The pool sees to it that no more are read at once.
 */
const IN_HAND = 12;

/** All that a command needs that reads files into the store: it waits for servers, and stops on signals. */
export interface IngestSession {
  home: Home;
  dependencies: IngestDependencies;
  /** How many files to have in hand at the same time. */
  inHand: number;
  signal: AbortSignal;
  /** Compares with others what was read, up to the signal. */
  reconcile(): Promise<unknown>;
  /** Queues again what the queue has lost. */
  requeue(): Promise<unknown>;
  close(): Promise<void>;
}

export async function openIngestSession(
  session: Session,
  { onTrouble, metrics }: { onTrouble: (error: Error) => void; metrics?: Metrics | null } = {
    onTrouble: tellTrouble(session),
  },
): Promise<IngestSession> {
  const { settings, note } = session;
  const opened = await openHome(settings, onTrouble, metrics?.storeBusy);
  const home = metrics ? { ...opened, store: measuredStore(opened.store, metrics) } : opened;
  const pool = new ReadingPool(settings, note);
  const stop = stopOnSignals();
  const patience = { signal: stop.signal, onWaiting: onTrouble };
  return {
    home,
    dependencies: {
      objects: home.objects,
      store: patientStore(home.store, patience),
      queue: patientQueue(home.queue, patience),
      pool,
      settings,
      now: () => new Date(),
    },
    inHand: home.queue.remote ? settings.concurrency * IN_HAND : settings.concurrency,
    signal: stop.signal,
    reconcile: () => patiently(() => reconcile(home.store, 'waiting', stop.signal), patience),
    requeue: () => patiently(() => requeueLost(home.store, home.queue), patience),
    async close() {
      stop.dispose();
      await pool.close();
      await home.close();
    },
  };
}
