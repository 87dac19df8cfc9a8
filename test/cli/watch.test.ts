import type { ChildProcess } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRINTED_SAMPLE, SAMPLE } from './bad-files.ts';
import { run, start } from './run.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doisoat-watch-'));
  mkdirSync(join(folder, 'in'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const data = (): string => join(folder, 'in', 'data');

/** The outcomes it tells, one after the other. */
async function* outcomes(child: ChildProcess): AsyncGenerator<{ path: string; state: string }> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const { path, state } = JSON.parse(line);
    yield { path: path.slice(folder.length + 1), state };
  }
}

it('brings in what lies in the folder and what comes, each when it is whole, until it is stopped', async () => {
  writeFileSync(join(folder, 'in/there.docx'), readFileSync(SAMPLE));
  writeFileSync(join(folder, 'in/settings.json'), '{}');
  const child = start(['ingest', '--watch', join(folder, 'in'), '--json', '--data', data()]);
  const ended = new Promise((resolve) => child.on('close', resolve));
  const told = outcomes(child);
  expect((await told.next()).value).toEqual({ path: 'in/there.docx', state: 'indexed' });

  // Copied slowly, into a folder that came later, with the litter of an editor beside it.
  mkdirSync(join(folder, 'in/later'));
  writeFileSync(join(folder, 'in/later/~$printed.pdf'), 'x');
  const bytes = readFileSync(PRINTED_SAMPLE);
  const piece = Math.ceil(bytes.length / 4);
  for (let at = 0; at < bytes.length; at += piece) {
    appendFileSync(join(folder, 'in/later/printed.pdf'), bytes.subarray(at, at + piece));
    await sleep(200);
  }
  // On a machine that stands still in between, half of it may be tried; the whole of it comes all the same.
  for (let state = ''; state !== 'indexed'; ) {
    const { value } = await told.next();
    expect(value.path).toBe('in/later/printed.pdf');
    state = value.state;
  }

  child.kill('SIGINT');
  expect(await ended).toBe(0);
  const { balance } = JSON.parse((await run(['jobs', '--json', '--data', data()])).stdout);
  expect(balance).toMatchObject({ files: 2, indexed: 2, queued: 0, reading: 0 });
});

it('says which path is no folder', async () => {
  const { status, stderr } = await run(['ingest', '--watch', join(folder, 'nowhere'), '--data', data()]);
  expect(status).toBe(2);
  expect(stderr).toContain(join(folder, 'nowhere'));
});
