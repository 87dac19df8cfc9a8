import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Home, openHome } from '../../../pipeline/compose.ts';
import { enqueue, fileHandler, giveUp } from '../../../pipeline/ingest.ts';
import { ReadingPool } from '../../../pipeline/read/pool.ts';
import { reconcile } from '../../../pipeline/reconcile.ts';
import { resolveSettings } from '../../../pipeline/settings.ts';
import type { Settings } from '../../../schemas/settings.ts';

const SAMPLES = fileURLToPath(new URL('../../../fixtures/documents', import.meta.url));

export const sample = (name: string): string => join(SAMPLES, name);

export interface SampleHome {
  home: Home;
  settings: Settings;
  folder: string;
  ingest(paths: readonly string[], collection?: string): Promise<void>;
  close(): Promise<void>;
}

/** A real embedded home in a folder of its own. */
export async function sampleHome(): Promise<SampleHome> {
  const folder = await mkdtemp(join(tmpdir(), 'doisoat-web-'));
  const settings = resolveSettings({ data: join(folder, 'data') }, {}).values;
  const home = await openHome(settings);
  return {
    home,
    settings,
    folder,
    async ingest(paths, collection = 'default') {
      const pool = new ReadingPool(settings);
      const { store, queue, objects } = home;
      const dependencies = { store, queue, objects, pool, settings, now: () => new Date() };
      try {
        await enqueue(dependencies, paths, collection);
        const onGivenUp = giveUp(dependencies);
        await queue.work(fileHandler(dependencies), { concurrency: 2, until: 'idle', onGivenUp });
        await reconcile(store);
      } finally {
        await pool.close();
      }
    },
    async close() {
      await home.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
