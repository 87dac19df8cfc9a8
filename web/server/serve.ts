import { type Home, openHome } from '../../pipeline/compose.ts';
import { sweepCredentials } from '../../pipeline/people/credentials.ts';
import { offerSetup } from '../../pipeline/people/first-administrator.ts';
import type { Settings } from '../../schemas/settings.ts';
import { buildApp } from './app.ts';

export { refreshPages } from './built-pages.ts';

export interface ServeOptions {
  settings: Settings;
  version: string;
  host: string;
  port: number;
  onTrouble: (error: Error) => void;
}

export interface Served {
  /** With the port that was given, where 0 was asked for. */
  address: string;
  /** Makes the first administrator, once; null where there are accounts. */
  setup: string | null;
  close(): Promise<void>;
}

/** Other machines were to be let in while everybody may do everything. */
export class NeedsAccountsError extends Error {
  override name = 'NeedsAccountsError';
}

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host);

/** Opens the store and listens. */
export async function serve({ settings, version, host, port, onTrouble }: ServeOptions): Promise<Served> {
  const home: Home = await openHome(settings, onTrouble);
  try {
    if (!isLoopback(host) && (await home.people.accounts.list()).length === 0) throw new NeedsAccountsError(host);
    const now = new Date();
    await sweepCredentials(home.people, now);
    const secret = await offerSetup(home.people, now);
    const app = await buildApp({ home, settings, version, log: process.stderr });
    const address = await app.listen({ host, port });
    return {
      address,
      setup: secret === null ? null : `${address}/setup/${secret}`,
      async close() {
        await app.close();
        await home.close();
      },
    };
  } catch (error) {
    await home.close();
    throw error;
  }
}
