import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { breakFacts } from '../../evaluate/province/breaks.ts';
import { textOf } from '../../evaluate/province/paper.ts';
import { randomFrom } from '../../evaluate/province/random.ts';
import { reportsOf } from '../../evaluate/province/reports.ts';
import { makeWorld } from '../../evaluate/province/world.ts';
import { run, start } from '../cli/run.ts';
import { elasticsearchUrl, forgetIndices, forgetKeys, serversHome, uniquePrefix } from '../services/addresses.ts';

const REPORTS = 60;
const BREAKS = 15;
const KILLS = 4;

const folder = mkdtempSync(join(tmpdir(), 'doisoat-reconcile-kills-'));
const prefix = uniquePrefix();
const reports = join(folder, 'in');
const embedded = { DOISOAT_DATA: join(folder, 'embedded') };
const distributed = serversHome(prefix, join(folder, 'distributed'));

/** A province with broken facts; some reports lie there a second time, with a line more. */
beforeAll(async () => {
  const random = randomFrom(7);
  const world = makeWorld(random, [2024], 'Quảng Ninh');
  const told = Array.from(reportsOf(world, random, [2024])).slice(0, REPORTS);
  breakFacts(told, BREAKS, world, random);
  mkdirSync(reports);
  for (const [i, report] of told.entries()) {
    writeFileSync(join(reports, `${report.file}.txt`), textOf(report));
    if (i % 10 === 0)
      writeFileSync(join(reports, `again-${report.file}.txt`), `${textOf(report)}\nNơi nhận: như trên.\n`);
  }
  for (const home of [embedded, distributed]) expect((await run(['ingest', reports], home)).status).toBe(0);
});
afterAll(async () => {
  await forgetIndices(prefix);
  await forgetKeys(prefix);
  rmSync(folder, { recursive: true, force: true });
});

const flagsIn = async (home: Record<string, string>) =>
  JSON.parse((await run(['flags', '--json', '--limit', '1000'], home)).stdout).across;

async function documentIn(path: string): Promise<Record<string, unknown>> {
  return (await fetch(`${elasticsearchUrl}/${prefix}-${path}`)).json() as Promise<Record<string, unknown>>;
}

test(`${KILLS} × kill -9 in the middle of reconciling: the next one goes on and comes to the same flags`, async () => {
  const expected = await flagsIn(embedded);
  expect(expected.total).toBeGreaterThan(0);
  expect(await flagsIn(distributed)).toEqual(expected);
  const random = randomFrom(8);
  const left: number[] = [];
  for (let killed = 0; killed < KILLS; killed++) {
    const before = await turnsOf();
    const reconciling = start(['reconcile'], distributed);
    const ended = new Promise((resolve) => reconciling.on('close', resolve));
    while ((await turnsOf()) === before && reconciling.exitCode === null) await sleep(10);
    await sleep(random() * 400);
    reconciling.kill('SIGKILL');
    await ended;
    left.push(await waitingNow());
  }
  expect(Math.max(...left)).toBeGreaterThan(0);
  // Whoever comes next, for whatever reason, goes on.
  expect((await run(['ingest', reports], distributed)).status).toBe(0);
  expect(await flagsIn(distributed)).toEqual(expected);
  expect(await waitingNow()).toBe(0);
});

/** What waits to be judged, shown to searches or not. */
async function waitingNow(): Promise<number> {
  await fetch(`${elasticsearchUrl}/${prefix}-waiting/_refresh`, { method: 'POST' });
  return (await documentIn('waiting/_count')).count as number;
}

/** How often anybody took or held the right to reconcile. */
async function turnsOf(): Promise<unknown> {
  return (await documentIn('writing/_doc/lease'))._seq_no;
}
