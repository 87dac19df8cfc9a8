import { reindex as reindexHome } from '../../reindex.ts';
import type { CommandBody } from '../command-body.ts';
import { openSession, withStore } from '../session.ts';

const reindex: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const result = await withStore(session, reindexHome);
  if (session.json) session.printJson(result);
  else {
    session.print(messages.reindex.done(result.done));
    if (result.stale > 0) session.print(messages.reindex.stale(result.stale));
  }
  return undefined;
};
export default reindex;
