import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { textOf } from '../../evaluate/province/paper.ts';
import { makeProvince } from '../../evaluate/province/province.ts';
import { wordFile } from '../../test/chaos/reports.ts';
import { elasticsearchUrl, forgetIndices, forgetKeys, redisUrl, uniquePrefix } from '../../test/services/addresses.ts';
import { printRows, type Row } from '../table.ts';
import { bulkRate } from './bulk.ts';
import { requestsIn } from './effort.ts';
import { type Ingested, intoDistributed, intoEmbedded } from './ingest.ts';
import { searchOverHttp } from './search.ts';

const BULK_REPORTS = 300;

/**
 * `npm run bench:distributed [-- --files N | --reports DIR] [--workers 1,2,4]`: the same reports into both homes (a
 * made-up province in Word files of one page, or files of one's own), with as many reading processes each; what of the
 * engine's own rate the store keeps when it writes; and how long a search takes over HTTP beside the engine's own part.
 */

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '600' },
    reports: { type: 'string' },
    workers: { type: 'string', default: '1,2,4' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'doisoat-bench-'));
const prefixes: string[] = [];
const newPrefix = (): string => {
  const prefix = uniquePrefix();
  prefixes.push(prefix);
  return prefix;
};
try {
  const reports = values.reports ?? (await writeProvince(join(folder, 'reports'), Number(values.files)));
  let last: Record<string, string> = {};
  for (const workers of values.workers.split(',').map(Number)) {
    const { rows, settings } = await compare(reports, workers);
    printRows(rows);
    last = settings;
  }
  printRows(await bulkRate(BULK_REPORTS, newPrefix));
  printRows(await searchOverHttp(last, last.DOISOAT_PREFIX!));
} finally {
  for (const prefix of prefixes) {
    await forgetIndices(prefix);
    await forgetKeys(prefix);
  }
  rmSync(folder, { recursive: true, force: true });
}

async function writeProvince(into: string, count: number): Promise<string> {
  mkdirSync(into);
  for (const report of makeProvince(1, count).reports)
    writeFileSync(join(into, report.file.replace('.txt', '.docx')), await wordFile(textOf(report).split('\n')));
  return into;
}

async function compare(reports: string, workers: number) {
  const settings = {
    DOISOAT_DATA: join(folder, `distributed-${workers}`),
    DOISOAT_REDIS_URL: redisUrl,
    DOISOAT_ELASTICSEARCH_URL: elasticsearchUrl,
    DOISOAT_PREFIX: newPrefix(),
  };
  const alone = await intoEmbedded(reports, join(folder, `embedded-${workers}`), workers);
  const together = await intoDistributed(reports, settings, workers);
  const files = new Set(alone.dump.match(/"report":"[0-9a-f]{64}"/g)).size;
  const perFile = ({ ownSeconds, engineSeconds }: Ingested): string =>
    `processor a document: ${((ownSeconds / files) * 1000).toFixed(0)} ms ours, ${((engineSeconds / files) * 1000).toFixed(0)} ms the engine's`;
  const asked = [...together.requests].sort(([, a], [, b]) => b - a).slice(0, 6);
  const rows: Row[] = [
    { what: `embedded, ${workers} reading`, value: rate(files, alone), beside: perFile(alone) },
    {
      what: `distributed, ${workers} workers`,
      value: rate(files, together),
      beside: `× ${(together.ms / alone.ms).toFixed(2)} the time; ${perFile(together)}; dumps ${alone.dump === together.dump ? 'alike' : 'DIFFER'}`,
    },
    {
      what: 'requests a document',
      value: (requestsIn(together) / files).toFixed(2),
      beside: asked.map(([kind, count]) => `${kind} ${(count / files).toFixed(2)}`).join(', '),
    },
  ];
  return { rows, settings };
}

function rate(files: number, { ms }: Ingested): string {
  return `${(files / (ms / 1000)).toFixed(1)} documents/s`;
}
