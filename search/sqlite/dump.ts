import { ledgerLine, reportLine } from '../dump.ts';
import { keptExtraction } from '../kept-extraction.ts';
import type { Database } from './database.ts';

const LEDGER_BATCH = 1000;

/** One report at a time, by hash: the dump of a large store needs no more memory than that of a small one. */
export function* dump(database: Database): Generator<string> {
  let sha = '';
  for (;;) {
    const row = database.get<{ id: number; sha: string; extraction: Uint8Array }>(
      'SELECT id, sha, extraction FROM report WHERE sha > ? ORDER BY sha LIMIT 1',
      sha,
    );
    if (!row) break;
    sha = row.sha;
    const collections = database.column<string>(
      'SELECT DISTINCT collection AS x FROM placement WHERE report = ? ORDER BY collection',
      row.id,
    );
    yield reportLine(keptExtraction(row.extraction, ''), collections);
  }
  const columns = 'collection, sha256, size, state, reason, pipelineVersion';
  for (let offset = 0; ; offset += LEDGER_BATCH) {
    const rows = database.all<Parameters<typeof ledgerLine>[0]>(
      `SELECT ${columns} FROM ledger ORDER BY collection, sha256, state, reason, size, pipelineVersion LIMIT ? OFFSET ?`,
      LEDGER_BATCH,
      offset,
    );
    yield* rows.map(ledgerLine);
    if (rows.length < LEDGER_BATCH) return;
  }
}
