import { openHome } from '../../compose.ts';
import type { CommandBody } from '../command-body.ts';
import { jsonList } from '../json-list.ts';
import { printOutcomes, runIngest } from '../run-ingest.ts';
import { openSession } from '../session.ts';

const PAGE = 500;

const retry: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const home = await openHome(session.settings);
  const collections = new Map<string, string[]>();
  try {
    for (let offset = 0; ; offset += PAGE) {
      const failed = await home.store.ledger.list({ state: 'failed' }, { offset, limit: PAGE });
      for (const { collection, path } of failed)
        collections.set(collection, [...(collections.get(collection) ?? []), path]);
      if (failed.length < PAGE) break;
    }
    // A row without the hash of its bytes is never taken for unchanged: the file is read again.
    for (const [collection, paths] of collections) {
      for (const path of paths) {
        const entry = await home.store.ledger.get(collection, path);
        if (entry) await home.store.ledger.write([{ ...entry, sha256: null }]);
      }
    }
  } finally {
    await home.close();
  }
  if (collections.size === 0 && !session.json) session.print(messages.retry.none);
  for (const [collection, paths] of collections) {
    const list = session.json ? jsonList('files') : null;
    const run = await runIngest(session, paths, collection, list?.add);
    if (list) list.end({ collection });
    else printOutcomes(session, run);
  }
  return undefined;
};
export default retry;
