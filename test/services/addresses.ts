import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';

/** Servers that `test/services/run.sh` started, or that were given to it. There is no stand-in for them. */
export const redisUrl = addressIn('DOISOAT_TEST_REDIS_URL');
export const elasticsearchUrl = addressIn('DOISOAT_TEST_ELASTICSEARCH_URL');

export type ServerName = 'redis' | 'elasticsearch';

/** Every test has a store of its own on the servers. */
export function uniquePrefix(): string {
  return `test-${randomUUID()}`;
}

/** What a command finds in its environment to work on these servers. */
export function serversHome(prefix: string, data: string) {
  return {
    DOISOAT_DATA: data,
    DOISOAT_REDIS_URL: redisUrl,
    DOISOAT_ELASTICSEARCH_URL: elasticsearchUrl,
    DOISOAT_PREFIX: prefix,
  };
}

/** Whether the tests may take the server away: a server that was given to them is left alone. */
export function isOurs(server: ServerName): boolean {
  return (process.env.DOISOAT_TEST_STARTED ?? '').split(' ').includes(server);
}

/** Takes a server away, or brings it back and waits until it answers. */
export function control(server: ServerName, action: 'stop' | 'start'): void {
  execFileSync(addressIn('DOISOAT_TEST_CONTROL'), [server, action], { stdio: ['ignore', 'ignore', 'pipe'] });
}

export async function forgetKeys(prefix: string): Promise<void> {
  const redis = new Redis(redisUrl);
  const keys = await redis.keys(`${prefix}:*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
}

export async function forgetIndices(prefix: string): Promise<void> {
  const listed = await fetch(`${elasticsearchUrl}/_cat/indices/${prefix}*?h=index&expand_wildcards=all`);
  for (const name of (await listed.text()).split('\n').filter(Boolean))
    await fetch(`${elasticsearchUrl}/${name.trim()}`, { method: 'DELETE' });
}

/** Making indices costs the server more than emptying them. */
export async function emptyIndices(prefix: string): Promise<void> {
  const everything = 'refresh=true&conflicts=proceed&ignore_unavailable=true';
  await fetch(`${elasticsearchUrl}/${prefix}-*/_refresh`, { method: 'POST' });
  await fetch(`${elasticsearchUrl}/${prefix}-*/_delete_by_query?${everything}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: { match_all: {} } }),
  });
}

function addressIn(name: string): string {
  const address = process.env[name];
  if (!address) throw new Error(`${name} is not set: run these tests by npm run test:servers`);
  return address;
}
