import { openHome } from '../../compose.ts';
import { forgetFailures } from '../../retry.ts';
import type { CommandBody } from '../command-body.ts';
import { jsonList } from '../json-list.ts';
import { printOutcomes, runIngest } from '../run-ingest.ts';
import { openSession } from '../session.ts';

const retry: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const home = await openHome(session.settings);
  const failed = await forgetFailures(home.store.ledger).finally(() => home.close());
  const collections = Map.groupBy(failed, ({ collection }) => collection);
  if (collections.size === 0 && !session.json) session.print(messages.retry.none);
  for (const [collection, files] of collections) {
    const paths = files.map(({ path }) => path);
    const list = session.json ? jsonList('files') : null;
    const run = await runIngest(session, paths, collection, list?.add);
    if (list) list.end({ collection });
    else printOutcomes(session, run);
  }
  return undefined;
};
export default retry;
