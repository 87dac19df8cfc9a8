import { expect, test } from 'vitest';
import type { LedgerEntry } from '../schemas/ledger.ts';
import type { Ledger } from '../search/port.ts';
import type { FileJob, QueueCounts } from './ports.ts';
import { requeueLost } from './requeue.ts';
import { PIPELINE_VERSION } from './version.ts';

const queued = Array.from(
  { length: 1_200 },
  (_, i) => ({ collection: 'default', path: `/${i}`, pipelineVersion: PIPELINE_VERSION }) as LedgerEntry,
);
const storeWith = (rows: LedgerEntry[]) => {
  const ledger: Pick<Ledger, 'list'> = {
    list: async (_filter, { offset, limit }) => rows.slice(offset, offset + limit),
  };
  const store = { ledger, repaired: 0, repair: async () => ++store.repaired };
  return store;
};
const queueWith = (counts: QueueCounts) => {
  const added: FileJob[] = [];
  return { added, counts: async () => counts, add: async (jobs: FileJob[]) => void added.push(...jobs) };
};

test('what the ledger has queued is queued again when the queue has nothing left', async () => {
  const queue = queueWith({ waiting: 0, running: 0 });
  expect(await requeueLost(storeWith(queued), queue)).toBe(1_200);
  expect(queue.added.map(({ path }) => path)).toEqual(queued.map(({ path }) => path));
});

test('while the queue has work, nothing can be said to be lost', async () => {
  const queue = queueWith({ waiting: 0, running: 1 });
  expect(await requeueLost(storeWith(queued), queue)).toBe(0);
  expect(queue.added).toEqual([]);
});

test('what is half-written is put right when nothing is in hand, and only then', async () => {
  const store = storeWith([]);
  await requeueLost(store, queueWith({ waiting: 1, running: 0 }));
  expect(store.repaired).toBe(0);
  await requeueLost(store, queueWith({ waiting: 0, running: 0 }));
  expect(store.repaired).toBe(1);
});

test('what a newer program has queued is left to its workers', async () => {
  const queue = queueWith({ waiting: 0, running: 0 });
  const newer = queued.slice(0, 3).map((entry) => ({ ...entry, pipelineVersion: `${PIPELINE_VERSION}9` }));
  expect(await requeueLost(storeWith([...newer, ...queued.slice(3, 5)]), queue)).toBe(2);
  expect(queue.added.map(({ path }) => path)).toEqual(['/3', '/4']);
});
