import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { JobQueue } from '../ports.ts';

/** A holder that dies frees the key after this time; one that lives renews it long before. */
const HELD_MS = 10_000;
const RENEW_MS = 3_000;
const ASK_AGAIN_MS = 100;

const RENEW =
  'if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("pexpire", KEYS[1], ARGV[2]) end return 0';
const RELEASE = 'if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) end return 0';

/**
 * Runs what has the same key one after the other, among all processes on this server. A key may be lost while its holder
 * works: the server forgot all, or the holder lay still for too long. Somebody else may have worked beside it then, so it
 * does its work once more, alone.
 */
export function aloneInRedis(redis: Redis, prefix: string, problem: (error: unknown) => Error): JobQueue['alone'] {
  const take = async (name: string, mine: string): Promise<boolean> => {
    try {
      return (await redis.set(name, mine, 'PX', HELD_MS, 'NX')) !== null;
    } catch (error) {
      throw problem(error);
    }
  };
  return async (key, work) => {
    const name = `${prefix}:${createHash('sha256').update(key).digest('hex')}`;
    const mine = randomUUID();
    for (;;) {
      while (!(await take(name, mine))) await sleep(ASK_AGAIN_MS * (1 + Math.random()));
      const renewing = setInterval(() => {
        redis.eval(RENEW, 1, name, mine, HELD_MS).catch(() => {});
      }, RENEW_MS);
      let released: unknown;
      let result: Awaited<ReturnType<typeof work>>;
      try {
        result = await work();
      } finally {
        clearInterval(renewing);
        released = await redis.eval(RELEASE, 1, name, mine).catch(() => 0);
      }
      if (released === 1) return result;
    }
  };
}
