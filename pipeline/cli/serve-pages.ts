import { once } from 'node:events';
import { UsageError } from './failure.ts';
import { tellTrouble } from './server-trouble.ts';
import type { Session } from './session.ts';
import { stopOnSignals } from './stop-signals.ts';
import { versionOfPackage } from './version-of-package.ts';

export interface Listening {
  host: string;
  port: number;
}

export function listeningOf(
  { messages }: Pick<Session, 'messages'>,
  { host, port }: Record<string, string | boolean | undefined>,
): Listening {
  const number = Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new UsageError(messages.serve.badPort(String(port)));
  return { host: String(host), port: number };
}

type Server = typeof import('../../web/server/serve.ts');

/** Serves the pages and the API of the store until it is stopped. Where to is told on standard error beside JSON. */
export async function servePages(session: Session, { host, port }: Listening, server: Server): Promise<void> {
  const { messages, settings, json, print, note } = session;
  const stop = stopOnSignals();
  const serving = { settings, version: versionOfPackage(), host, port, onTrouble: tellTrouble(session) };
  await server
    .refreshPages(() => note(messages.serve.building))
    .catch((error: Error & { output?: string }) =>
      note(`${messages.serve.notBuilt}\n${error.output ?? error.message}`),
    );
  const served = await server.serve(serving).catch((error: NodeJS.ErrnoException) => {
    const { code, name } = error;
    if (code === 'EADDRINUSE' || code === 'EACCES') throw new UsageError(messages.serve.portTaken(port));
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new UsageError(messages.serve.badHost(host));
    if (name === 'NeedsAccountsError') throw new UsageError(messages.serve.needsAccounts(host));
    throw error;
  });
  const tell = json ? note : print;
  tell(messages.serve.listening(served.address));
  if (served.setup !== null) tell(messages.serve.setup(served.setup));
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  await served.close();
  stop.dispose();
}
