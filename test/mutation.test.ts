import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Outcome, type TrialResult, tryReport } from '../evaluate/mutate/trial.ts';
import { extractBytes } from '../pipeline/stages.ts';

/** The short form of `npm run mutate`: every DOCX sample, a few errors of each kind, always the same ones. */
const MOST = 3;
const SEED = 20231012;
const folder = new URL('../fixtures/documents/', import.meta.url);
const result = await breakSamples();

async function breakSamples(): Promise<TrialResult> {
  const total: TrialResult = { outcomes: [], coherent: 0, falseAlarms: [] };
  const names = readdirSync(folder).filter((one) => one.endsWith('.docx'));
  for (const name of names.sort()) {
    const report = await extractBytes(name, readFileSync(new URL(name, folder)), { maxPages: 500 });
    const { outcomes, coherent, falseAlarms } = tryReport(report, SEED, MOST);
    total.outcomes.push(...outcomes);
    total.coherent += coherent;
    total.falseAlarms.push(...falseAlarms);
  }
  return total;
}

const missed = (of: readonly Outcome[]) => of.filter((one) => !one.found).map(({ kind, note }) => `${kind}: ${note}`);

test('nine in ten of the errors put into the samples are found', () => {
  expect(result.outcomes.length).toBeGreaterThan(100);
  const recall = 1 - missed(result.outcomes).length / result.outcomes.length;
  expect(recall, missed(result.outcomes).join('\n')).toBeGreaterThanOrEqual(0.9);
});

test('three in four of every kind that is put in often enough to count', () => {
  for (const [kind, own] of Map.groupBy(result.outcomes, (one) => one.kind)) {
    if (own.length < 4) continue;
    expect(1 - missed(own).length / own.length, `${kind}\n${missed(own).join('\n')}`).toBeGreaterThanOrEqual(0.75);
  }
});

test('nothing is raised where both sides were changed alike, or a number is only spelled another way', () => {
  expect(result.coherent).toBeGreaterThan(40);
  expect(result.falseAlarms.map(({ source, change, flag }) => `${source}, ${change}: ${flag.message.en}`)).toEqual([]);
});
