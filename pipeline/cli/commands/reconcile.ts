import { reconcile as reconcileStore } from '../../reconcile.ts';
import type { CommandBody } from '../command-body.ts';
import { openSession, withStore } from '../session.ts';

const reconcile: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const judged = await withStore(session, ({ store }) => reconcileStore(store, 'all'));
  if (session.json) session.printJson({ judged });
  else session.print(messages.reconcile.done(judged));
  return undefined;
};
export default reconcile;
