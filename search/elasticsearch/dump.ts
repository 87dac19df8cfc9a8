import { ledgerLine, reportLine } from '../dump.ts';
import type { ReportDocument } from './documents.ts';
import { scan } from './find.ts';
import type { LedgerRow } from './ledger.ts';
import type { Server } from './server.ts';
import { storedExtractions } from './settle.ts';
import { whole } from './writing.ts';

const first = { missing: '_first' } as const;
const ledgerFields = ['collection', 'sha256', 'size', 'state', 'reason', 'pipelineVersion'];

/** A few reports at a time, by hash: the dump of a large store needs no more memory than that of a small one. */
const TOGETHER = 8;

export async function* dump(server: Server): AsyncGenerator<string> {
  // A process that has just ended may have written what the engine has not shown yet.
  await server.refresh(['reports', 'ledger']);
  const reports = { query: whole(server), sort: ['report'], fields: ['report', 'content', 'collections'] };
  let few: ReportDocument[] = [];
  for await (const { source } of scan<ReportDocument>(server, 'reports', reports)) {
    few.push(source);
    if (few.length < TOGETHER) continue;
    yield* linesOf(server, few);
    few = [];
  }
  yield* linesOf(server, few);
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

async function* linesOf(server: Server, reports: ReportDocument[]): AsyncGenerator<string> {
  const extractions = await storedExtractions(server, reports, '');
  for (const [i, extraction] of extractions.entries()) yield reportLine(extraction, reports[i]!.collections);
}
