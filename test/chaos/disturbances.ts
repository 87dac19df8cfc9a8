import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../evaluate/province/random.ts';
import { control } from '../services/addresses.ts';
import type { DisturbingProxy } from './disturbing-proxy.ts';
import { type Ingest, timeUntilSettled, victim } from './field.ts';
import type { ChaosHome } from './home.ts';
import type { mountSmallDisk } from './small-disk.ts';

/** Longer than a job's lock lasts: others take the work of one that is frozen, and then it wakes. */
const FROZEN_MS = 13_000;
const REFUSING_MS = 6_000;
const AWAY_MS = 2_000;
const FULL_MS = 4_000;

/** What disturbances act on. */
export interface Field {
  home: ChaosHome;
  ingest: Ingest;
  proxy: DisturbingProxy;
  random: Random;
  disk: ReturnType<typeof mountSmallDisk>;
  clock: { jump(seconds: number): void } | null;
  /** From the death of a worker to the outcome of the file it had in hand. */
  recoveries: Promise<number>[];
}

export type Disturbance = keyof typeof disturbances;

/** Each answers whether it could be done. */
export const disturbances = {
  'kill -9 of a worker': async ({ home, ingest, random, recoveries }: Field) => {
    const found = await victim(home, random, ingest.pid);
    if (!found) return false;
    process.kill(found.pid, 'SIGKILL');
    recoveries.push(timeUntilSettled(home, found.path));
    return true;
  },
  'kill -9 of the ingest': async ({ ingest }: Field) => {
    ingest.kill();
    return true;
  },
  'worker frozen for 13 s': async ({ home, ingest, random }: Field) => {
    const found = await victim(home, random, ingest.pid);
    if (!found) return false;
    process.kill(found.pid, 'SIGSTOP');
    setTimeout(() => {
      try {
        process.kill(found.pid, 'SIGCONT');
      } catch {
        // It was killed while it slept.
      }
    }, FROZEN_MS);
    return true;
  },
  'connections to Redis cut': async ({ home }: Field) => {
    await home.cutConnections();
    return true;
  },
  /** It keeps nothing on disk: the whole queue is forgotten. */
  'Redis restarted, its queue lost': async () => {
    control('redis', 'stop');
    await sleep(AWAY_MS);
    control('redis', 'start');
    return true;
  },
  'Elasticsearch restarted': async () => {
    control('elasticsearch', 'stop');
    await sleep(AWAY_MS);
    control('elasticsearch', 'start');
    return true;
  },
  'Elasticsearch refuses for 6 s (429, 503, lost answers)': async ({ proxy }: Field) => {
    proxy.disturb(REFUSING_MS);
    return true;
  },
  'data disk full for 4 s': async ({ disk }: Field) => {
    if (!disk) return false;
    disk.fill();
    await sleep(FULL_MS);
    disk.free();
    return true;
  },
  'clock of a worker set an hour on, then two back': async ({ clock }: Field) => {
    if (!clock) return false;
    clock.jump(3_600);
    await sleep(AWAY_MS);
    clock.jump(-3_600);
    return true;
  },
} as const;
