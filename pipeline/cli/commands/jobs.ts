import { LedgerState } from '../../../schemas/ledger.ts';
import type { CommandBody } from '../command-body.ts';
import { UsageError } from '../failure.ts';
import { pageOf } from '../paging.ts';
import { reasonText } from '../run-ingest.ts';
import { openSession, withStore } from '../session.ts';
import { renderTable } from '../table.ts';

const jobs: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const wanted = options.failed ? 'failed' : options.state;
  const state = wanted === undefined ? null : LedgerState.safeParse(wanted);
  if (state && !state.success) throw new UsageError(`--state: ${LedgerState.options.join(' | ')}`);
  const collection = typeof options.collection === 'string' ? options.collection : undefined;
  const { balance, entries } = await withStore(session, async ({ store }) => ({
    balance: await store.ledger.balance(collection),
    entries: await store.ledger.list(
      { ...(state?.success && { state: state.data }), ...(collection && { collection }) },
      pageOf(options),
    ),
  }));
  if (session.json) {
    session.printJson({ balance, files: entries });
    return undefined;
  }
  const { print } = session;
  print(messages.ingest.balance({ ...balance, queued: balance.queued + balance.reading }));
  if (entries.length === 0) return undefined;
  const titles = messages.records.jobs;
  const table = renderTable(
    [
      { title: titles.state, min: 10 },
      { title: titles.path, min: 24 },
      { title: titles.reason, min: 20 },
    ],
    entries.map((entry) => [messages.states[entry.state], entry.path, reasonText(session, entry)]),
  );
  for (const line of table) print(line);
  return undefined;
};
export default jobs;
