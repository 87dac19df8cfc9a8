import { fileHandler, giveUp, type IngestEvent } from '../../ingest.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import { observeFiles } from '../../observe-files.ts';
import { sweep } from '../../sweep.ts';
import type { CommandBody } from '../command-body.ts';
import { UsageError } from '../failure.ts';
import { type IngestSession, openIngestSession } from '../ingest-session.ts';
import { openSession } from '../session.ts';
import { openWorkerLog } from '../worker-log.ts';

const REQUEUE_MS = 10_000;
const SWEEP_MS = 600_000;
/** The address of the network that asks: from other machines as well, as a container is asked. */
const METRICS_HOST = '0.0.0.0';
/** How long what was read may wait to be compared with other reports. */
const RECONCILE_MS = 10_000;

const worker: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const { settings } = session;
  if (settings.redisUrl === null && settings.elasticsearchUrl === null) throw new UsageError(messages.worker.noServers);
  const port = portIn(options.metricsPort);
  const metrics = port === null ? null : (await import('../../metrics/metrics.ts')).openMetrics();
  const log = openWorkerLog(session);
  const ingest = await openIngestSession(session, { onTrouble: log.trouble, metrics });
  const { home, dependencies, inHand, signal, requeue } = ingest;
  const { onEvent: onFile, observe } = observeFiles(log, metrics);
  // At the start also for workers that are no more.
  let isWaiting = true;
  let reconciling: Promise<unknown> = Promise.resolve();
  const reconcileWaiting = (): void => {
    if (isWaiting) reconciling = reconciling.then(ingest.reconcile).catch(log.trouble);
    isWaiting = false;
  };
  const onEvent = (event: IngestEvent): void => {
    if (event.type === 'settled') isWaiting = true;
    onFile(event);
  };
  const endpoint = metrics && port !== null ? await watched(metrics, ingest, port, messages.worker.portTaken) : null;
  const comparing = setInterval(reconcileWaiting, RECONCILE_MS);
  const requeueing = setInterval(() => void requeue().catch(log.trouble), REQUEUE_MS);
  const sweeping = setInterval(() => void sweep(home.store, home.queue, home.objects).catch(log.trouble), SWEEP_MS);
  try {
    const health = await home.queue.health();
    for (const warning of health?.warnings ?? []) log.warning(warning);
    await requeue();
    log.ready(settings.concurrency);
    await home.queue.work(observe(fileHandler(dependencies, onEvent)), {
      concurrency: inHand,
      until: 'stopped',
      signal,
      onGivenUp: giveUp(dependencies, onEvent),
    });
    log.stopped();
  } finally {
    clearInterval(requeueing);
    clearInterval(sweeping);
    clearInterval(comparing);
    await reconciling;
    await endpoint?.close();
    await ingest.close();
  }
  return undefined;
};

async function watched(
  metrics: Metrics,
  { home, close }: IngestSession,
  port: number,
  taken: (port: number) => string,
) {
  const [{ addQueueGauges }, { openMetricsEndpoint }] = await Promise.all([
    import('../../metrics/queue-gauges.ts'),
    import('../../metrics/endpoint.ts'),
  ]);
  addQueueGauges(metrics, home.queue);
  return openMetricsEndpoint(metrics, home, { host: METRICS_HOST, port }).catch(
    async (error: NodeJS.ErrnoException) => {
      await close();
      throw error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new UsageError(taken(port)) : error;
    },
  );
}

function portIn(given: unknown): number | null {
  if (given === undefined) return null;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--metrics-port: 0–65535');
  return port;
}
export default worker;
