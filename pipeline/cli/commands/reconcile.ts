import { reconcile as reconcileStore } from '../../reconcile.ts';
import type { CommandBody } from '../command-body.ts';
import { openSession, withStore } from '../session.ts';

const reconcile: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const judged = await withStore(session, async ({ store }) =>
    store.comparisons ? reconcileStore(store, 'all') : null,
  );
  if (session.json) session.printJson({ judged });
  else session.print(judged === null ? messages.reconcile.notHere : messages.reconcile.done(judged));
  return undefined;
};
export default reconcile;
