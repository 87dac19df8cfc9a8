import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { openElasticsearchStore } from '../../search/elasticsearch/store.ts';
import { elasticsearchUrl, forgetIndices, forgetKeys, serversHome, uniquePrefix } from '../services/addresses.ts';
import { run, start } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-worker-compares-'));
const prefix = uniquePrefix();
const home = serversHome(prefix, join(folder, 'data'));
afterAll(async () => {
  await forgetIndices(prefix);
  await forgetKeys(prefix);
  rmSync(folder, { recursive: true, force: true });
});

test('what an ingest leaves that was killed, a worker reads and compares', async () => {
  const fixtures = new URL('../../fixtures/checks/cross-report/invalid.json', import.meta.url);
  const [{ reports }] = JSON.parse(readFileSync(fixtures, 'utf8')) as [{ reports: Record<string, string[]> }];
  mkdirSync(join(folder, 'in'));
  for (const [name, lines] of Object.entries(reports))
    writeFileSync(join(folder, 'in', `${name}.txt`), lines.join('\n'));
  const store = await openElasticsearchStore(elasticsearchUrl, { prefix });
  const ingest = start(['ingest', join(folder, 'in')], home);
  while ((await store.ledger.balance()).files < 2) await sleep(5);
  ingest.kill('SIGKILL');
  const worker = start(['worker', '--concurrency', '1'], home);
  const ended = new Promise<number | null>((resolve) => worker.on('close', resolve));
  try {
    const told = async () =>
      (await store.comparisons.flags({ collections: null }, {}, { offset: 0, limit: 10 })).records;
    while ((await told()).length === 0) await sleep(200);
    expect(await told()).toMatchObject([{ kind: 'cross-report', stated: '15 cuộc', expected: '12 cuộc' }]);
  } finally {
    worker.kill('SIGTERM');
    expect(await ended).toBe(0);
    await store.close();
  }
  expect(JSON.parse((await run(['flags', '--json'], home)).stdout).across.total).toBe(1);
});
