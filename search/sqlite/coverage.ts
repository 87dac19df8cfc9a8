import type { Coverage } from '../../schemas/flag.ts';
import { addCoverage, noCoverage } from '../coverage.ts';
import { keptExtraction } from '../kept-extraction.ts';
import type { Asker, ReportFilter } from '../port.ts';
import type { Database } from './database.ts';
import { reportsOf } from './lists.ts';
import type { Reports } from './reports.ts';

/** What was checked in these reports together. */
export function coverageOf(database: Database, reports: Reports, asker: Asker, filter: ReportFilter): Coverage {
  return database.transaction(() => {
    fillMissing(database);
    const { directive: cited, ...conditions } = filter;
    const ids = JSON.stringify(reportsOf(reports, asker, { ...conditions, cited }));
    const total = noCoverage();
    const each = 'SELECT coverage AS x FROM report WHERE id IN (SELECT value FROM json_each(?))';
    for (const coverage of database.jsonColumn<Coverage>(each, ids)) addCoverage(total, coverage);
    return total;
  });
}

/** Reports that were written before this was kept beside them. */
function fillMissing(database: Database): void {
  for (const id of database.column<number>('SELECT id AS x FROM report WHERE coverage IS NULL')) {
    const { coverage } = keptExtraction(database.value('SELECT extraction FROM report WHERE id = ?', id), '');
    database.run('UPDATE report SET coverage = ? WHERE id = ?', JSON.stringify(coverage), id);
  }
}
