import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run, start } from '../cli/run.ts';
import { control, isOurs } from '../services/addresses.ts';
import { type ChaosHome, openChaosHome } from './home.ts';

const FILES = 200;

let home: ChaosHome;
beforeAll(async () => {
  home = await openChaosHome(FILES);
});
afterAll(() => home.close());

// Only servers that these tests started are taken away.
test.runIf(isOurs('redis') && isOurs('elasticsearch'))(
  'Redis and Elasticsearch go away in the middle of an ingest: it waits, says so, and loses nothing',
  async () => {
    const worker = start(['worker', '--concurrency', '1'], home.environment);
    worker.stdout?.resume();
    worker.stderr?.resume();
    const ingesting = run(['ingest', home.reports, '--concurrency', '1'], home.environment);

    await untilSettled(30);
    // It keeps nothing on disk: the whole queue is forgotten, and filled again from the ledger.
    control('redis', 'stop');
    await sleep(2_000);
    control('redis', 'start');
    await untilSettled(80);
    control('elasticsearch', 'stop');
    await sleep(2_000);
    control('elasticsearch', 'start');

    const { stderr, stdout } = await ingesting;
    expect(stdout, stderr).toContain(`${FILES} files in all`);
    expect(stderr).toMatch(/Redis \(queue\): cannot be reached .*Waiting; nothing is lost/);
    expect(stderr).toMatch(/Elasticsearch \(store\): .*Waiting; nothing is lost/);
    expect(await home.store.ledger.balance()).toMatchObject({
      files: FILES,
      queued: 0,
      reading: 0,
      indexed: FILES - FILES / 10,
      failed: FILES / 20,
      duplicate: FILES / 20,
    });
    expect(await home.dump()).toBe(await home.undisturbedDump());
    expect(home.incoming()).toEqual([]);

    const stopped = new Promise((resolve) => worker.on('close', resolve));
    worker.kill('SIGTERM');
    expect(await stopped).toBe(0);
  },
);

async function untilSettled(count: number): Promise<void> {
  for (;;) {
    const { files, queued, reading } = await home.store.ledger.balance();
    if (files - queued - reading >= count) return;
    await sleep(50);
  }
}
