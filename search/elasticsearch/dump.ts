import { ledgerLine, reportLine } from '../dump.ts';
import type { ReportDocument } from './documents.ts';
import { scan } from './find.ts';
import type { LedgerRow } from './ledger.ts';
import type { Server } from './server.ts';
import { storedReading } from './settle.ts';
import { whole } from './writing.ts';

const first = { missing: '_first' } as const;
const ledgerFields = ['collection', 'sha256', 'size', 'state', 'reason', 'pipelineVersion'];

/** One report at a time, by hash: the dump of a large store needs no more memory than that of a small one. */
export async function* dump(server: Server): AsyncGenerator<string> {
  const reports = { query: whole(server), sort: ['report'], fields: ['report', 'content', 'collections'] };
  for await (const { source } of scan<ReportDocument>(server, 'reports', reports)) {
    const { extraction } = await storedReading(server, source.report, source.content, '');
    yield reportLine(extraction, source.collections);
  }
  const ledger = {
    query: { match_all: {} },
    sort: [
      'collection',
      { sha256: first },
      'state',
      { reason: first },
      // no file is that small, and the engine's own least number is none of JavaScript's
      { size: { missing: -1 } },
      'pipelineVersion',
    ],
    fields: ledgerFields,
  };
  for await (const { source } of scan<LedgerRow>(server, 'ledger', ledger)) yield ledgerLine(source);
}
