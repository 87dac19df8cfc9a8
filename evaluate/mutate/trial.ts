import type { Extraction } from '../../schemas/extraction.ts';
import type { Flag, FlagKind } from '../../schemas/flag.ts';
import { coherentChanges } from './coherent.ts';
import { dateSeeds, identitySeeds, suffixSeeds } from './directive-seeds.ts';
import { applyEdits } from './edit.ts';
import {
  anniversarySeeds,
  growthSeeds,
  listSeeds,
  malformedSeeds,
  partsSeeds,
  percentSeeds,
  rankSeeds,
  subsetSeeds,
} from './prose-seeds.ts';
import { Random } from './random.ts';
import { flagsOf, newFlags } from './recheck.ts';
import type { Seed, Seeder } from './seed.ts';
import { proseTableSeeds, rowSeeds, tableSeeds } from './table-seeds.ts';
import { granularitySeeds, repeatedSeeds, unitSeeds } from './text-seeds.ts';

const seeders: readonly Seeder[] = [
  partsSeeds,
  percentSeeds,
  granularitySeeds,
  growthSeeds,
  tableSeeds,
  proseTableSeeds,
  repeatedSeeds,
  subsetSeeds,
  listSeeds,
  anniversarySeeds,
  malformedSeeds,
  unitSeeds,
  rankSeeds,
  dateSeeds,
  identitySeeds,
  suffixSeeds,
];

export interface Outcome {
  source: string;
  kind: FlagKind;
  slip: string;
  found: boolean;
  /** A flag of another kind may tell it as well. */
  foundAs: FlagKind[];
  note: string;
}

interface FalseAlarm {
  source: string;
  change: string;
  note: string;
  flag: Flag;
}

export interface TrialResult {
  outcomes: Outcome[];
  coherent: number;
  falseAlarms: FalseAlarm[];
}

/** Breaks a report one figure at a time, at most `most` times for each kind of error, and counts what the checks find. */
export function tryReport(report: Extraction, seed: number, most: number): TrialResult {
  const random = new Random(seed);
  const before = flagsOf(report, report.blocks);
  const touched = new Set(before.flatMap((flag) => flag.evidence.map((one) => `${one.block} ${one.start}`)));
  const result: TrialResult = { outcomes: [], coherent: 0, falseAlarms: [] };
  for (const seeder of seeders) {
    const byKind = Map.groupBy(seeder(report, random), (one) => one.kind);
    for (const seeds of byKind.values()) {
      const clean = seeds.filter((one) => !one.edits.some((edit) => touched.has(`${edit.block} ${edit.start}`)));
      for (const one of random.sample(clean, most)) result.outcomes.push(outcomeOf(report, before, one));
    }
  }
  for (const { block, without, note } of random.sample(rowSeeds(report.blocks, random), most)) {
    const blocks = report.blocks.map((one) => (one === block ? without : one));
    const flags = newFlags(before, flagsOf(report, blocks));
    result.outcomes.push(
      outcome(report, { kind: 'row-count', slip: 'row struck out', edits: [], blocks: [block.id], note }, flags),
    );
  }
  for (const { name, blocks, note } of coherentChanges(report, random)) {
    result.coherent++;
    for (const flag of newFlags(before, flagsOf(report, blocks)))
      result.falseAlarms.push({ source: report.source, change: name, note, flag });
  }
  return result;
}

function outcomeOf(report: Extraction, before: readonly Flag[], seed: Seed): Outcome {
  return outcome(report, seed, newFlags(before, flagsOf(report, applyEdits(report.blocks, seed.edits))));
}

function outcome(report: Extraction, { kind, slip, blocks, note }: Seed, flags: readonly Flag[]): Outcome {
  const told = flags.filter((flag) => flag.evidence.some((one) => blocks.includes(one.block)));
  return {
    source: report.source,
    kind,
    slip,
    found: told.length > 0,
    foundAs: told.map((flag) => flag.kind),
    note,
  };
}
