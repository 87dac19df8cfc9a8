import { parseArgs } from 'node:util';
import { runChaos } from './chaos.ts';
import { chaosRows } from './table.ts';

/**
 * `npm run chaos [-- --seed N --documents N]`: four workers and an ingest over a real Redis and Elasticsearch, while all
 * kinds of things break; exits 1 if anything was lost, doubled or left without a name.
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    documents: { type: 'string', default: '1000' },
  },
});
const plan = {
  seed: Number(values.seed),
  documents: Number(values.documents),
  workers: 4,
  times: {
    'kill -9 of a worker': 22,
    'kill -9 of the ingest': 2,
    'worker frozen for 13 s': 3,
    'connections to Redis cut': 3,
    'Redis restarted, its queue lost': 2,
    'Elasticsearch restarted': 2,
    'Elasticsearch refuses for 6 s (429, 503, lost answers)': 4,
    'data disk full for 4 s': 2,
    'clock of a worker set an hour on, then two back': 2,
  },
} as const;
const result = await runChaos(plan, (line) => process.stderr.write(`${line}\n`));
for (const [what, value] of chaosRows(plan, result)) process.stdout.write(`${what.padEnd(60)}  ${value}\n`);
for (const ending of new Set(result.endings)) process.stderr.write(`a worker ended by itself: ${ending}\n`);
const { lost, unnamed, differences, leftovers } = result;
process.exitCode = lost + unnamed + differences.length + leftovers.jobs > 0 ? 1 : 0;
