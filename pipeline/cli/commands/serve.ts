import { once } from 'node:events';
import type { CommandBody } from '../command-body.ts';
import { UsageError } from '../failure.ts';
import { tellTrouble } from '../server-trouble.ts';
import { openSession } from '../session.ts';
import { stopOnSignals } from '../stop-signals.ts';
import { versionOfPackage } from '../version-of-package.ts';

const serve: CommandBody = async (messages, _args, options) => {
  const session = openSession(messages, options);
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(messages.serve.badPort(String(options.port)));
  const host = String(options.host);
  const { serve: open } = await import('../../../web/server/serve.ts');
  const { settings } = session;
  const stop = stopOnSignals();
  const serving = { settings, version: versionOfPackage(), host, port, onTrouble: tellTrouble(session) };
  const served = await open(serving).catch((error: NodeJS.ErrnoException) => {
    const { code } = error;
    if (code === 'EADDRINUSE' || code === 'EACCES') throw new UsageError(messages.serve.portTaken(port));
    if (error.name === 'NeedsAccountsError') throw new UsageError(messages.serve.needsAccounts(host));
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new UsageError(messages.serve.badHost(host));
    throw error;
  });
  session.print(messages.serve.listening(served.address));
  if (served.setup !== null) session.print(messages.serve.setup(served.setup));
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  await served.close();
  stop.dispose();
  return undefined;
};
export default serve;
