import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractBytes } from '../pipeline/stages.ts';
import { compareAgainst, isVersion } from './against.ts';
import { Annotation } from './annotation.ts';
import { evaluateProvince } from './province/evaluate.ts';
import { type Comparison, score } from './score.ts';

/**
 * `npm run evaluate -- DIR`: scores the extraction of every report below DIR that has an annotation beside it (a file
 * NAME.json in a folder `gold` or `expected`), and tells what was gained and lost since the last run on the same folder. A
 * made-up province (`npm run corpus`) is compared with its ledger of truths. `npm run evaluate -- --against COMMIT`: see
 * `against.ts`.
 */

const LAST_RUNS = fileURLToPath(new URL('../.evaluate', import.meta.url));
const REPORT = /\.(docx|pdf|txt|doc)$/;

type Run = Record<string, Comparison[]>;

const [folder, base = '', ...folders] = process.argv.slice(2);
if (folder === '--against' && isVersion(base)) {
  compareAgainst(base, folders);
  process.exit(0);
}
if (!folder || !existsSync(folder)) {
  process.stderr.write(
    'usage: npm run evaluate -- DIR   (DIR holds reports, and gold/NAME.json or expected/NAME.json)\n' +
      '       npm run evaluate -- --against COMMIT [DIR…]   (mentions gained and lost since that version)\n',
  );
  process.exit(2);
}

if (existsSync(join(folder, 'truth.json'))) await evaluateProvince(folder);
else {
  const run = await evaluate(folder);
  printTable(run);
  printChanges(loadLast(folder), run);
  saveLast(folder, run);
}

async function evaluate(root: string): Promise<Run> {
  const annotations = new Map<string, Annotation>();
  const reports: string[] = [];
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(root, name);
    if (/(^|[\\/])(gold|expected)[\\/][^\\/]+\.json$/.test(name)) {
      annotations.set(basename(name, '.json'), Annotation.parse(JSON.parse(readFileSync(path, 'utf8'))));
    } else if (REPORT.test(name)) reports.push(path);
  }
  const result: Run = {};
  for (const path of reports) {
    const annotation = annotations.get(basename(path, extname(path)));
    if (!annotation) continue;
    const name = relative(root, path);
    const extraction = await extractBytes(name, readFileSync(path), { maxPages: 2000 });
    if (extraction.status === 'failed') process.stderr.write(`${name}: ${extraction.diagnostics[0]?.message}\n`);
    result[name] = score(annotation, extraction);
  }
  return result;
}

function printTable(run: Run): void {
  const pooled = new Map<string, { hits: number; missed: number; extra: number }>();
  for (const [name, comparisons] of Object.entries(run)) {
    console.log(`\n${name}`);
    for (const { measure, hits, missed, extra } of comparisons) {
      console.log(`  ${measure.padEnd(18)} ${rates(hits.length, missed.length, extra.length)}`);
      for (const key of missed) console.log(`      - ${key}`);
      for (const key of extra) console.log(`      + ${key}`);
      const format = `${extname(name).slice(1)} ${measure}`;
      const sum = pooled.get(format) ?? { hits: 0, missed: 0, extra: 0 };
      pooled.set(format, {
        hits: sum.hits + hits.length,
        missed: sum.missed + missed.length,
        extra: sum.extra + extra.length,
      });
    }
  }
  console.log('\npooled by format');
  for (const [name, { hits, missed, extra }] of pooled)
    console.log(`  ${name.padEnd(24)} ${rates(hits, missed, extra)}`);
}

function rates(hits: number, missed: number, extra: number): string {
  const recall = hits + missed === 0 ? 1 : hits / (hits + missed);
  const precision = hits + extra === 0 ? 1 : hits / (hits + extra);
  const f1 = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
  return `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  (${hits} found, ${missed} missed, ${extra} extra)`;
}

/** Each gain and each loss with its document, as counts alone would hide one behind the other. */
function printChanges(last: Run | null, now: Run): void {
  if (!last) return;
  const gains: string[] = [];
  const losses: string[] = [];
  for (const [name, comparisons] of Object.entries(now)) {
    for (const comparison of comparisons) {
      const before = last[name]?.find(({ measure }) => measure === comparison.measure);
      if (!before) continue;
      gains.push(...minus(comparison.hits, before.hits).map((key) => `${name} · ${comparison.measure} · ${key}`));
      losses.push(...minus(before.hits, comparison.hits).map((key) => `${name} · ${comparison.measure} · ${key}`));
      losses.push(
        ...minus(comparison.extra, before.extra).map((key) => `${name} · ${comparison.measure} · wrongly ${key}`),
      );
      gains.push(
        ...minus(before.extra, comparison.extra).map((key) => `${name} · ${comparison.measure} · no more ${key}`),
      );
    }
  }
  console.log(`\nThere were ${gains.length} gains and ${losses.length} losses since the last run.`);
  for (const gain of gains) console.log(`  gained ${gain}`);
  for (const loss of losses) console.log(`  lost   ${loss}`);
}

function minus(a: string[], b: string[]): string[] {
  const left = [...b];
  return a.filter((key) => {
    const at = left.indexOf(key);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function lastFile(folder: string): string {
  return join(LAST_RUNS, `${basename(folder)}.json`);
}

function loadLast(folder: string): Run | null {
  return existsSync(lastFile(folder)) ? (JSON.parse(readFileSync(lastFile(folder), 'utf8')) as Run) : null;
}

function saveLast(folder: string, run: Run): void {
  mkdirSync(LAST_RUNS, { recursive: true });
  writeFileSync(lastFile(folder), JSON.stringify(run));
}
