import type { CommandBody } from '../command-body.ts';
import { headLine } from '../format.ts';
import { filterOf, pageOf } from '../paging.ts';
import { printAcross } from '../print-across.ts';
import { printClosed } from '../print-closed.ts';
import { printCoverage, printFlag } from '../print-flag.ts';
import { everybody, openSession, withStore } from '../session.ts';

const flags: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  if (options.closed) return printClosed(session, filterOf(options), pageOf(options));
  const { result, across, coverage } = await withStore(session, async ({ store }) => {
    const result = await store.list(everybody, 'flags', filterOf(options), pageOf(options));
    const across = (await store.comparisons?.flags(everybody, filterOf(options), pageOf(options))) ?? null;
    // No flag may also mean that nothing was checked: then that is said, asked for or not.
    const isTold = options.coverage || (result.total + (across?.total ?? 0) === 0 && !session.json);
    return {
      result,
      across,
      coverage: isTold ? await store.coverage(everybody, filterOf(options)) : null,
    };
  });
  if (session.json) {
    session.printJson({ ...result, across, ...(coverage && { coverage }) });
    return undefined;
  }
  const { print } = session;
  for (const flag of result.records) {
    printFlag(session, flag, headLine(flag.report, messages));
    print();
  }
  const { total: between, records } = across ?? { total: 0, records: [] };
  printAcross(session, records);
  if (!across) session.note(messages.reconcile.notHere);
  const total = result.total + between;
  if (total > 0) print(messages.records.shown(result.records.length + records.length, total));
  else if (coverage && coverage.claimsChecked > 0) print(messages.flags.none);
  if (coverage) printCoverage(session, coverage);
  return undefined;
};

export default flags;
