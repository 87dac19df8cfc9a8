import { extractBytes } from '../../pipeline/stages.ts';
import type { LedgerEntry } from '../../schemas/ledger.ts';
import type { IndexedReport, PutOutcome, Store } from '../../search/port.ts';

export type Read = IndexedReport['extraction'];

/** Reads a text as the reader reads a file of it; the report is named by its hash. */
export async function readText(text: string): Promise<Read> {
  const { sha256, ...extraction } = await extractBytes('report.txt', Buffer.from(text), { maxPages: 10 });
  if (sha256 === null) throw new Error('a text always has a hash');
  return { ...extraction, sha256, source: sha256 };
}

/** Writes a report and what became of its file. */
export async function store(into: Pick<Store, 'put'>, indexed: IndexedReport): Promise<PutOutcome> {
  const { collection, path, extraction } = indexed;
  const entry: LedgerEntry = {
    collection,
    path,
    sha256: extraction.sha256,
    size: null,
    state: 'indexed',
    reason: null,
    detail: null,
    duplicateOf: null,
    pipelineVersion: extraction.pipelineVersion,
    attempts: 1,
    updated: null,
  };
  return into.put(indexed, entry);
}
