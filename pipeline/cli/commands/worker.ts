import { openHome } from '../../compose.ts';
import { fileHandler, giveUp, type IngestDependencies, type IngestEvent } from '../../ingest.ts';
import { patiently, patientQueue, patientStore } from '../../patience.ts';
import { ReadingPool } from '../../read/pool.ts';
import { requeueLost } from '../../requeue.ts';
import type { CommandBody } from '../command-body.ts';
import { UsageError } from '../failure.ts';
import { reasonText } from '../run-ingest.ts';
import { tellTrouble } from '../server-trouble.ts';
import { openSession } from '../session.ts';
import { stopOnSignals } from '../stop-signals.ts';

const REQUEUE_MS = 10_000;

const worker: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const { settings, note } = session;
  if (settings.redisUrl === null && settings.elasticsearchUrl === null) throw new UsageError(messages.worker.noServers);
  const onTrouble = tellTrouble(session);
  const home = await openHome(settings, onTrouble);
  const pool = new ReadingPool(settings, note);
  const stop = stopOnSignals();
  const patience = { signal: stop.signal, onWaiting: onTrouble };
  const dependencies: IngestDependencies = {
    ...home,
    store: patientStore(home.store, patience),
    queue: patientQueue(home.queue, patience),
    pool,
    settings,
    now: () => new Date(),
  };
  const onEvent = (event: IngestEvent): void => {
    if (event.type !== 'settled') return;
    const { entry } = event;
    if (session.json) session.printJson(entry);
    else
      session.print([messages.states[entry.state], entry.path, reasonText(session, entry)].filter(Boolean).join('  '));
  };
  const requeue = (): Promise<unknown> => patiently(() => requeueLost(home.store.ledger, home.queue), patience);
  const requeueing = setInterval(() => void requeue().catch(onTrouble), REQUEUE_MS);
  try {
    const health = await home.queue.health();
    for (const warning of health?.warnings ?? []) note(messages.servers.warnings[warning]);
    await requeue();
    note(messages.worker.ready(settings.concurrency));
    await home.queue.work(fileHandler(dependencies, onEvent), {
      concurrency: settings.concurrency,
      until: 'stopped',
      signal: stop.signal,
      onGivenUp: giveUp(dependencies, onEvent),
    });
    note(messages.worker.stopped);
  } finally {
    clearInterval(requeueing);
    stop.dispose();
    await pool.close();
    await home.close();
  }
  return undefined;
};
export default worker;
