import type { CommandBody } from '../command-body.ts';
import { headLine } from '../format.ts';
import { filterOf, pageOf } from '../paging.ts';
import { printCoverage, printFlag } from '../print-flag.ts';
import { everybody, openSession, withStore } from '../session.ts';
import { totalCoverage } from '../total-coverage.ts';

const flags: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const { result, coverage } = await withStore(session, async ({ store }) => {
    const result = await store.list(everybody, 'flags', filterOf(options), pageOf(options));
    // No flag may also mean that nothing was checked: then that is said, asked for or not.
    const isTold = options.coverage || (result.total === 0 && !session.json);
    return {
      result,
      coverage: isTold ? await totalCoverage(store, options.report ? String(options.report) : null) : null,
    };
  });
  if (session.json) {
    session.printJson(coverage ? { ...result, coverage } : result);
    return undefined;
  }
  const { print } = session;
  for (const flag of result.records) {
    printFlag(session, flag, headLine(flag.report, messages));
    print();
  }
  if (result.total > 0) print(messages.records.shown(result.records.length, result.total));
  else if (coverage && coverage.claimsChecked > 0) print(messages.flags.none);
  if (coverage) printCoverage(session, coverage);
  return undefined;
};

export default flags;
