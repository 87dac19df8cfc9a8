import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Home, openHome } from '../../pipeline/compose.ts';
import { resolveSettings } from '../../pipeline/settings.ts';
import { parseQuery } from '../../search/query/parse.ts';
import { textOf } from '../province/paper.ts';
import { makeProvince } from '../province/province.ts';
import { randomFrom, shuffled } from '../province/random.ts';
import { readText, store } from '../province/stored.ts';
import { typedFor, ways } from './queries.ts';

/**
 * `npm run known-item [-- --reports N --queries N --seed N]`: reports of a made-up province, and questions of somebody who
 * looks for one of them; how often it stands among the first ten hits, in the embedded home, and also in the other one
 * where there are servers for it (`npm run known-item:servers` starts some).
 */

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '10000' },
    queries: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});
const FIRST = 10;
const IN_HAND = 24;
const seed = Number(values.seed);
const folder = mkdtempSync(join(tmpdir(), 'doisoat-known-item-'));
const { reports } = makeProvince(seed, Number(values.reports));
const { DOISOAT_TEST_REDIS_URL: redisUrl, DOISOAT_TEST_ELASTICSEARCH_URL: elasticsearchUrl } = process.env;

const homes: Home[] = [await openHome(resolveSettings({ data: join(folder, 'embedded') }, {}).values)];
if (redisUrl && elasticsearchUrl) {
  const given = { data: join(folder, 'distributed'), redisUrl, elasticsearchUrl, prefix: `known-item-${process.pid}` };
  homes.push(await openHome(resolveSettings(given, {}).values));
}
try {
  const ids = await fill();
  for (const { kind, store: filled } of homes) await ask(kind, filled, ids);
} finally {
  for (const home of homes) await home.close();
  rmSync(folder, { recursive: true });
}

/** Hash of each report, by its file. */
async function fill(): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (let at = 0; at < reports.length; at += IN_HAND) {
    await Promise.all(
      reports.slice(at, at + IN_HAND).map(async (report) => {
        const extraction = await readText(textOf(report));
        ids.set(report.file, extraction.sha256);
        const indexed = { extraction, collection: 'default', path: `/${report.file}.txt` };
        for (const { store: into } of homes) await store(into, indexed);
      }),
    );
  }
  return ids;
}

async function ask(kind: Home['kind'], filled: Home['store'], ids: Map<string, string>): Promise<void> {
  const random = randomFrom(seed + 1);
  const wanted = shuffled(random, reports).slice(0, Number(values.queries));
  const found = new Map(ways.map((way) => [way, { hits: 0, asked: 0, missed: '' }]));
  for (const [i, report] of wanted.entries()) {
    const way = ways[i % ways.length]!;
    const typed = typedFor(report, way, random);
    const { hits } = await filled.search({ collections: null }, parseQuery(typed), { offset: 0, limit: FIRST });
    const count = found.get(way)!;
    count.asked++;
    if (hits.some((hit) => hit.report.id === ids.get(report.file))) count.hits++;
    else count.missed ||= `${report.file}: ${typed}`;
  }
  const line = (what: string, hits: number, asked: number, missed = ''): string =>
    `${kind}, ${reports.length} reports, ${what}: hit@${FIRST} ${(hits / asked).toFixed(3)} (${hits}/${asked})${missed && `; first missed: ${missed}`}\n`;
  for (const [way, { hits, asked, missed }] of found) process.stdout.write(line(way, hits, asked, missed));
  const all = [...found.values()];
  const sum = (of: 'hits' | 'asked'): number => all.reduce((total, count) => total + count[of], 0);
  process.stdout.write(line('all', sum('hits'), sum('asked')));
}
