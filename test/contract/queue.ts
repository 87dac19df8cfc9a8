import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FatalError, type FileJob, type JobHandler, type JobQueue, TerminalError } from '../../pipeline/ports.ts';
import { ATTEMPTS } from '../../pipeline/queue/attempts.ts';

export interface QueueUnderTest {
  queue: JobQueue;
  /** Queues files the way an ingest does: in the ledger, where that is the queue, and then in the queue. */
  add(jobs: FileJob[]): Promise<void>;
  /** Says in the ledger, where that is the queue, that a job is over. */
  settle(job: FileJob): Promise<void>;
  close(): Promise<void>;
}

const jobs = (n: number): FileJob[] =>
  Array.from({ length: n }, (_, i) => ({ collection: 'quý 2', path: `/báo cáo/${String(i).padStart(3, '0')}.docx` }));

/** What every home's queue must do; run against each of them. */
export function queueContract(open: () => Promise<QueueUnderTest>): void {
  let it: QueueUnderTest;
  let done: string[];
  let givenUp: [path: string, reason: string][];

  beforeEach(async () => {
    it = await open();
    done = [];
    givenUp = [];
  });
  afterEach(() => it.close());

  const handler: JobHandler = async (job) => {
    await it.settle(job);
    done.push(job.path);
  };
  const onGivenUp = async (job: FileJob, error: Error): Promise<void> => {
    await it.settle(job);
    givenUp.push([job.path, error.message]);
  };
  const waiting = async (): Promise<number> => {
    const { waiting: n, running } = await it.queue.counts();
    return n + running;
  };

  describe('handing out', () => {
    test('every job once', async () => {
      await it.add(jobs(50));
      expect(await it.queue.counts()).toEqual({ waiting: 50, running: 0 });
      await it.queue.work(handler, { concurrency: 4, until: 'idle', onGivenUp });
      expect(done.sort()).toEqual(jobs(50).map(({ path }) => path));
      expect(await it.queue.counts()).toEqual({ waiting: 0, running: 0 });
    });

    test('a job that waits already is not doubled, and a finished one can come again', async () => {
      await it.add(jobs(2));
      await it.add(jobs(3));
      await it.queue.work(handler, { concurrency: 1, until: 'idle', onGivenUp });
      expect(done).toHaveLength(3);
      await it.add(jobs(1));
      await it.queue.work(handler, { concurrency: 1, until: 'idle', onGivenUp });
      expect(done).toHaveLength(4);
    });

    test('never more at the same time than asked for', async () => {
      let inHand = 0;
      let most = 0;
      await it.add(jobs(20));
      const slow: JobHandler = async (job, signal) => {
        most = Math.max(most, ++inHand);
        await sleep(5);
        inHand--;
        await handler(job, signal);
      };
      await it.queue.work(slow, { concurrency: 3, until: 'idle', onGivenUp });
      expect(most).toBe(3);
    });
  });

  describe('failing', () => {
    test('a job that throws is tried again, and given up with its reason after the last attempt', async () => {
      const [once, always, never] = jobs(3).map(({ path }) => path);
      const attempts = new Map<string, number>();
      await it.add(jobs(3));
      const failing: JobHandler = async (job, signal) => {
        const made = (attempts.get(job.path) ?? 0) + 1;
        attempts.set(job.path, made);
        if (job.path === always || (job.path === once && made === 1)) throw new Error('the shelf is not there');
        await handler(job, signal);
      };
      await it.queue.work(failing, { concurrency: 1, until: 'idle', onGivenUp });
      expect(done.sort()).toEqual([once, never]);
      expect(givenUp).toEqual([[always, 'the shelf is not there']]);
      expect(Object.fromEntries(attempts)).toEqual({ [once!]: 2, [always!]: ATTEMPTS, [never!]: 1 });
      expect(await waiting()).toBe(0);
    });

    test('what no attempt will change is given up at once', async () => {
      let calls = 0;
      await it.add(jobs(1));
      const refused: JobHandler = async () => {
        calls++;
        throw new TerminalError('no such thing');
      };
      await it.queue.work(refused, { concurrency: 1, until: 'idle', onGivenUp });
      expect(calls).toBe(1);
      expect(givenUp).toEqual([[jobs(1)[0]!.path, 'no such thing']]);
    });

    test('something fatal ends the work with its cause; the job is still there', async () => {
      await it.add(jobs(3));
      const full: JobHandler = async () => {
        throw new FatalError(new Error('no space left'));
      };
      const working = it.queue.work(full, { concurrency: 2, until: 'idle', onGivenUp });
      await expect(working).rejects.toThrow('no space left');
      expect(givenUp).toEqual([]);
      expect(await waiting()).toBe(3);
    });
  });

  describe('stopping', () => {
    test('jobs in hand are finished, the others stay', async () => {
      const stop = new AbortController();
      await it.add(jobs(10));
      const stopping: JobHandler = async (job, signal) => {
        stop.abort();
        await sleep(50);
        await handler(job, signal);
      };
      await it.queue.work(stopping, { concurrency: 2, until: 'stopped', signal: stop.signal, onGivenUp });
      expect(done.length).toBeGreaterThanOrEqual(1);
      expect(done.length).toBeLessThanOrEqual(2);
      expect(await it.queue.counts()).toEqual({ waiting: 10 - done.length, running: 0 });
    });

    test('what takes longer than the grace is handed back, and is no failure', async () => {
      const stop = new AbortController();
      await it.add(jobs(2));
      const endless: JobHandler = async (_job, signal) => {
        stop.abort();
        await sleep(600_000, undefined, { signal });
      };
      const options = { concurrency: 1, until: 'stopped', signal: stop.signal, graceMs: 50, onGivenUp } as const;
      await it.queue.work(endless, options);
      expect(givenUp).toEqual([]);
      expect(await it.queue.counts()).toEqual({ waiting: 2, running: 0 });
      await it.queue.work(handler, { concurrency: 1, until: 'idle', onGivenUp });
      expect(done).toHaveLength(2);
    });
  });

  describe('alone', () => {
    test('what has the same key runs one after the other; other keys do not wait', async () => {
      const inside = new Map<string, number>();
      let most = 0;
      const visit = (key: string): Promise<string> =>
        it.queue.alone(key, async () => {
          const now = (inside.get(key) ?? 0) + 1;
          inside.set(key, now);
          expect(now).toBe(1);
          most = Math.max(
            most,
            [...inside.values()].reduce((sum, n) => sum + n, 0),
          );
          await sleep(20);
          inside.set(key, 0);
          return key;
        });
      expect(await Promise.all(['a', 'a', 'b', 'a'].map(visit))).toEqual(['a', 'a', 'b', 'a']);
      expect(most).toBe(2);
    });

    test('a failure inside is told, and frees the key', async () => {
      const failing = it.queue.alone('a', async () => {
        throw new Error('inside');
      });
      await expect(failing).rejects.toThrow('inside');
      expect(await it.queue.alone('a', async () => 'free')).toBe('free');
    });
  });
}
