import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { databaseFile } from '../../pipeline/compose.ts';
import { openElasticsearchStore } from '../../search/elasticsearch/store.ts';
import type { Store } from '../../search/port.ts';
import { openSqliteStore } from '../../search/sqlite/store.ts';
import { run } from '../cli/run.ts';
import {
  elasticsearchUrl,
  forgetIndices,
  forgetKeys,
  redisUrl,
  serversHome,
  uniquePrefix,
} from '../services/addresses.ts';

/** A distributed home of its own on the test servers, with reports to ingest and a look from outside. */
export interface ChaosHome {
  folder: string;
  /** Folder of the reports. */
  reports: string;
  data: string;
  environment: Record<string, string>;
  store: Store;
  queue: Queue;
  /** Cuts every connection to the queue but the one of the tests. */
  cutConnections(): Promise<void>;
  /** The embedded home with the same files, which nobody disturbs. */
  undisturbed(environment?: Record<string, string>): Promise<Store>;
  dump(store: Store): Promise<string>;
  /** Names of files still on their way to a worker. */
  incoming(): string[];
  close(): Promise<void>;
}

export async function openChaosHome(
  writeReports: (folder: string) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<ChaosHome> {
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-chaos-'));
  const prefix = uniquePrefix();
  const [reports, data] = [join(folder, 'reports'), join(folder, 'data')];
  mkdirSync(data);
  await writeReports(reports);
  const own = { DOISOAT_LANG: 'en', ...settings };
  const store = await openElasticsearchStore(elasticsearchUrl, { prefix });
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  connection.on('error', () => {});
  const queue = new Queue('files', { connection, prefix });
  queue.on('error', () => {});
  return {
    folder,
    reports,
    data,
    environment: { ...serversHome(prefix, data), ...own },
    store,
    queue,
    async cutConnections() {
      await connection.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    },
    async undisturbed(environment = {}) {
      const embedded = join(folder, 'undisturbed');
      await run(['ingest', reports], { DOISOAT_DATA: embedded, ...own, ...environment });
      return openSqliteStore(databaseFile(embedded));
    },
    async dump(of) {
      const lines: string[] = [];
      for await (const line of of.dump()) lines.push(line);
      return lines.join('\n');
    },
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
