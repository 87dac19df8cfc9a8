import type { CommandBody } from '../command-body.ts';
import { listeningOf, servePages } from '../serve-pages.ts';
import { openSession } from '../session.ts';

const serve: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const listening = listeningOf(session, options);
  await servePages(session, listening, await import('../../../web/server/serve.ts'));
  return undefined;
};
export default serve;
