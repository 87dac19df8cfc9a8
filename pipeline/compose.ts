import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../schemas/settings.ts';
import type { Store } from '../search/port.ts';
import { folderObjects } from './objects/folder.ts';
import type { JobQueue, Objects } from './ports.ts';

/** Everything that is kept, in one of the two homes; the only place that knows which. */
export interface Home {
  kind: 'embedded' | 'distributed';
  store: Store;
  queue: JobQueue;
  objects: Objects;
  close(): Promise<void>;
}

/** The database of the embedded home. */
export function databaseFile(data: string): string {
  return join(data, 'doisoat.db');
}

export async function openHome(settings: Settings): Promise<Home> {
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
    store,
    queue,
    objects,
    async close() {
      await queue.close();
      await store.close();
    },
  };
}

/** Whether anything was ever ingested here: a search should say so instead of making an empty store. */
export function homeExists(settings: Settings): boolean {
  return settings.elasticsearchUrl !== null || existsSync(databaseFile(settings.data));
}
