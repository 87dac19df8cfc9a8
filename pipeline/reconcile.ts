import { valueOfDirective } from '../extractors/comparison/checks/directive-identity.ts';
import { judgeKey, type Member, prepareReport } from '../extractors/comparison/compare.ts';
import { named, type Sketched, sameness } from '../extractors/comparison/same-report.ts';
import { bandsOf } from '../extractors/comparison/sketch.ts';
import type { Comparables, IndexedReport, Judge, Store } from '../search/port.ts';

type Read = IndexedReport['extraction'];

/**
 * What the store keeps of a report to compare it with others. In evidence reports are named by their hash. `readAs`: the
 * header before a person corrected it, by which the flags of the report go on being known.
 */
export function comparablesOf(extraction: Read, readAs: Read['report'] = extraction.report): Comparables {
  const { report, sketch, comparables } = prepareReport({ ...extraction, source: extraction.sha256, readAs });
  return {
    age: `${report.date ?? ''} ${extraction.sha256}`,
    sketch: JSON.stringify({ report, sketch: [...sketch] }),
    bands: bandsOf(sketch),
    issuer: named(report, 'issuer'),
    period: named(report, 'period'),
    facts: comparables.map(({ member, keys }) => ({
      keys,
      value: 'mention' in member ? valueOfDirective(member) : '',
      fact: JSON.stringify(member),
    })),
  };
}

const judge: Judge = {
  isSame: (sketch, other) => sameness(sketched(sketch), sketched(other)) !== 'other',
  flags: (key, facts) =>
    judgeKey(
      key,
      facts.map((fact) => JSON.parse(fact) as Member),
    ),
};

function sketched(json: string): Sketched {
  const { report, sketch } = JSON.parse(json) as { report: Sketched['report']; sketch: number[] };
  return { report, sketch: Uint32Array.from(sketch) };
}

/** Judges anew what reports that came or went have touched. Run again after any interruption, the result is the same. */
export async function reconcile(
  { comparisons }: Pick<Store, 'comparisons'>,
  which: 'waiting' | 'all' = 'waiting',
  signal?: AbortSignal,
): Promise<number> {
  return comparisons.reconcile(judge, which, signal);
}
