import { restoreHome } from '../../backup.ts';
import type { CommandBody } from '../command-body.ts';
import { openSession } from '../session.ts';

const restore: CommandBody = async (messages, [from = ''], options) => {
  const session = openSession(messages, options);
  await restoreHome(session.settings, from);
  if (session.json) session.printJson({ restored: session.settings.data });
  else session.print(messages.backup.restored(session.settings.data));
  return undefined;
};
export default restore;
