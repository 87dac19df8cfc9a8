import type { Extraction } from '../schemas/extraction.ts';
import type { LedgerEntry } from '../schemas/ledger.ts';

/**
 * Lines of a dump, alike in both homes: keys in order, no times, no paths, no count of attempts, so that the same files
 * give the same bytes however often they were interrupted. Reports come by hash, then the ledger.
 */
export function reportLine({ source: _, ...extraction }: Extraction, collections: readonly string[]): string {
  return JSON.stringify(inKeyOrder({ report: extraction.sha256, collections, extraction }));
}

type LedgerFacts = Pick<LedgerEntry, 'collection' | 'sha256' | 'size' | 'state' | 'reason' | 'pipelineVersion'>;

export function ledgerLine({ collection, sha256, size, state, reason, pipelineVersion }: LedgerFacts): string {
  return JSON.stringify({ ledger: inKeyOrder({ collection, sha256, size, state, reason, pipelineVersion }) });
}

function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inKeyOrder(inner)]),
  );
}
