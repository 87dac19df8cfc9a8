import { afterEach, expect, test } from 'vitest';
import type { LedgerEntry } from '../../schemas/ledger.ts';
import type { Store } from '../../search/port.ts';
import type { Home } from '../compose.ts';
import { observeFiles } from '../observe-files.ts';
import type { QueueHealth } from '../ports.ts';
import { openMetricsEndpoint } from './endpoint.ts';
import { measuredStore } from './measured-store.ts';
import { openMetrics } from './metrics.ts';
import { addQueueGauges } from './queue-gauges.ts';

const entry: LedgerEntry = {
  collection: 'default',
  path: '/báo cáo/Nguyễn Văn A.docx',
  sha256: 'ab'.repeat(32),
  size: 1_000,
  state: 'failed',
  reason: 'encrypted',
  detail: null,
  duplicateOf: null,
  pipelineVersion: '1',
  attempts: 1,
  updated: null,
};
const health: QueueHealth = {
  kind: 'redis',
  version: '7',
  details: { waiting: 12, running: 3, nextWaitedSeconds: 40 },
  warnings: [],
};
const answering = {
  queue: { health: async () => health },
  store: { ledger: { balance: async () => ({}) } },
} as unknown as Home;
const silent = {
  queue: { health: () => new Promise(() => {}) },
  store: { ledger: { balance: () => Promise.reject(new Error('elasticsearch: away')) } },
} as unknown as Home;

let close = async (): Promise<void> => {};
afterEach(() => close());

async function open(home: Home) {
  const metrics = openMetrics();
  addQueueGauges(metrics, home.queue);
  const endpoint = await openMetricsEndpoint(metrics, home, { host: '127.0.0.1', port: 0 });
  close = endpoint.close;
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${endpoint.port}${path}`);
    return { status: response.status, body: await response.text() };
  };
  return { metrics, get };
}

test('outcomes by class, pages, attempts, time in hand, the queue and the store are counted; no name is told', async () => {
  const { metrics, get } = await open(answering);
  const told: number[] = [];
  const { onEvent, observe } = observeFiles(
    { settled: (_entry, seconds) => told.push(seconds), attemptFailed: () => {} },
    metrics,
  );
  const job = { collection: entry.collection, path: entry.path };
  const handler = observe(async () => {
    onEvent({ type: 'page', collection: entry.collection, path: entry.path, page: 1, pages: 2 });
    onEvent({ type: 'page', collection: entry.collection, path: entry.path, page: 2, pages: 2 });
    onEvent({ type: 'settled', entry });
  });
  await handler(job, new AbortController().signal);
  const failing = observe(async () => {
    throw new Error('away');
  });
  await expect(failing(job, new AbortController().signal)).rejects.toThrow('away');
  metrics.storeBusy(7);
  const store = measuredStore({ links: async () => [] } as unknown as Store, metrics);
  await store.links({ collections: null }, []);

  const { status, body } = await get('/metrics');
  expect(status).toBe(200);
  for (const line of [
    'doisoat_files_total{state="failed",reason="encrypted",class="terminal"} 1',
    'doisoat_file_bytes_total 1000',
    'doisoat_pages_total 2',
    'doisoat_failed_attempts_total 1',
    'doisoat_store_retries_total 7',
    'doisoat_file_seconds_count 2',
    'doisoat_store_seconds_count{question="links"} 1',
    'doisoat_queue_waiting_files 12',
    'doisoat_queue_running_files 3',
    'doisoat_queue_next_waited_seconds 40',
  ])
    expect(body.split('\n')).toContain(line);
  expect(told).toHaveLength(1);
  expect(body).not.toContain('Nguyễn');
});

test('a process whose servers answer is ready', async () => {
  const { get } = await open(answering);
  expect(await get('/healthz')).toEqual({ status: 200, body: 'ok\n' });
  const { status, body } = await get('/readyz');
  expect(status).toBe(200);
  expect(JSON.parse(body)).toEqual({ ready: true, queue: 'ok', store: 'ok' });
  expect((await get('/other')).status).toBe(404);
});

test('one whose servers are silent or away is alive but not ready, and says which', async () => {
  const { get } = await open(silent);
  expect((await get('/healthz')).status).toBe(200);
  const { status, body } = await get('/readyz');
  expect(status).toBe(503);
  expect(JSON.parse(body)).toEqual({ ready: false, queue: 'no answer', store: 'elasticsearch: away' });
  const metrics = (await get('/metrics')).body;
  expect(metrics).not.toMatch(/^doisoat_queue_waiting_files /m);
});
