import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../evaluate/province/random.ts';
import { start } from '../cli/run.ts';
import type { ChaosHome } from './home.ts';

const POLL_MS = 50;
/** How long a worker with work in hand is looked for: while servers come back nobody has any. */
const VICTIM_MS = 30_000;

/** Which file each process has in hand: the queue knows it by the name of its worker. */
export async function filesInHand({ queue }: ChaosHome): Promise<Map<number, string>> {
  const jobs = await queue.getActive();
  return new Map(
    jobs.flatMap((job) => (job?.processedBy ? [[Number(job.processedBy.split(':')[1]), job.data.path]] : [])),
  );
}

/** A process that has a file in hand, other than this one; null when there is no work. */
export async function victim(
  home: ChaosHome,
  random: Random,
  spared: number | undefined,
): Promise<{ pid: number; path: string } | null> {
  for (const until = performance.now() + VICTIM_MS; performance.now() < until; await sleep(POLL_MS)) {
    const all = [...(await filesInHand(home))].filter(([pid]) => pid !== spared && isAlive(pid));
    const chosen = all[Math.floor(random() * all.length)];
    if (chosen) return { pid: chosen[0], path: chosen[1] };
  }
  return null;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** How long until the outcome of a file stands in the ledger; servers may be away meanwhile. */
export async function timeUntilSettled({ store }: ChaosHome, path: string): Promise<number> {
  const from = performance.now();
  for (;;) {
    const entry = await store.ledger.get('default', path).catch(() => null);
    if (entry && !['queued', 'reading'].includes(entry.state)) return performance.now() - from;
    await sleep(100);
  }
}

/** Files that have their outcome; null while the server is away. */
export async function settledFiles({ store }: ChaosHome): Promise<number | null> {
  const balance = await store.ledger.balance().catch(() => null);
  return balance && balance.files - balance.queued - balance.reading;
}

/** `ingest`, run again whenever it ends before all is done: after it was killed, after the disk was full. */
export class Ingest {
  readonly #home: ChaosHome;
  #child: ChildProcess | undefined;
  said = '';
  readonly done: Promise<number | null>;

  constructor(home: ChaosHome) {
    this.#home = home;
    this.done = this.#untilDone();
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  async #untilDone(): Promise<number | null> {
    for (;;) {
      const status = await this.#once();
      // 0: all were read; 1: all have an outcome, some of them a failure.
      if (status === 0 || status === 1) return status;
      await sleep(1_000);
    }
  }

  #once(): Promise<number | null> {
    this.#child = start(['ingest', this.#home.reports, '--concurrency', '1'], this.#home.environment);
    const child = this.#child;
    const listen = (text: string): void => {
      this.said += text;
    };
    child.stdout?.setEncoding('utf8').on('data', listen);
    child.stderr?.setEncoding('utf8').on('data', listen);
    return new Promise((resolve) => child.on('close', resolve));
  }
}
