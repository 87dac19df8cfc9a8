import type { Change, Correction } from '../../schemas/correction.ts';
import type { IndexedReport } from '../../search/port.ts';
import { extractRecords, type Records } from '../stages.ts';

type Read = IndexedReport['extraction'];

/** Corrections that were not taken back, in the order they were made. */
export function heldChanges(history: readonly Correction[]): { version: number; change: Change }[] {
  const undone = new Set(history.map(({ undoes }) => undoes));
  return history.flatMap(({ version, change }) => (change && !undone.has(version) ? [{ version, change }] : []));
}

/**
 * A reading as people have corrected it: records are made anew from its blocks under the corrected header, and checked
 * anew after what was corrected in them. A correction of a record that is no longer read changes nothing.
 */
export async function applyCorrections(read: Read, history: readonly Correction[]): Promise<Read> {
  const changes = heldChanges(history).map(({ change }) => change);
  if (changes.length === 0) return read;
  const { report: readAs, blocks, sha256: file } = read;
  const report = { ...readAs };
  for (const change of changes) if (change.what === 'header') Object.assign(report, change.set);
  const records = await extractRecords({ file, report, readAs, blocks }, (found) => changes.reduce(changed, found));
  return { ...read, report, ...records };
}

function changed(records: Records, change: Change): Records {
  switch (change.what) {
    case 'header':
      return records;
    case 'reject':
      return without(records, change.kind, change.record);
    case 'link':
      return {
        ...records,
        citations: records.citations.map((citation) => {
          const { number, directive } = change;
          if (citation.id !== change.citation) return citation;
          const inferred = number === citation.number ? citation.inferred : [...citation.inferred, 'number'];
          const unlinkedReason = directive === null && number === null ? 'rejected-by-person' : null;
          return { ...citation, number, directive, inferred: [...new Set(inferred)], unlinkedReason };
        }),
      };
    case 'figure':
      return {
        ...records,
        indicators: records.indicators.map((indicator) => {
          const { value, unit } = change;
          if (indicator.id !== change.indicator) return indicator;
          return { ...indicator, value, unit, rules: [...indicator.rules, 'corrected-by-person'] };
        }),
      };
  }
}

function without(records: Records, kind: keyof Records, id: string): Records {
  const kept = { ...records, [kind]: records[kind].filter((record) => record.id !== id) };
  if (kind !== 'indicators') return kept;
  const known = (other: string | null): string | null => (other === id ? null : other);
  return {
    ...kept,
    indicators: kept.indicators.map((one) => ({ ...one, of: known(one.of), partOf: known(one.partOf) })),
  };
}

/** Whether the reading has the record that is to be corrected. */
export function meets({ citations, indicators, ...records }: Records, change: Change): boolean {
  switch (change.what) {
    case 'header':
      return true;
    case 'reject':
      return { citations, indicators, ...records }[change.kind].some(({ id }) => id === change.record);
    case 'link':
      return citations.some(({ id }) => id === change.citation);
    case 'figure':
      return indicators.some(({ id }) => id === change.indicator);
  }
}
