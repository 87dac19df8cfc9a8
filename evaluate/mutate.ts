import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractBytes } from '../pipeline/stages.ts';
import { type Outcome, type TrialResult, tryReport } from './mutate/trial.ts';

/**
 * `npm run mutate -- PATH…`: takes reports that are consistent (the samples, where no path is given), breaks one figure
 * at a time and tells how many of the errors the checks find, and what they raise where two places were changed alike.
 */

const SAMPLES = fileURLToPath(new URL('../fixtures/documents', import.meta.url));
const REPORT = /\.(docx|pdf|txt)$/;
/** Errors of each kind put into one report. */
const MOST = 40;
const SEED = 20231012;

const paths = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const verbose = process.argv.includes('--verbose');
const files = (paths.length > 0 ? paths : [SAMPLES]).flatMap(filesOf);
if (files.length === 0) {
  process.stderr.write('usage: npm run mutate -- [--verbose] PATH…   (reports, or folders of reports)\n');
  process.exit(2);
}

const total: TrialResult = { outcomes: [], coherent: 0, falseAlarms: [] };
for (const file of files) {
  const report = await extractBytes(file, readFileSync(file), { maxPages: 2000 });
  if (report.status === 'failed') {
    process.stderr.write(`${file}: ${report.diagnostics[0]?.message}\n`);
    continue;
  }
  const { outcomes, coherent, falseAlarms } = tryReport(report, SEED, MOST);
  total.outcomes.push(...outcomes);
  total.coherent += coherent;
  total.falseAlarms.push(...falseAlarms);
}
print(total);

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return REPORT.test(path) ? [path] : [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => REPORT.test(name))
    .sort()
    .map((name) => join(path, name));
}

function print({ outcomes, coherent, falseAlarms }: TrialResult): void {
  console.log(`${files.length} reports, ${outcomes.length} errors put in, one at a time\n`);
  console.log(
    `${'kind'.padEnd(22)} ${'errors'.padStart(7)} ${'found'.padStart(7)} ${'recall'.padStart(7)}  by the same kind`,
  );
  for (const [kind, own] of [...Map.groupBy(outcomes, (one) => one.kind)].sort()) line(kind, own);
  line('all', outcomes);
  console.log(`\n${coherent} coherent changes, ${falseAlarms.length} false alarms`);
  for (const { source, change, note, flag } of falseAlarms)
    console.log(`  ${source} · ${change} (${note}): ${flag.kind} ${flag.message.en}`);
  if (!verbose) return;
  console.log('\nnot found');
  for (const { source, kind, slip, note } of outcomes.filter((one) => !one.found))
    console.log(`  ${source} · ${kind} · ${slip}: ${note}`);
}

function line(name: string, own: readonly Outcome[]): void {
  const found = own.filter((one) => one.found);
  const same = found.filter((one) => one.foundAs.includes(one.kind));
  const recall = own.length === 0 ? '' : (found.length / own.length).toFixed(3);
  console.log(
    `${name.padEnd(22)} ${String(own.length).padStart(7)} ${String(found.length).padStart(7)} ${recall.padStart(7)}  ${same.length}`,
  );
}
