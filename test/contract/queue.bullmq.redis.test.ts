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
  expect(await queue.health()).toMatchObject({
    kind: 'redis',
    details: { waiting: 0, running: 0, nextWaitedSeconds: 0 },
  });
  await close();
});

test('work whose key was lost while it ran is done once more, alone', async () => {
  const prefix = uniquePrefix();
  const queue = await openBullmqQueue({ url: redisUrl, prefix });
  let times = 0;
  const result = await queue.alone('bytes', async () => {
    if (times++ === 0) await forgetKeys(`${prefix}:alone`);
    return times;
  });
  expect(result).toBe(2);
  await queue.close();
});

const filesOf = (collection: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ collection, path: `/${collection}/${String(i).padStart(4, '0')}` }));

test('collections take turns, whoever came first; few files that somebody waits for go before all', async () => {
  const { queue, close } = await open();
  const done: string[] = [];
  await queue.add(filesOf('province', 300));
  await queue.add(filesOf('district', 40));
  await queue.add(filesOf('upload', 3), 'interactive');
  await queue.work(async ({ collection }) => void done.push(collection), {
    concurrency: 1,
    until: 'idle',
    onGivenUp: async () => {},
  });
  expect(done).toHaveLength(343);
  expect(done.slice(0, 3)).toEqual(['upload', 'upload', 'upload']);
  // As many of the one as of the other, as long as both have files.
  const untilDistrictEnds = done.slice(3, done.lastIndexOf('district') + 1);
  expect(untilDistrictEnds.filter((collection) => collection === 'province').length).toBeLessThanOrEqual(48);
  await close();
});

test('who comes late stands beside those who are next, not behind all of them', async () => {
  const { queue, close } = await open();
  const done: string[] = [];
  await queue.add(filesOf('province', 200));
  let late = false;
  const handler = async ({ collection }: { collection: string }): Promise<void> => {
    done.push(collection);
    if (done.length < 100 || late) return;
    late = true;
    await queue.add(filesOf('district', 10));
  };
  await queue.work(handler, { concurrency: 1, until: 'idle', onGivenUp: async () => {} });
  expect(done).toHaveLength(210);
  expect(done.lastIndexOf('district')).toBeLessThan(100 + 10 + 2 * 16);
  await close();
});
