import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { jobId } from '../../pipeline/job-id.ts';
import { PIPELINE_VERSION } from '../../pipeline/version.ts';
import { wordFile } from '../chaos/reports.ts';
import { forgetIndices, forgetKeys, serversHome, uniquePrefix } from '../services/addresses.ts';
import { jsonLines, run, start } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-worker-'));
const prefix = uniquePrefix();
const environment = { ...serversHome(prefix, join(folder, 'data')), DOISOAT_LANG: 'en' };
afterAll(async () => {
  await forgetIndices(prefix);
  await forgetKeys(prefix);
  rmSync(folder, { recursive: true });
});

test('a worker is watched: its log and its metrics name jobs and hashes, no path, no word and no number of a person', async () => {
  const reports = join(folder, 'reports');
  mkdirSync(reports);
  const named = join(reports, 'don-cua-001203004567.docx');
  writeFileSync(
    named,
    await wordFile(['BÁO CÁO', 'Ông Trần Văn B, số định danh 001203004567, kiến nghị 12 nội dung.']),
  );
  writeFileSync(join(reports, 'hỏng.docx'), 'not a Word file \u0000');
  const port = '39464';
  const worker = start(['worker', '--concurrency', '1', '--metrics-port', port], {
    ...environment,
    DOISOAT_LOG: 'json',
  });
  let log = '';
  worker.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const stopped = new Promise((resolve) => worker.on('close', resolve));
  const get = async (path: string): Promise<string> => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  while (!log.includes('"ready"')) await sleep(50);
  expect(JSON.parse(await get('/readyz'))).toEqual({ ready: true, queue: 'ok', store: 'ok' });

  await run(['ingest', reports, '--concurrency', '1'], environment);
  const second = await run(['worker', '--metrics-port', port], environment);
  expect(second).toMatchObject({ status: 2, stderr: expect.stringContaining(`Port ${port} cannot be used`) });

  const metrics = await get('/metrics');
  worker.kill('SIGTERM');
  expect(await stopped).toBe(0);
  const lines = jsonLines<{ msg: string; job?: string; file?: string; state?: string }>(log);
  expect(lines.at(-1)?.msg).toBe('stopped');
  // The ingest works as well: each file is in the log of whoever had it.
  const jobs = [named, join(reports, 'hỏng.docx')].map((path) =>
    jobId({ collection: 'default', path }, PIPELINE_VERSION),
  );
  for (const { job, file, state } of lines.filter(({ msg }) => msg === 'settled')) {
    expect(jobs).toContain(job);
    expect(file).toMatch(/^[0-9a-f]{64}$/);
    expect(['indexed', 'failed']).toContain(state);
  }
  expect(metrics).toMatch(/^doisoat_queue_waiting_files 0$/m);
  for (const told of [log, metrics]) expect(told).not.toMatch(/001203004567|Trần|kiến nghị|reports/);
});
