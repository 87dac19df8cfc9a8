import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LedgerEntry } from '../../schemas/ledger.ts';
import { run, start } from '../cli/run.ts';
import { type ChaosHome, openChaosHome } from './home.ts';

const FILES = 200;
const KILLS = 20;
const WORKERS = 3;
const POLL_MS = 20;
/** One fixed run for everybody; which worker is killed still depends on who has work in hand. */
const SEED = 20_230_619;

let home: ChaosHome;
let workers: ChildProcess[] = [];
beforeAll(async () => {
  home = await openChaosHome(FILES);
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await home.close();
});

test(`${KILLS} × kill -9 of workers over ${FILES} files: nothing lost, nothing doubled`, async () => {
  const random = randomFrom(SEED);
  const spawnWorker = (): ChildProcess => {
    const worker = start(['worker', '--concurrency', '1'], home.environment);
    worker.stdout?.resume();
    worker.stderr?.resume();
    return worker;
  };
  workers = Array.from({ length: WORKERS }, spawnWorker);
  const ingesting = run(['ingest', home.reports, '--json', '--concurrency', '1'], home.environment);

  const recoveries: Promise<number>[] = [];
  for (let killed = 0; killed < KILLS; ) {
    await sleep(POLL_MS + random() * 200);
    const inHand = await filesInHand(home, workers);
    const victims = workers.filter(({ pid }) => pid !== undefined && inHand.has(pid));
    const victim = victims[Math.floor(random() * victims.length)];
    if (!victim?.pid) {
      const { files, queued, reading } = await home.store.ledger.balance();
      if (files >= FILES && queued + reading === 0) break;
      continue;
    }
    victim.kill('SIGKILL');
    recoveries.push(timeUntilSettled(home, inHand.get(victim.pid) ?? ''));
    workers[workers.indexOf(victim)] = spawnWorker();
    killed++;
  }
  expect(recoveries).toHaveLength(KILLS);

  const { stdout, status } = await ingesting;
  const { files } = JSON.parse(stdout) as { files: LedgerEntry[] };
  expect(status).toBe(1); // Ten files are no Word files.
  expect(new Set(files.map(({ path }) => path)).size).toBe(FILES);
  expect(await home.store.ledger.balance()).toEqual({
    files: FILES,
    queued: 0,
    reading: 0,
    indexed: FILES - FILES / 10,
    partial: 0,
    failed: FILES / 20,
    duplicate: FILES / 20,
  });
  expect(new Set(files.filter(({ state }) => state === 'failed').map(({ reason }) => reason))).toEqual(
    new Set(['unsupported-type']),
  );
  expect(await home.dump()).toBe(await home.undisturbedDump());
  expect(await home.queue.getJobCounts('active', 'waiting', 'delayed', 'failed')).toEqual({
    active: 0,
    waiting: 0,
    delayed: 0,
    failed: 0,
  });
  expect(home.incoming()).toEqual([]);

  const seconds = (await Promise.all(recoveries)).map((ms) => ms / 1000).sort((a, b) => a - b);
  const median = seconds[Math.floor(seconds.length / 2)] ?? 0;
  console.log(
    `${KILLS} kills, ${FILES} files, 0 lost, 0 doubled; from a kill to the outcome of the file in hand: ` +
      `median ${median.toFixed(1)} s, longest ${(seconds.at(-1) ?? 0).toFixed(1)} s`,
  );
});

/** Which file each of our workers has in hand: the queue knows it by the name of the worker. */
async function filesInHand({ queue }: ChaosHome, ours: ChildProcess[]): Promise<Map<number, string>> {
  const pids = new Set(ours.map(({ pid }) => pid));
  const inHand = new Map<number, string>();
  for (const job of await queue.getActive()) {
    const pid = Number(job?.processedBy?.split(':')[1]);
    if (pids.has(pid)) inHand.set(pid, job.data.path);
  }
  return inHand;
}

async function timeUntilSettled({ store }: ChaosHome, path: string): Promise<number> {
  const from = performance.now();
  for (;;) {
    const entry = await store.ledger.get('default', path);
    if (entry && !['queued', 'reading'].includes(entry.state)) return performance.now() - from;
    await sleep(100);
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
