import { writeFile } from 'node:fs/promises';
import { plainConceptOf } from '../../extractors/comparison/concept.ts';
import { Series, type SeriesChart } from '../../schemas/series.ts';
import { collectSeries } from '../series/collect.ts';
import { csvOf } from '../series/csv.ts';
import { plotSeries } from '../series/plot.ts';
import { changesIn, rowsOf, type SeriesRow } from '../series/rows.ts';
import { workbookOf } from '../series/workbook.ts';
import { UsageError } from './failure.ts';
import { headLine, paint, placeText, showNumber } from './format.ts';
import { filterOf } from './paging.ts';
import { everybody, type Session, withStore } from './session.ts';
import { renderTable } from './table.ts';

type Options = Record<string, string | boolean | undefined>;

/** `indicators --series`: as a table, and as the files asked for. */
export async function showSeries(session: Session, label: string, options: Options): Promise<undefined> {
  const { messages } = session;
  if (plainConceptOf({ label, unit: null, table: null }) === null) throw new UsageError(messages.series.empty);
  const { place = null, from = null, to = null } = filterOf(options);
  const found = await withStore(session, ({ store }) =>
    collectSeries(store, everybody, { label: label.normalize('NFC').trim(), place, from, to }),
  );
  await writeFiles(session, found, options);
  if (session.json) session.printJson(Series.parse(found));
  else printSeries(session, found);
  return undefined;
}

/** Files are told about on standard error: standard output may be JSON. */
async function writeFiles({ messages, note }: Session, found: Series, { csv, xlsx, svg }: Options): Promise<void> {
  const write = async (path: string | boolean | undefined, content: () => string | Promise<Uint8Array>) => {
    if (typeof path !== 'string') return;
    await writeFile(path, await content());
    note(messages.read.written(path));
  };
  await write(csv, () => csvOf(found, messages.series));
  await write(xlsx, () => workbookOf(found, messages.series));
  await write(svg, () => plotSeries(found, messages.series));
}

function printSeries(session: Session, { charts, related, ambiguous }: Series): void {
  const { messages, print } = session;
  const { series } = messages;
  if (charts.length === 0) print(series.none);
  for (const chart of charts) {
    printChart(session, chart);
    print();
  }
  if (related.length > 0) {
    print(paint('bold', series.related));
    for (const { label, unit, points } of related)
      print(`  ${[label, unit && `(${unit})`].filter(Boolean).join(' ')} · ${series.points(points)}`);
  }
  if (ambiguous > 0) session.note(series.ambiguous(ambiguous));
}

function printChart({ messages, print }: Session, chart: SeriesChart): void {
  const { columns, kinds, change, changes } = messages.series;
  print(
    paint('bold', [chart.label, chart.unit && `(${chart.unit})`, `· ${kinds[chart.kind]}`].filter(Boolean).join(' ')),
  );
  const table = renderTable(
    [
      { title: columns.place, min: 14 },
      { title: columns.time, min: 12 },
      { title: columns.value, align: 'right', min: 8 },
      { title: columns.report, min: 24 },
    ],
    rowsOf(chart).map((row) => [row.place, row.time.label, valueText(row, messages.series), sourceText(row, messages)]),
  );
  for (const line of table) print(line);
  const touched = changesIn(chart);
  if (touched.length > 0) print(`${changes}:`);
  for (const one of touched) print(`  ${change(one)}`);
}

function valueText({ value, conflict, source }: SeriesRow, words: Session['messages']['series']): string {
  if (value === null) return '—';
  const told = [source?.qualifier, showNumber(value)].filter(Boolean).join(' ');
  return conflict ? `${told} (${words.conflict})` : told;
}

function sourceText({ source }: SeriesRow, messages: Session['messages']): string {
  if (source === null) return messages.series.gap;
  return [headLine(source.report, messages), placeText(source, messages)].filter(Boolean).join(', ');
}
