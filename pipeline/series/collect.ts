import { wordingsOf } from '../../extractors/comparison/concept.ts';
import type { Series } from '../../schemas/series.ts';
import type { Asker, Store } from '../../search/port.ts';
import { buildSeries } from './build.ts';
import { type SeriesReport, seriesReport } from './figures.ts';

/** Records listed at once. */
const TOGETHER = 500;

/** The series of the figures in the store; only reports that hold the words asked for are opened, one after the other. */
export async function collectSeries(store: Store, asker: Asker, asked: Series['asked']): Promise<Series> {
  const reports: SeriesReport[] = [];
  for (const id of await reportsWith(store, asker, asked.label)) {
    const found = await store.report(asker, id);
    if (found === null) continue;
    const { extraction, paths: _, ...head } = found;
    const report = seriesReport(head, extraction, asked.label);
    if (report.figures.length > 0) reports.push(report);
  }
  return buildSeries(asked, reports);
}

async function reportsWith(store: Store, asker: Asker, label: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const words of new Set(wordingsOf(label))) {
    for (let offset = 0; ; offset += TOGETHER) {
      const { total, records } = await store.list(asker, 'indicators', { words }, { offset, limit: TOGETHER });
      for (const { report } of records) ids.add(report.id);
      if (offset + TOGETHER >= total) break;
    }
  }
  return ids;
}
