import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Outcome, run } from '../cli/run.ts';
import { forgetIndices, forgetKeys, redisUrl, serversHome, uniquePrefix } from '../services/addresses.ts';
import { writeReports } from './reports.ts';

// What a person reads when a server cannot be used: which one, what is wrong, what to do; never a stack, never a secret.

const folder = mkdtempSync(join(tmpdir(), 'doisoat-refusals-'));
const prefix = uniquePrefix();
const environment = { ...serversHome(prefix, join(folder, 'data')), DOISOAT_LANG: 'en' };
let admin: Redis;

beforeAll(async () => {
  admin = new Redis(redisUrl);
  await writeReports(join(folder, 'reports'), 3);
});
afterEach(async () => {
  await admin.config('SET', 'maxmemory', '0');
  await admin.config('SET', 'maxmemory-policy', 'noeviction');
  await admin.config('SET', 'requirepass', '');
});
afterAll(async () => {
  admin.disconnect();
  await forgetIndices(prefix);
  await forgetKeys(prefix);
  rmSync(folder, { recursive: true, force: true });
});

const ingest = (changes: Record<string, string> = {}): Promise<Outcome> =>
  run(['ingest', join(folder, 'reports')], { ...environment, ...changes });

function expectRefusal({ status, stderr, stdout }: Outcome, ...words: RegExp[]): void {
  expect(status).toBe(2);
  expect(stdout).toBe('');
  for (const word of words) expect(stderr).toMatch(word);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+|secret-word/);
}

test('Redis is away', async () => {
  const gone = await unusedPort();
  const outcome = await ingest({ DOISOAT_REDIS_URL: `redis://:secret-word@127.0.0.1:${gone}` });
  expectRefusal(outcome, /Redis \(queue\): cannot be reached/, /ECONNREFUSED/, /Check that Redis runs/);
});

test('Redis wants a password, or another one', async () => {
  await admin.config('SET', 'requirepass', 'the-real-one');
  expectRefusal(await ingest(), /Redis \(queue\): refuses the login/, /Check the password in DOISOAT_REDIS_URL/);
  const wrong = new URL(redisUrl);
  wrong.password = 'secret-word';
  expectRefusal(await ingest({ DOISOAT_REDIS_URL: wrong.href }), /Redis \(queue\): refuses the login/);
});

test('Redis would evict jobs', async () => {
  await admin.config('SET', 'maxmemory-policy', 'allkeys-lru');
  expectRefusal(await ingest(), /Redis \(queue\): may delete data/, /allkeys-lru/, /Set maxmemory-policy noeviction/);
});

test('something else answers in place of Redis', async () => {
  const { port, close } = await listening(createServer((_request, response) => response.end('no')));
  const outcome = await ingest({ DOISOAT_REDIS_URL: `redis://127.0.0.1:${port}` });
  expectRefusal(outcome, /Redis \(queue\): (is no server|cannot be reached)/);
  await close();
});

test('Redis is full in the middle: the ingest waits, says so, and goes on when there is room', async () => {
  await admin.config('SET', 'maxmemory', '1');
  const outcome = await run(['ingest', join(folder, 'reports')], environment, (said) => {
    if (/Redis \(queue\): is full .*OOM.*Waiting; nothing is lost/.test(said))
      void admin.config('SET', 'maxmemory', '0');
  });
  expect(outcome).toMatchObject({ status: 0, stdout: expect.stringContaining('3 files in all: 3 indexed') });
});

test('Elasticsearch is away', async () => {
  const gone = await unusedPort();
  const outcome = await ingest({ DOISOAT_ELASTICSEARCH_URL: `http://elastic:secret-word@127.0.0.1:${gone}` });
  expectRefusal(outcome, /Elasticsearch \(store\): cannot be reached/, /Check that Elasticsearch runs/);
});

test('Elasticsearch refuses the login, or is too busy', async () => {
  for (const [answer, words] of [
    [401, /Elasticsearch \(store\): refuses the login/],
    [429, /Elasticsearch \(store\): is full/],
  ] as const) {
    const server = createServer((_request, response) => {
      response.writeHead(answer, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
      response.end(JSON.stringify({ error: { type: 'some_exception', reason: 'no' }, status: answer }));
    });
    const { port, close } = await listening(server);
    const outcome = await ingest({ DOISOAT_ELASTICSEARCH_URL: `http://elastic:secret-word@127.0.0.1:${port}` });
    expectRefusal(outcome, words);
    await close();
  }
});

test('only one of the two servers is named', async () => {
  expectRefusal(await ingest({ DOISOAT_REDIS_URL: '' }), /set DOISOAT_REDIS_URL as well/);
  expectRefusal(await ingest({ DOISOAT_ELASTICSEARCH_URL: '' }), /set DOISOAT_ELASTICSEARCH_URL as well/);
});

test('a worker without servers says what it is for', async () => {
  const outcome = await run(['worker'], { DOISOAT_DATA: folder, DOISOAT_LANG: 'en' });
  expectRefusal(outcome, /Set DOISOAT_REDIS_URL and DOISOAT_ELASTICSEARCH_URL/);
});

test('doctor shows both servers, the warning about the disk, and no password', async () => {
  const secret = join(folder, 'redis-url');
  writeFileSync(secret, redisUrl.replace('redis://', 'redis://default:secret-word@'));
  const { DOISOAT_REDIS_URL: _, ...others } = environment;
  // A server without a password takes any.
  const { stdout, stderr } = await run(['doctor'], { ...others, DOISOAT_REDIS_URL_FILE: secret });
  expect(stdout + stderr).toMatch(/redis \d+\.\d+/i);
  expect(stdout).toMatch(/elasticsearch 9\./);
  expect(stdout + stderr).not.toContain('secret-word');
});

async function unusedPort(): Promise<number> {
  const { port, close } = await listening(createSocket());
  await close();
  return port;
}

async function listening(
  server: HttpServer | ReturnType<typeof createSocket>,
): Promise<{ port: number; close(): Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
