import { removeReport } from '../../remove.ts';
import type { CommandBody } from '../command-body.ts';
import { EXIT } from '../failure.ts';
import { openSession, withStore } from '../session.ts';

const remove: CommandBody = async (messages, [id = ''], options) => {
  const session = openSession(messages, options);
  const removed = await withStore(session, (home) => removeReport(home, id));
  if (session.json) session.printJson({ removed });
  else session.print(removed ? messages.remove.done(removed) : messages.remove.missing(id));
  return removed ? EXIT.fine : EXIT.fileFailed;
};
export default remove;
