import type { Coverage } from '../../../schemas/flag.ts';
import type { Store } from '../../../search/port.ts';
import type { CommandBody } from '../command-body.ts';
import { headLine } from '../format.ts';
import { filterOf, pageOf } from '../paging.ts';
import { printCoverage, printFlag } from '../print-flag.ts';
import { everybody, openSession, withStore } from '../session.ts';

const PAGE = 500;

const flags: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const { result, coverage } = await withStore(session, async ({ store }) => ({
    result: await store.list(everybody, 'flags', filterOf(options), pageOf(options)),
    coverage: options.coverage ? await totalCoverage(store) : null,
  }));
  if (session.json) {
    session.printJson(coverage ? { ...result, coverage } : result);
    return undefined;
  }
  const { print } = session;
  for (const flag of result.records) {
    printFlag(session, flag, headLine(flag.report, messages));
    print();
  }
  print(result.total === 0 ? messages.flags.none : messages.records.shown(result.records.length, result.total));
  if (coverage) printCoverage(session, coverage);
  return undefined;
};

/** What was checked in all reports together. */
async function totalCoverage(store: Store): Promise<Coverage> {
  const total: Coverage = {
    claimsFound: 0,
    claimsChecked: 0,
    byFate: { consistent: 0, flagged: 0, notCheckable: {} },
  };
  for (let offset = 0; ; offset += PAGE) {
    const { reports } = await store.reports(everybody, { offset, limit: PAGE });
    for (const { id } of reports) {
      const coverage = (await store.report(everybody, id))?.extraction.coverage;
      if (!coverage) continue;
      total.claimsFound += coverage.claimsFound;
      total.claimsChecked += coverage.claimsChecked;
      total.byFate.consistent += coverage.byFate.consistent;
      total.byFate.flagged += coverage.byFate.flagged;
      for (const [reason, n] of Object.entries(coverage.byFate.notCheckable)) {
        total.byFate.notCheckable[reason] = (total.byFate.notCheckable[reason] ?? 0) + n;
      }
    }
    if (reports.length < PAGE) return total;
  }
}

export default flags;
