import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../schemas/settings.ts';
import type { Desk } from '../search/desk-port.ts';
import type { People } from '../search/people-port.ts';
import type { Store } from '../search/port.ts';
import { correctedStore } from './corrections/corrected-store.ts';
import { folderObjects } from './objects/folder.ts';
import { HalfHomeError, type JobQueue, type Objects } from './ports.ts';
import { withTerritories } from './territories/store.ts';

/** Everything that is kept, in one of the two homes; the only place that knows which. */
export interface Home {
  kind: 'embedded' | 'distributed';
  store: Store;
  desk: Desk;
  people: People;
  queue: JobQueue;
  objects: Objects;
  close(): Promise<void>;
}

/** The database of the embedded home. */
export function databaseFile(data: string): string {
  return join(data, 'doisoat.db');
}

/**
 * `onTrouble` is told when a server goes away in the middle of work; `onBusy` how many requests or documents the store
 * was too busy for, which are sent again.
 */
export async function openHome(
  settings: Settings,
  onTrouble: (error: Error) => void = () => {},
  onBusy: (count: number) => void = () => {},
): Promise<Home> {
  const { redisUrl, elasticsearchUrl } = settings;
  if (redisUrl !== null && elasticsearchUrl !== null)
    return openDistributed(settings, { redisUrl, elasticsearchUrl, onTrouble, onBusy });
  // A queue that many hosts share beside a database that one process may write, or the reverse, would lose work.
  if (redisUrl !== null) throw new HalfHomeError('elasticsearchUrl');
  if (elasticsearchUrl !== null) throw new HalfHomeError('redisUrl');
  return openEmbedded(settings);
}

async function openEmbedded(settings: Settings): Promise<Home> {
  const objects = folderObjects(settings.data);
  const [{ openSqliteStore }, { embeddedQueue }] = await Promise.all([
    import('../search/sqlite/store.ts'),
    import('./queue/embedded.ts'),
  ]);
  await mkdir(settings.data, { recursive: true });
  const store = openSqliteStore(databaseFile(settings.data));
  const queue = embeddedQueue(store, () => store.ledger.balance(), store.lock);
  return {
    kind: 'embedded',
    store: withTerritories(correctedStore(store, store.desk.corrections)),
    desk: store.desk,
    people: store.people,
    queue,
    objects,
    async close() {
      await queue.close();
      await store.close();
    },
  };
}

interface Servers {
  redisUrl: string;
  elasticsearchUrl: string;
  onTrouble: (error: Error) => void;
  onBusy: (count: number) => void;
}

async function openDistributed({ data, prefix }: Settings, servers: Servers): Promise<Home> {
  const [{ openElasticsearchStore }, { openBullmqQueue }] = await Promise.all([
    import('../search/elasticsearch/store.ts'),
    import('./queue/bullmq.ts'),
  ]);
  await mkdir(data, { recursive: true });
  const queue = await openBullmqQueue({ url: servers.redisUrl, prefix, onTrouble: servers.onTrouble });
  try {
    const store = await openElasticsearchStore(servers.elasticsearchUrl, { prefix, onBusy: servers.onBusy });
    return {
      kind: 'distributed',
      store: withTerritories(correctedStore(store, store.desk.corrections)),
      desk: store.desk,
      people: store.people,
      queue,
      objects: folderObjects(data),
      async close() {
        await queue.close();
        await store.close();
      },
    };
  } catch (error) {
    await queue.close();
    throw error;
  }
}

/** Whether anything was ever ingested here: a search should say so instead of making an empty store. */
export function homeExists(settings: Settings): boolean {
  return settings.redisUrl !== null || settings.elasticsearchUrl !== null || existsSync(databaseFile(settings.data));
}
