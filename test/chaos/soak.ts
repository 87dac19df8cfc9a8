import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { start } from '../cli/run.ts';
import { openChaosHome } from './home.ts';
import { writeReports } from './reports.ts';

/**
 * `npm run soak [-- --minutes N]`: one worker that never runs out of files, for so long; its memory, the files done and
 * what it was refused, as the worker itself tells them, every tenth of the time.
 */

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } });
const PORT = 39_465;
const FILES = 2_000;
const ROWS = 10;
const ms = Number(values.minutes) * 60_000;

const home = await openChaosHome((folder) => writeReports(folder, FILES));
const worker = start(['worker', '--concurrency', '2', '--metrics-port', String(PORT)], home.environment);
worker.stdout?.resume();
worker.stderr?.resume();
let over = false;
try {
  const feeding = feed();
  await untilReady();
  process.stdout.write('minute  RSS MB  heap MB  files  retries of the store\n');
  for (let row = 1; row <= ROWS; row++) {
    await sleep(ms / ROWS);
    const { rss, heap, files, retries } = await measure();
    const minute = ((row * ms) / ROWS / 60_000).toFixed(1);
    const cells = [minute.padStart(6), mb(rss), mb(heap), String(files).padStart(5), String(retries)];
    process.stdout.write(`${cells.join('  ')}\n`);
  }
  over = true;
  worker.kill('SIGTERM');
  await feeding;
} finally {
  worker.kill('SIGKILL');
  await home.close();
}

/** The same files over and over: each time they are taken for new ones of another collection. */
async function feed(): Promise<void> {
  for (let round = 0; !over; round++) {
    const { environment, reports } = home;
    const ingest = start(['ingest', reports, '--collection', `vòng ${round}`, '--concurrency', '1'], environment);
    ingest.stdout?.resume();
    ingest.stderr?.resume();
    const ended = new Promise((resolve) => ingest.on('close', resolve));
    while (!over && ingest.exitCode === null) await sleep(500);
    if (over) ingest.kill('SIGTERM');
    await ended;
  }
}

async function untilReady(): Promise<void> {
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${PORT}/readyz`).catch(() => null);
    if (ready?.ok) return;
    await sleep(200);
  }
}

async function measure(): Promise<{ rss: number; heap: number; files: number; retries: number }> {
  const told = await (await fetch(`http://127.0.0.1:${PORT}/metrics`)).text();
  const sum = (name: string): number =>
    [...told.matchAll(new RegExp(`^${name}(?:\\{.*\\})? ([\\d.e+]+)$`, 'gm'))].reduce(
      (all, [, n]) => all + Number(n),
      0,
    );
  return {
    rss: sum('process_resident_memory_bytes'),
    heap: sum('nodejs_heap_size_used_bytes'),
    files: sum('doisoat_files_total'),
    retries: sum('doisoat_store_retries_total'),
  };
}

function mb(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0).padStart(6);
}
