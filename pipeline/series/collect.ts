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
  for (const [id, named] of await figuresWith(store, asker, asked.label)) {
    const found = await store.report(asker, id);
    if (found === null) continue;
    const { extraction, paths: _, ...head } = found;
    // What a figure means costs more to tell than to open its report: only of those that may be meant.
    const indicators = extraction.indicators.filter((indicator) => named.has(indicator.id));
    const report = seriesReport(head, { ...extraction, indicators }, asked.label);
    if (report.figures.length > 0) reports.push(report);
  }
  return buildSeries(asked, reports);
}

/** Ids of figures that hold the words, by report. */
async function figuresWith(store: Store, asker: Asker, label: string): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const words of new Set(wordingsOf(label))) {
    for (let offset = 0; ; offset += TOGETHER) {
      const { total, records } = await store.list(asker, 'indicators', { words }, { offset, limit: TOGETHER });
      for (const { id, report } of records) found.set(report.id, (found.get(report.id) ?? new Set()).add(id));
      if (offset + TOGETHER >= total) break;
    }
  }
  return found;
}
