import type { Correction } from '../../schemas/correction.ts';
import type { History } from '../../search/desk-port.ts';
import type { IndexedReport, Store } from '../../search/port.ts';

type Put = Store['put'];

/** The store in which a report is as people have corrected it, whoever writes it. */
export function correctedStore<S extends Store>(store: S, corrections: History<Correction>): S {
  return { ...store, put: putCorrected(store.put, corrections) };
}

function putCorrected(put: Put, corrections: History<Correction>): Put {
  return async (indexed, entry) => {
    const { sha256 } = indexed.extraction;
    for (;;) {
      const history = await corrections.of(sha256);
      const outcome = await put(history.length === 0 ? indexed : await corrected(indexed, history), entry);
      // Somebody may have corrected the report while it was written.
      const last = (await corrections.latest([sha256])).get(sha256);
      if ((last?.version ?? 0) === history.length) return outcome;
    }
  };
}

/** The code for it is brought only where there is something to correct. */
async function corrected(indexed: IndexedReport, history: readonly Correction[]): Promise<IndexedReport> {
  const [{ applyCorrections }, { comparablesOf }] = await Promise.all([
    import('./apply.ts'),
    import('../reconcile.ts'),
  ]);
  const extraction = await applyCorrections(indexed.extraction, history);
  const { comparables, extraction: read } = indexed;
  return { ...indexed, extraction, ...(comparables && { comparables: comparablesOf(extraction, read.report) }) };
}
