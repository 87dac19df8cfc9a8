import { expect, test } from 'vitest';
import { openBullmqQueue } from '../../pipeline/queue/bullmq.ts';
import { forgetKeys, redisUrl, uniquePrefix } from '../services/addresses.ts';
import { queueContract } from './queue.ts';

async function open() {
  const prefix = uniquePrefix();
  const queue = await openBullmqQueue({ url: redisUrl, prefix });
  return {
    queue,
    add: (jobs: Parameters<typeof queue.add>[0]) => queue.add(jobs),
    async settle() {},
    async close() {
      await queue.close();
      await forgetKeys(prefix);
    },
  };
}

queueContract(open);

test('a finished or given up job leaves nothing behind', async () => {
  const { queue, close } = await open();
  await queue.add([
    { collection: 'c', path: '/a' },
    { collection: 'c', path: '/b' },
  ]);
  await queue.work(
    async ({ path }) => {
      if (path === '/b') throw new Error('no');
    },
    { concurrency: 2, until: 'idle', onGivenUp: async () => {} },
  );
  expect(await queue.counts()).toEqual({ waiting: 0, running: 0 });
  expect(await queue.health()).toMatchObject({ kind: 'redis', details: { waiting: 0, running: 0 } });
  await close();
});
