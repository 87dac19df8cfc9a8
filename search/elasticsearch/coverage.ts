import type { Coverage } from '../../schemas/flag.ts';
import { addCoverage, noCoverage } from '../coverage.ts';
import type { Asker, ReportFilter } from '../port.ts';
import type { ReportDocument } from './documents.ts';
import { visible } from './filters.ts';
import { scan } from './find.ts';
import { reportConditions } from './lists.ts';
import type { Server } from './server.ts';
import { storedExtractions } from './settle.ts';

/** What was checked in these reports together. */
export async function coverageOf(server: Server, asker: Asker, filter: ReportFilter): Promise<Coverage> {
  const query = { bool: { filter: [...visible(server, asker), ...reportConditions(filter)] } };
  const question = { query, sort: ['report'], fields: ['report', 'content', 'coverage'] };
  const total = noCoverage();
  for await (const { source } of scan<ReportDocument>(server, 'reports', question)) {
    // a report that was written before this was kept beside it
    addCoverage(total, source.coverage ?? (await storedExtractions(server, [source], ''))[0]!.coverage);
  }
  return total;
}
