import { expect, test } from 'vitest';
import { isOurs } from '../services/addresses.ts';
import { runChaos } from './chaos.ts';
import { chaosRows } from './table.ts';

/** The short part of `npm run chaos`: everything once or a few times, the same for everybody. */
const plan = {
  seed: 20_230_619,
  documents: 120,
  workers: 3,
  times: {
    'kill -9 of a worker': 6,
    'kill -9 of the ingest': 1,
    'worker frozen for 13 s': 1,
    'connections to Redis cut': 1,
    'Redis restarted, its queue lost': 1,
    'Elasticsearch restarted': 1,
    'Elasticsearch refuses for 6 s (429, 503, lost answers)': 2,
    'data disk full for 4 s': 1,
    'clock of a worker set an hour on, then two back': 1,
  },
} as const;

// Only servers that these tests started are taken away.
test.runIf(isOurs('redis') && isOurs('elasticsearch'))(
  'workers die and lie still, servers go away, refuse and lose answers, the disk is full: nothing lost, nothing doubled',
  async () => {
    const result = await runChaos(plan);
    console.log(
      chaosRows(plan, result)
        .map(([what, value]) => `${what}: ${value}`)
        .join('\n'),
    );
    expect(result).toMatchObject({ lost: 0, unnamed: 0, differences: [], leftovers: { jobs: 0 } });
    // Of so few files the last may all be in the hands of the ingest: then there is no worker to kill.
    expect(result.happened['kill -9 of a worker']).toBeGreaterThanOrEqual(4);
    expect(result.failures).toMatchObject({ 'memory-limit': 1 });
    // Which outage a running ingest meets is chance, but this one it cannot miss.
    expect(result.said).toMatch(
      /(?:Redis \(queue\)|Elasticsearch \(store\)).* Waiting; nothing is lost|disk is full.*nothing is lost/,
    );
    expect(new Set(result.stopped)).toEqual(new Set([0]));
  },
);
