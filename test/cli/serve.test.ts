import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run, start } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-serve-'));
afterAll(() => rmSync(folder, { recursive: true }));
const data = join(folder, 'data');

/** A server, from the moment at which it says where it listens; `says` are both of its outputs. */
async function serving(...args: string[]) {
  const child = start(['serve', '--port', '0', '--data', data, ...args]);
  const says = { stdout: '', stderr: '' };
  const ended = once(child, 'close').then(([status]) => status as number | null);
  const address = await new Promise<string>((resolve, reject) => {
    for (const name of ['stdout', 'stderr'] as const)
      child[name]!.setEncoding('utf8').on('data', (text: string) => {
        says[name] += text;
        const [found] = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(says[name]) ?? [];
        if (found) resolve(found);
      });
    void ended.then((status) => reject(new Error(`serve ended with ${status}: ${says.stderr}`)));
  });
  return { address, says, stop: () => child.kill('SIGTERM'), ended };
}

describe('serve', () => {
  test('says where it listens, answers there, and ends well when it is stopped', async () => {
    const { address, says, stop, ended } = await serving();
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${address}/api/session`)).json()).toMatchObject({ hasAccounts: false });
    expect(await (await fetch(`${address}/api/reports`)).json()).toMatchObject({ total: 0 });
    stop();
    expect(await ended).toBe(0);
    // The link for the first administrator, while there are no accounts.
    expect(says.stdout).toContain(`${address}/setup/`);
  });

  test('with --json writes nothing on standard output', async () => {
    const { says, stop, ended } = await serving('--json');
    stop();
    expect(await ended).toBe(0);
    expect(says.stdout).toBe('');
  });

  test('names a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { status, stderr } = await run(['serve', '--data', data, '--port', String(port)]);
    taken.close();
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(String(port)) });
  });

  test.each([
    ['a port that is none', 'x1', ['--port', 'x1']],
    ['other machines while there are no accounts', '0.0.0.0', ['--host', '0.0.0.0', '--port', '0']],
  ])('refuses %s', async (_, named, args) => {
    const { status, stderr } = await run(['serve', '--data', data, ...args]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(named) });
  });
});
