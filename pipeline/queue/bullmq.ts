import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { DelayedError, type Job, Queue, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { ServerError } from '../../search/server-error.ts';
import { jobId } from '../job-id.ts';
import {
  FatalError,
  type FileJob,
  type JobHandler,
  type JobQueue,
  type QueueCounts,
  TerminalError,
  type Urgency,
  type WorkOptions,
} from '../ports.ts';
import { isNewer, PIPELINE_VERSION } from '../version.ts';
import { ATTEMPTS, BACKOFF_MS, JITTER } from './attempts.ts';
import { afterGrace, GRACE_MS } from './grace.ts';
import { placesInLine } from './places-in-line.ts';
import { aloneInRedis } from './redis-alone.ts';
import { connect, inspect, redisProblem } from './redis-server.ts';

const QUEUE = 'files';
/**
 * One key a queue gates the look for stalled jobs, so these two must be alike in every worker: a single one with the
 * library's 30 s makes all of them slow to recover.
 */
const LOCK_MS = 10_000;
const STALLED_MS = 3_000;
/** A worker that dies is seldom the file's fault (files are read in processes of their own), but it may be. */
const TIMES_STALLED = 10;
const IDLE_POLL_MS = 200;
/** How long a job that a newer program has queued is left to its workers before an older one looks at it again. */
const FOR_NEWER_MS = 2_000;

type QueuedJob = FileJob & { pipelineVersion: string };

export interface BullmqOptions {
  url: string;
  /** Keeps several stores on one server apart. */
  prefix: string;
  /** Told when the server goes away in the middle of work; work goes on by itself when it is back. */
  onTrouble?: (error: Error) => void;
}

/** Opens the queue after looking at the server: one that evicts keys would lose jobs, and is refused. */
export async function openBullmqQueue({ url, prefix, onTrouble = () => {} }: BullmqOptions): Promise<JobQueue> {
  const connection = await connect(url, onTrouble);
  try {
    await inspect(connection);
    const queue = new Queue<QueuedJob>(QUEUE, { connection, prefix });
    queue.on('error', () => {});
    return bullmqQueue(queue, connection, url, prefix);
  } catch (error) {
    connection.disconnect();
    throw redisProblem(error, url);
  }
}

function bullmqQueue(queue: Queue<QueuedJob>, connection: Redis, url: string, prefix: string): JobQueue {
  const counts = async (): Promise<QueueCounts> => {
    const n = await queue.getJobCounts('active', 'waiting', 'delayed', 'prioritized');
    const of = (state: string): number => n[state] ?? 0;
    return { waiting: of('waiting') + of('delayed') + of('prioritized'), running: of('active') };
  };
  /** How long whoever is next has waited. */
  const waitedSeconds = async (): Promise<number> => {
    const [next] = await queue.getJobs(['waiting', 'prioritized'], 0, 0, true);
    return next ? Math.max(0, Math.round((Date.now() - next.timestamp) / 1000)) : 0;
  };
  const add = async (jobs: FileJob[], urgency: Urgency): Promise<void> => {
    if (jobs.length === 0) return;
    if (urgency === 'interactive') {
      await queue.addBulk(jobs.map((job) => entryOf(job)));
      return;
    }
    const [next] = await queue.getJobs(['prioritized'], 0, 0, true);
    const places = await placesInLine(connection, `${prefix}:line`, jobs, next?.opts.priority ?? null);
    await queue.addBulk(jobs.map((job, i) => entryOf(job, places[i])));
  };
  const naming = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw redisProblem(error, url);
    }
  };
  return {
    remote: true,
    counts: () => naming(counts()),
    add: (jobs, urgency = 'bulk') => naming(add(jobs, urgency)),
    work: (handler, options) => work(handler, options, { connection, prefix, counts }),
    alone: aloneInRedis(connection, `${prefix}:alone`, (error) => redisProblem(error, url)),
    async health() {
      const looks = Promise.all([inspect(connection), counts(), waitedSeconds()]);
      const [{ version, warnings }, { waiting, running }, nextWaitedSeconds] = await naming(looks);
      return { kind: 'redis', version, details: { waiting, running, nextWaitedSeconds }, warnings };
    },
    async close() {
      await queue.close();
      connection.disconnect();
    },
  };
}

