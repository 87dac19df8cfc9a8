import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PIPELINE_VERSION } from '../../pipeline/version.ts';
import { run, start } from '../cli/run.ts';
import { settledFiles } from './field.ts';
import { type ChaosHome, openChaosHome } from './home.ts';
import { writeReports } from './reports.ts';
import { differences } from './same-content.ts';

const FILES = 40;
const NEXT = String(Number.parseInt(PIPELINE_VERSION, 10) + 1);
const hook = fileURLToPath(new URL('./newer-version.mjs', import.meta.url));
const newer = { NODE_OPTIONS: `--import ${hook}` };

let home: ChaosHome;
beforeAll(async () => {
  home = await openChaosHome((folder) => writeReports(folder, FILES));
});
afterAll(() => home.close());

test('workers of two versions side by side: all files end as the newer one reads them', async () => {
  const old = [1, 2].map(() => start(['worker', '--concurrency', '1'], home.environment));
  for (const { stdout, stderr } of old) {
    stdout?.resume();
    stderr?.resume();
  }
  const before = run(['ingest', home.reports, '--concurrency', '1'], home.environment);
  while (((await settledFiles(home)) ?? 0) < FILES / 4) await new Promise((resolve) => setTimeout(resolve, 50));
  // The upgrade begins: the older workers and the older ingest are still at it.
  const upgraded = await run(['ingest', home.reports, '--concurrency', '1'], { ...home.environment, ...newer });
  expect(upgraded.status, upgraded.stderr).toBe(1); // Some files are no Word files.
  await before;
  for (const worker of old) worker.kill('SIGTERM');

  const rows = await home.store.ledger.list({}, { offset: 0, limit: FILES });
  expect(rows).toHaveLength(FILES);
  expect(new Set(rows.map(({ pipelineVersion }) => pipelineVersion))).toEqual(new Set([NEXT]));
  expect(rows.filter(({ state }) => state === 'queued' || state === 'reading')).toEqual([]);
  const undisturbed = await home.undisturbed(newer);
  expect(await differences(home.store, undisturbed)).toEqual([]);
  await undisturbed.close();
});
