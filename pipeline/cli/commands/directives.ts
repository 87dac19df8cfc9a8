import type { CommandBody } from '../command-body.ts';
import { showDate } from '../format.ts';
import { pageOf } from '../paging.ts';
import { everybody, openSession, withStore } from '../session.ts';
import { renderTable } from '../table.ts';

const directives: CommandBody = async (messages, words, options) => {
  const session = openSession(messages, options);
  const filter = words.length > 0 ? { words: words.join(' ') } : {};
  const result = await withStore(session, ({ store }) => store.directives(everybody, filter, pageOf(options)));
  if (session.json) {
    session.printJson(result);
    return undefined;
  }
  const { print } = session;
  if (result.total === 0) {
    print(messages.records.none);
    return undefined;
  }
  const titles = messages.records.directives;
  const table = renderTable(
    [
      { title: titles.number, min: 12 },
      { title: titles.type, min: 10 },
      { title: titles.issuer, min: 12 },
      { title: titles.date, min: 10 },
      { title: titles.reports, align: 'right' },
      { title: titles.mentions, align: 'right' },
    ],
    result.directives.map((directive) => [
      directive.number,
      directive.type ?? '',
      directive.issuer ?? '',
      directive.date ? showDate(directive.date) : '',
      String(directive.reports),
      String(directive.mentions),
    ]),
  );
  for (const line of table) print(line);
  print(messages.records.shown(result.directives.length, result.total));
  return undefined;
};
export default directives;
