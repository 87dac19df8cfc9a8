import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReports } from '../test/chaos/reports.ts';
import { run, start } from '../test/cli/run.ts';
import { elasticsearchUrl, forgetIndices, forgetKeys, redisUrl, uniquePrefix } from '../test/services/addresses.ts';
import { printRows, timed } from './table.ts';

/**
 * `npm run bench:distributed [-- FILES]`: the same small reports into both homes, with two reading
 * processes each: the embedded pool, and an ingest beside one worker.
 */

const files = Number(process.argv[2] ?? 2_000);
const folder = mkdtempSync(join(tmpdir(), 'doisoat-bench-'));
const prefix = uniquePrefix();
const reports = join(folder, 'reports');
const embedded = { DOISOAT_DATA: join(folder, 'embedded') };
const distributed = {
  DOISOAT_DATA: join(folder, 'distributed'),
  DOISOAT_REDIS_URL: redisUrl,
  DOISOAT_ELASTICSEARCH_URL: elasticsearchUrl,
  DOISOAT_PREFIX: prefix,
};
try {
  await writeReports(reports, files);
  const alone = await timed(() => run(['ingest', reports, '--concurrency', '2'], embedded));
  const worker = start(['worker', '--concurrency', '1'], distributed);
  worker.stdout?.resume();
  worker.stderr?.resume();
  const together = await timed(() => run(['ingest', reports, '--concurrency', '1'], distributed));
  const ended = new Promise((resolve) => worker.on('close', resolve));
  worker.kill('SIGTERM');
  await ended;
  const same = (await run(['dump'], embedded)).stdout === (await run(['dump'], distributed)).stdout;
  printRows([
    { what: `embedded, ${files} files, 2 processes`, value: rate(alone) },
    {
      what: `distributed, ${files} files, 2 workers`,
      value: rate(together),
      beside: `× ${(together / alone).toFixed(2)} the time; dumps ${same ? 'are the same' : 'DIFFER'}`,
    },
  ]);
} finally {
  await forgetIndices(prefix);
  await forgetKeys(prefix);
  rmSync(folder, { recursive: true, force: true });
}

function rate(ms: number): string {
  return `${(files / (ms / 1000)).toFixed(1)} documents/s`;
}
