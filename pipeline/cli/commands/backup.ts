import { backupHome } from '../../backup.ts';
import type { CommandBody } from '../command-body.ts';
import { openSession } from '../session.ts';

const backup: CommandBody = async (messages, [to = ''], options) => {
  const session = openSession(messages, options);
  await backupHome(session.settings, to);
  if (session.json) session.printJson({ backup: to });
  else session.print(messages.backup.done(to));
  return undefined;
};
export default backup;
