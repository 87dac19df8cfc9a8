import type { CommandBody } from '../command-body.ts';
import { headLine, paint, placeText } from '../format.ts';
import { filterOf, pageOf } from '../paging.ts';
import { everybody, openSession, withStore } from '../session.ts';
import { terminalWidth, wrap } from '../table.ts';

const issues: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const result = await withStore(session, ({ store }) =>
    store.list(everybody, 'issues', filterOf(options), pageOf(options)),
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
  for (const issue of result.records) {
    print(`${paint('yellow', issue.stance.join(', '))} · ${issue.topic}${issue.place ? ` · ${issue.place}` : ''}`);
    for (const line of wrap(`“${issue.quote}”`, terminalWidth() - 2)) print(`  ${line}`);
    print(
      `  ${paint('dim', [headLine(issue.report, messages), placeText(issue, messages)].filter(Boolean).join(', '))}`,
    );
    print();
  }
  print(messages.records.shown(result.records.length, result.total));
  return undefined;
};
export default issues;
