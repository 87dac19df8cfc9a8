import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareReports, type PreparedReport, prepareReport } from '../../extractors/comparison/compare.ts';
import { extractBytes } from '../../pipeline/stages.ts';
import type { Break } from './breaks.ts';
import { formats } from './formats.ts';
import { scoreBreaks } from './score.ts';

/** Compares all reports of a made-up province and sets the flags against its ledger of truths. */
export async function evaluateProvince(folder: string): Promise<void> {
  const { breaks } = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as { breaks: Break[] };
  const prepared: PreparedReport[] = [];
  let inside = 0;
  for (const name of readdirSync(folder).sort()) {
    if (!formats.some((format) => name.endsWith(`.${format}`))) continue;
    const extraction = await extractBytes(name, readFileSync(join(folder, name)), { maxPages: 2000 });
    inside += extraction.flags.length;
    prepared.push(prepareReport(extraction));
  }
  const scores = scoreBreaks(breaks, compareReports(prepared));
  let [found, missed, wrong] = [0, 0, 0];
  for (const score of scores) {
    found += score.found.length;
    missed += score.missed.length;
    wrong += score.wrong.length;
    console.log(line(score.kind, score.found.length, score.missed.length, score.wrong.length));
    for (const one of score.missed.slice(0, 5))
      console.log(`    - ${one.file} ${one.concept}: ${one.says} instead of ${one.instead}`);
    for (const flag of score.wrong.slice(0, 5)) console.log(`    + ${flag.message.vi}`);
  }
  console.log(line('all', found, missed, wrong));
  console.log(`${prepared.length} reports; ${inside} flags inside single reports`);
}

function line(kind: string, found: number, missed: number, wrong: number): string {
  const share = (a: number, b: number): string => (a + b === 0 ? '–' : (a / (a + b)).toFixed(3));
  return `${kind.padEnd(20)} recall ${share(found, missed)}  precision ${share(found, wrong)}  (${found} found, ${missed} missed, ${wrong} wrong)`;
}
