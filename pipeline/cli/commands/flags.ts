import { flagsBetween, flagsWithin } from '../../desk/flags.ts';
import type { CommandBody } from '../command-body.ts';
import { headLine } from '../format.ts';
import { filterOf, flagFilterOf, pageOf } from '../paging.ts';
import { printAcross } from '../print-across.ts';
import { printClosed } from '../print-closed.ts';
import { printCoverage, printFlag } from '../print-flag.ts';
import { printStanding } from '../print-standing.ts';
import { everybody, openSession, withStore } from '../session.ts';

const flags: CommandBody = async (messages, args, options) => {
  const session = openSession(messages, options);
  if (args.length > 0) {
    const { actOnFlag } = await import('../decide-flag.ts');
    return actOnFlag(session, args, options);
  }
  if (options.closed) return printClosed(session, filterOf(options), pageOf(options));
  const [filter, page] = [flagFilterOf(options), pageOf(options)];
  const { result, across, coverage } = await withStore(session, async (home) => {
    const result = await flagsWithin(home, everybody, filter, page);
    const across = await flagsBetween(home, everybody, filter, page);
    // No flag may also mean that nothing was checked: then that is said, asked for or not.
    const isTold = options.coverage || (result.total + across.total === 0 && !session.json);
    return { result, across, coverage: isTold ? await home.store.coverage(everybody, filter) : null };
  });
  if (session.json) {
    session.printJson({ ...result, across, ...(coverage && { coverage }) });
    return undefined;
  }
  const { print } = session;
  for (const flag of result.records) {
    printFlag(session, flag, headLine(flag.report, messages));
    printStanding(session, flag);
    print();
  }
  const { records } = across;
  printAcross(session, records, (flag) => printStanding(session, flag));
  const total = result.total + across.total;
  if (total > 0) print(messages.records.shown(result.records.length + records.length, total));
  else if (filter.state || filter.assignee) print(messages.records.none);
  else if (coverage && coverage.claimsChecked > 0) print(messages.flags.none);
  if (coverage) printCoverage(session, coverage);
  return undefined;
};

export default flags;
