import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom, shuffled } from '../../evaluate/province/random.ts';
import { outcomes } from '../../pipeline/outcomes.ts';
import type { LedgerBalance, LedgerEntry } from '../../schemas/ledger.ts';
import { elasticsearchUrl } from '../services/addresses.ts';
import { Crew, onSlowDisk, stations, withOwnClock } from './crew.ts';
import { type Disturbance, disturbances, type Field } from './disturbances.ts';
import { openDisturbingProxy } from './disturbing-proxy.ts';
import { MEMORY_MB, PATIENCE_SECONDS, writeDocuments } from './documents.ts';
import { Ingest, settledFiles } from './field.ts';
import { type ChaosHome, openChaosHome } from './home.ts';
import { differences } from './same-content.ts';
import { mountSmallDisk } from './small-disk.ts';

export interface ChaosPlan {
  seed: number;
  documents: number;
  workers: number;
  /** How often each disturbance is to happen. */
  times: Partial<Record<Disturbance, number>>;
}

export interface ChaosResult {
  balance: LedgerBalance;
  /** How often each thing happened. */
  happened: Record<string, number>;
  failures: Record<string, number>;
  /** Files without an outcome. */
  lost: number;
  /** Failures without a name of their own, or without a reason. */
  unnamed: number;
  /** What is otherwise than in the undisturbed store: nothing, if nothing was doubled or lost. */
  differences: string[];
  /** Files are left on their way by an ingest that is killed between two writes; workers sweep them away after an hour. */
  leftovers: { jobs: number; files: number };
  /** From the death of a worker to the outcome of its file, in seconds. */
  recovery: { median: number; longest: number };
  seconds: number;
  /** What `ingest` told. */
  said: string;
  /** What workers said that ended by themselves. */
  endings: string[];
  /** Exit statuses of the workers that were asked to stop at the end. */
  stopped: (number | null)[];
}

const POLL_MS = 100;
const WHOLE_MS = 60_000;

/** One run: the same files into a disturbed distributed home and an undisturbed embedded one, and what differs. */
export async function runChaos(
  { seed, documents, workers, times }: ChaosPlan,
  note: (line: string) => void = () => {},
): Promise<ChaosResult> {
  const random = randomFrom(seed);
  const home = await openChaosHome((folder) => writeDocuments(folder, documents, seed), {
    DOISOAT_MEMORY_MB: MEMORY_MB,
    DOISOAT_SILENCE_SECONDS: PATIENCE_SECONDS,
    DOISOAT_OCR: 'false',
  });
  const disk = mountSmallDisk(home.data);
  const proxy = await openDisturbingProxy(elasticsearchUrl, random);
  home.environment.DOISOAT_ELASTICSEARCH_URL = proxy.url;
  const slow = onSlowDisk();
  const clock = withOwnClock(home.folder);
  const crew = new Crew(home.environment, stations(workers, [slow, clock]));
  const happened: Record<string, number> = { 'worker on a slow disk': slow ? 1 : 0 };
  try {
    const started = performance.now();
    const ingest = new Ingest(home);
    const field: Field = { home, ingest, proxy, random, disk, clock, recoveries: [] };
    for (const [at, name] of schedule(times, documents, random)) {
      await untilSettled(field, at);
      const done = await disturbances[name](field);
      happened[name] = (happened[name] ?? 0) + (done ? 1 : 0);
      note(`${((performance.now() - started) / 1000).toFixed(0)} s, ${at} files: ${name}${done ? '' : ' (not done)'}`);
    }
    await ingest.done;
    await untilWhole(field);
    const seconds = (performance.now() - started) / 1000;
    const recoveries = (await Promise.all(field.recoveries)).map((ms) => ms / 1000).sort((a, b) => a - b);
    const stopped = await crew.leave();
    const { refusedRequests, refusedItems, lostAnswers } = proxy.counts;
    Object.assign(happened, {
      'requests answered 429 or 503': refusedRequests,
      'items of a bulk answered 429': refusedItems,
      'answers lost on their way': lostAnswers,
    });
    const balance = await home.store.ledger.balance();
    const failed = await home.store.ledger.list({ state: 'failed' }, { offset: 0, limit: documents });
    const undisturbed = await home.undisturbed();
    const result: ChaosResult = {
      balance,
      happened,
      failures: countReasons(failed),
      lost: documents - balance.files + balance.queued + balance.reading,
      unnamed: failed.filter(({ reason }) => reason === null || reason === 'not-written' || !(reason in outcomes))
        .length,
      differences: await differences(home.store, undisturbed),
      leftovers: { jobs: await jobsLeft(home), files: home.incoming().length },
      recovery: { median: recoveries[Math.floor(recoveries.length / 2)] ?? 0, longest: recoveries.at(-1) ?? 0 },
      seconds,
      said: ingest.said,
      endings: crew.endings,
      stopped,
    };
    await undisturbed.close();
    return result;
  } finally {
    crew.end();
    await proxy.close();
    disk?.unmount();
    await home.close();
  }
}

/** When what happens: at which number of settled files, drawn for each, in order. The last tenth is left in peace. */
function schedule(
  times: ChaosPlan['times'],
  documents: number,
  random: () => number,
): [at: number, name: Disturbance][] {
  const all = Object.entries(times).flatMap(([name, count]) => Array<Disturbance>(count).fill(name as Disturbance));
  return shuffled(random, all)
    .map((name): [number, Disturbance] => [Math.floor(random() * documents * 0.9), name])
    .sort(([a], [b]) => a - b);
}

async function untilSettled({ home }: Field, count: number): Promise<void> {
  for (;;) {
    const settled = await settledFiles(home);
    if (settled !== null && settled >= count) return;
    await sleep(POLL_MS);
  }
}

/** Workers put right what the dead left half-written once no file is in hand, and see that jobs are done already. */
async function untilWhole({ home }: Field): Promise<void> {
  for (const until = performance.now() + WHOLE_MS; performance.now() < until; await sleep(POLL_MS)) {
    const { writing } = (await home.store.health()).details;
    if (writing === 0 && (await jobsLeft(home)) === 0) return;
  }
}

async function jobsLeft({ queue }: ChaosHome): Promise<number> {
  const jobs = await queue.getJobCounts('active', 'waiting', 'delayed', 'failed', 'prioritized');
  return Object.values(jobs).reduce((sum, n) => sum + n, 0);
}

function countReasons(failed: LedgerEntry[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of failed) counts[reason ?? 'none'] = (counts[reason ?? 'none'] ?? 0) + 1;
  return counts;
}
