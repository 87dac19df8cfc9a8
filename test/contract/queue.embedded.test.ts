import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FileJob, QueueBusyError } from '../../pipeline/ports.ts';
import { embeddedQueue } from '../../pipeline/queue/embedded.ts';
import type { LedgerEntry } from '../../schemas/ledger.ts';
import { openSqliteStore } from '../../search/sqlite/store.ts';
import { queueContract } from './queue.ts';

const entry = (job: FileJob, state: LedgerEntry['state']): LedgerEntry => ({
  ...job,
  sha256: null,
  size: null,
  state,
  reason: null,
  detail: null,
  duplicateOf: null,
  pipelineVersion: '1',
  attempts: 1,
  updated: null,
});

async function open() {
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-queue-'));
  const store = openSqliteStore(join(folder, 'doisoat.db'));
  const queue = embeddedQueue(store, () => store.ledger.balance(), store.lock);
  return {
    queue,
    async add(jobs: FileJob[]) {
      await store.ledger.write(jobs.map((job) => entry(job, 'queued')));
      await queue.add(jobs);
    },
    settle: (job: FileJob) => store.ledger.write([entry(job, 'indexed')]),
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

queueContract(open);

test('a second process is told that the first one is at work', async () => {
  const { queue, add, settle, close } = await open();
  const onGivenUp = async (): Promise<void> => {};
  await add([{ collection: 'c', path: '/a' }]);
  await queue.work(
    async (job) => {
      await expect(queue.work(async () => {}, { concurrency: 1, until: 'idle', onGivenUp })).rejects.toThrow(
        QueueBusyError,
      );
      await settle(job);
    },
    { concurrency: 1, until: 'idle', onGivenUp },
  );
  await close();
});
