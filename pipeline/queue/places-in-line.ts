import type { Redis } from 'ioredis';
import type { FileJob } from '../ports.ts';

/** So many files of each collection are taken in turn. */
const SHARE = 16;
/** BullMQ knows no higher number; whoever has more than 33 million files waiting shares the last place. */
const LAST_PLACE = 2_097_151;

/** Files of a collection stand behind those of the same collection, and behind what is being done at this moment. */
const TAKE_PLACES =
  'local first = math.max(tonumber(redis.call("hget", KEYS[1], ARGV[1]) or "0"), tonumber(ARGV[2])) ' +
  'redis.call("hset", KEYS[1], ARGV[1], first + tonumber(ARGV[3])) return first';

/**
 * The place in line of each job (1 is first): collections take turns, so that a few files of one do not wait for all of
 * another that was queued before. `firstWaiting` is the place of whoever is next, null where nobody waits.
 */
export async function placesInLine(
  redis: Redis,
  key: string,
  jobs: readonly FileJob[],
  firstWaiting: number | null,
): Promise<number[]> {
  if (firstWaiting === null) await redis.del(key);
  const now = ((firstWaiting ?? 1) - 1) * SHARE;
  const counts = new Map<string, number>();
  for (const { collection } of jobs) counts.set(collection, (counts.get(collection) ?? 0) + 1);
  const next = new Map<string, number>();
  for (const [collection, count] of counts)
    next.set(collection, Number(await redis.eval(TAKE_PLACES, 1, key, collection, now, count)));
  return jobs.map(({ collection }) => {
    const at = next.get(collection)!;
    next.set(collection, at + 1);
    return Math.min(Math.floor(at / SHARE) + 1, LAST_PLACE);
  });
}
