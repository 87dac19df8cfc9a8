import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LEAN } from '../pipeline/read/pool.ts';
import { benchChecks } from './checks.ts';
import { benchLinearity } from './linearity.ts';
import { benchOneMoreReport } from './one-more-report.ts';
import { benchReading } from './reading.ts';
import { benchScans } from './scans.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { printRows, type Row } from './table.ts';

/**
 * `npm run bench [-- FOLDER] [--reports N]`: how fast and how heavy, as ratios to the bare libraries in the same run and
 * as medians of several rounds. FOLDER holds reports (DOCX and PDF of the same name are taken for twins); the samples
 * otherwise. N: how many reports of a made-up province a store holds before one more is compared with them.
 */

const { values, positionals } = parseArgs({
  options: { reports: { type: 'string', default: '1900' } },
  allowPositionals: true,
});
const folder = positionals[0] ?? fileURLToPath(new URL('../fixtures/documents', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(docx|pdf)$/.test(name))
  .map((name) => join(folder, name))
  .sort();

/** Scans lie in a folder of their own, in FOLDER or among the fixtures. */
const scanned = /(?:^|[\\/])scans?[\\/]/;
const given = files.filter((file) => scanned.test(file));
const scans = given.length > 0 ? given : [fileURLToPath(new URL('../fixtures/scans/report.pdf', import.meta.url))];

const rows: Row[] = [];
rows.push(...(await benchReading(files.filter((file) => !scanned.test(file)))));
rows.push(...(await benchScans(scans)));
rows.push(...memoryRows());
rows.push(...(await benchLinearity()));
rows.push(...(await benchChecks()));
rows.push(...benchStart());
rows.push(...(await benchSearch()));
rows.push(...(await benchOneMoreReport(Number(values.reports))));
printRows(rows);

/** Peak memory of a process that reads all the files of one type, one after the other. */
function memoryRows(): Row[] {
  const worker = fileURLToPath(new URL('./memory.ts', import.meta.url));
  return ['docx', 'pdf'].flatMap((type) => {
    const own = files.filter((file) => file.endsWith(`.${type}`) && existsSync(file));
    if (own.length === 0) return [];
    const { stdout } = spawnSync(process.execPath, [...LEAN, worker, ...own], { encoding: 'utf8' });
    const bytes = own.reduce((sum, file) => sum + readFileSync(file).length, 0);
    return [
      {
        what: `memory, reading ${own.length} ${type}`,
        value: `${stdout.trim()} MB peak`,
        beside: `${(bytes / 1e6).toFixed(1)} MB of files`,
      },
    ];
  });
}