/** Without a place in line it goes before all that have one. */
function entryOf(job: FileJob, place?: number): Parameters<Queue<QueuedJob>['addBulk']>[0][number] {
  return {
    name: 'file',
    data: { ...job, pipelineVersion: PIPELINE_VERSION },
    opts: {
      jobId: jobId(job, PIPELINE_VERSION),
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: BACKOFF_MS, jitter: JITTER },
      ...(place !== undefined && { priority: place }),
      // The ledger is the truth about what became of a file; Redis keeps only what is still to be done.
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}

/** How long after the last job the library's loop may take to end. */
const LOOP_MS = 10_000;

interface Server {
  connection: Redis;
  prefix: string;
  counts: () => Promise<QueueCounts>;
}

async function work(
  handler: JobHandler,
  { concurrency, until, signal, graceMs, onGivenUp }: WorkOptions,
  { connection, prefix, counts }: Server,
): Promise<void> {
  const fatal = new AbortController();
  const over = AbortSignal.any([fatal.signal, ...(signal ? [signal] : [])]);
  const grace = afterGrace(over, graceMs);
  const givingUp = new Set<Promise<void>>();
  const options = {
    connection,
    prefix,
    concurrency,
    // Says in the queue who has a job in hand.
    name: `${hostname()}:${process.pid}`,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_MS,
    maxStalledCount: TIMES_STALLED,
    // After a lost connection the library waits 15 s by itself before it asks for jobs again.
    runRetryDelay: 1_000,
  };
  const handBack = async (job: Job<QueuedJob>, token: string | undefined): Promise<never> => {
    await job.moveToWait(token);
    throw new WaitingError();
  };
  const worker = new Worker<QueuedJob>(
    QUEUE,
    async (job, token) => {
      const { pipelineVersion, ...file } = job.data;
      if (isNewer(pipelineVersion)) {
        await job.moveToDelayed(Date.now() + FOR_NEWER_MS, token);
        throw new DelayedError();
      }
      try {
        await handler(file, grace.signal);
      } catch (error) {
        if (error instanceof FatalError) fatal.abort(error.cause);
        // A server that is away is not the file's fault, and no attempt of it.
        if (error instanceof FatalError || error instanceof ServerError || grace.signal.aborted)
          return handBack(job, token);
        if (error instanceof TerminalError)
          throw Object.assign(new UnrecoverableError(error.message), { cause: error });
        throw error;
      }
    },
    options,
  );
  worker.on('error', () => {});
  worker.on('failed', (job, error) => {
    if (!job || !(error instanceof UnrecoverableError || job.attemptsMade >= ATTEMPTS)) return;
    const { collection, path } = job.data;
    const ending = onGivenUp({ collection, path }, error.cause instanceof TerminalError ? error.cause : error).catch(
      () => {
        // The row stays `queued`, so the file is found again when the queue has run empty.
      },
    );
    givingUp.add(ending.finally(() => givingUp.delete(ending)));
  });
  try {
    while (!over.aborted) {
      if (until === 'idle') {
        const { waiting, running } = await counts();
        if (waiting + running === 0) break;
      }
      await sleep(IDLE_POLL_MS, undefined, { signal: over }).catch(() => {});
    }
  } finally {
    // Finishes the jobs in hand or hands them back; what was not begun stays in the queue. The library's own loop may
    // wait for ever for a connection that was cut while it was made: nothing is in hand then, and nobody waits for it.
    await Promise.race([worker.close(), sleep((graceMs ?? GRACE_MS) + LOOP_MS, undefined, { ref: false })]);
    await Promise.all(givingUp);
    grace.cancel();
  }
  if (fatal.signal.aborted) throw fatal.signal.reason;
}
