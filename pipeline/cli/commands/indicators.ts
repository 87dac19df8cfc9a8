import type { CommandBody } from '../command-body.ts';
import { UsageError } from '../failure.ts';
import { headLine, placeText, showNumber } from '../format.ts';
import { filterOf, pageOf } from '../paging.ts';
import { everybody, openSession, withStore } from '../session.ts';
import { renderTable } from '../table.ts';

const indicators: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  if (typeof options.series === 'string') {
    const { showSeries } = await import('../show-series.ts');
    return showSeries(session, options.series, options);
  }
  if (options.csv || options.xlsx || options.svg) throw new UsageError(messages.series.filesNeedSeries);
  const result = await withStore(session, ({ store }) =>
    store.list(everybody, 'indicators', filterOf(options), pageOf(options)),
  );
  if (session.json) {
    session.printJson(result);
    return undefined;
  }
  const { print } = session;
  if (result.total === 0) {
    print(messages.records.none);
    return undefined;
  }
  const titles = messages.records.indicators;
  const table = renderTable(
    [
      { title: titles.value, align: 'right', min: 8 },
      { title: titles.unit, min: 6 },
      { title: titles.label, min: 24 },
      { title: titles.period, min: 12 },
      { title: titles.where, min: 20 },
    ],
    result.records.map((record) => [
      [record.qualifier, showNumber(record.value)].filter(Boolean).join(' '),
      record.unit ?? '',
      record.label,
      record.period ?? '',
      [headLine(record.report, messages), placeText(record, messages)].filter(Boolean).join(', '),
    ]),
  );
  for (const line of table) print(line);
  print(messages.records.shown(result.records.length, result.total));
  return undefined;
};
export default indicators;
