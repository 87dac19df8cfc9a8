import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { databaseFile } from '../pipeline/compose.ts';
import { openSqliteStore } from '../search/sqlite/store.ts';
import { drawnQueries, generatedReport, queries } from './search.ts';
import { printRows, type Row } from './table.ts';
import { timedPut } from './timed-put.ts';

/**
 * `npm run bench:web [-- REPORTS]`: searches with facets over HTTP on a store of so many small reports, by one user, by
 * fifty who never pause, and by fifty while files that were uploaded are read. Hardly a question is asked twice.
 */

const REPORTS = Number(process.argv[2] ?? 10_000);
const SECONDS = 15;
const INGESTED = 2_000;
const UPLOADED_TOGETHER = 100;
const COMMAND = fileURLToPath(new URL('../bin/doisoat.mjs', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'doisoat-bench-web-'));
const data = join(folder, 'data');
const running: ChildProcess[] = [];
try {
  await fillStore();
  const address = await serve();
  await ask(address, 4, 2);
  const rows: Row[] = [
    row('1 user', await ask(address, 1), 'budget 100 ms'),
    row('50 users', await ask(address, 50), 'budget 300 ms'),
  ];
  await upload(address);
  rows.push(row('50 users, files being ingested', await ask(address, 50), 'budget 300 ms'));
  rows.push({ what: 'files still waiting then', value: String(await waiting(address)) });
  rows.push({ what: 'load of the machine then', value: loadavg()[0]!.toFixed(1) });
  printRows(rows);
} finally {
  for (const child of running) child.kill('SIGTERM');
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
}

async function fillStore(): Promise<void> {
  await mkdir(data);
  const store = openSqliteStore(databaseFile(data));
  for (let i = 1; i <= REPORTS; i++) await timedPut(store, generatedReport(i));
  await store.close();
}

function serve(): Promise<string> {
  const args = [COMMAND, 'serve', '--port', '0', '--data', data];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  return new Promise((resolve, reject) => {
    let told = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      const [address] = /http:\/\/[\d.:]+(?=\s)/.exec(told) ?? [];
      if (address) resolve(address);
    });
    child.on('exit', () => reject(new Error('the server has ended')));
  });
}

/** Sends plain texts, which the server then reads beside answering. */
async function upload(address: string): Promise<void> {
  const { csrf } = (await (await fetch(`${address}/api/session`)).json()) as { csrf: string };
  for (let sent = 0; sent < INGESTED; sent += UPLOADED_TOGETHER) {
    const body = new FormData();
    for (let i = sent + 1; i <= sent + UPLOADED_TOGETHER; i++) {
      const { blocks } = generatedReport(1_000_000 + i).extraction;
      body.append('files', new Blob([blocks.map(({ text }) => text).join('\n\n')]), `${i}.txt`);
    }
    const { status } = await fetch(`${address}/api/files`, { method: 'POST', headers: { 'x-csrf-token': csrf }, body });
    if (status !== 200) throw new Error(`files were refused: ${status}`);
  }
}

async function waiting(address: string): Promise<number> {
  const { balance } = (await (await fetch(`${address}/api/jobs`)).json()) as { balance: Record<string, number> };
  return balance.queued! + balance.reading!;
}

interface Asked {
  times: number[];
  failed: string;
  /** What one answer costs the server, whatever else the machine is doing. */
  cpuMs: number;
}

async function ask(url: string, connections: number, duration = SECONDS): Promise<Asked> {
  const times: number[] = [];
  const before = await cpuSeconds(url);
  const requests = [...queries, ...drawnQueries(1_000)].map((query) => ({
    path: `/api/search?${new URLSearchParams({ q: query })}`,
  }));
  const { errors, timeouts, non2xx } = await new Promise<autocannon.Result>((resolve, reject) => {
    const done = (error: Error | null, result: autocannon.Result): void => (error ? reject(error) : resolve(result));
    const instance = autocannon({ url, connections, duration, requests, timeout: 60 }, done);
    instance.on('response', (_client, _status, _bytes, time) => times.push(time));
  });
  const failed = `${errors} errors, ${timeouts} timeouts, ${non2xx} refused`;
  return { times, failed, cpuMs: ((await cpuSeconds(url)) - before) / (times.length / 1000) };
}

async function cpuSeconds(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total ([\d.e+-]+)/m.exec(metrics)?.[1]);
}

function row(what: string, { times, failed, cpuMs }: Asked, budget: string): Row {
  const sorted = times.sort((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
  const perSecond = Math.round(times.length / SECONDS);
  return {
    what: `search over HTTP, ${REPORTS} reports, ${what}: p95`,
    value: `${p95.toFixed(0)} ms`,
    beside: `${budget}; ${perSecond} answers a second, ${cpuMs.toFixed(1)} ms of processor each; ${failed}`,
  };
}
