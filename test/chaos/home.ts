import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { openElasticsearchStore } from '../../search/elasticsearch/store.ts';
import type { Store } from '../../search/port.ts';
import { run } from '../cli/run.ts';
import { elasticsearchUrl, forgetIndices, forgetKeys, redisUrl, uniquePrefix } from '../services/addresses.ts';
import { writeReports } from './reports.ts';

/** A distributed home of its own on the test servers, with reports to ingest and a look from outside. */
export interface ChaosHome {
  /** Folder of the reports. */
  reports: string;
  environment: Record<string, string>;
  store: Store;
  queue: Queue;
  /** What the embedded home says about the same files. */
  undisturbedDump(): Promise<string>;
  dump(): Promise<string>;
  /** Names of files still on their way to a worker. */
  incoming(): string[];
  close(): Promise<void>;
}

export async function openChaosHome(files: number): Promise<ChaosHome> {
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-chaos-'));
  const prefix = uniquePrefix();
  const [reports, data] = [join(folder, 'reports'), join(folder, 'data')];
  await writeReports(reports, files);
  const environment = {
    DOISOAT_REDIS_URL: redisUrl,
    DOISOAT_ELASTICSEARCH_URL: elasticsearchUrl,
    DOISOAT_PREFIX: prefix,
    DOISOAT_DATA: data,
    DOISOAT_LANG: 'en',
  };
  const store = await openElasticsearchStore(elasticsearchUrl, { prefix });
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  connection.on('error', () => {});
  const queue = new Queue('files', { connection, prefix });
  queue.on('error', () => {});
  return {
    reports,
    environment,
    store,
    queue,
    async undisturbedDump() {
      const embedded = { DOISOAT_DATA: join(folder, 'undisturbed') };
      await run(['ingest', reports], embedded);
      return (await run(['dump'], embedded)).stdout;
    },
    dump: async () => (await run(['dump'], environment)).stdout,
    incoming: () =>
      readdirSync(join(data, 'incoming'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        /[0-9a-f]{64}$/.test(name),
      ),
    async close() {
      await queue.close();
      connection.disconnect();
      await store.close();
      await forgetIndices(prefix);
      await forgetKeys(prefix);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
