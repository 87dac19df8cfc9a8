import { type Home, openHome } from '../../pipeline/compose.ts';
import type { Settings } from '../../schemas/settings.ts';
import { buildApp } from './app.ts';

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
  close(): Promise<void>;
}

/** Opens the store and listens. */
export async function serve({ settings, version, host, port, onTrouble }: ServeOptions): Promise<Served> {
  const home: Home = await openHome(settings, onTrouble);
  try {
    const app = await buildApp({ home, settings, version, log: process.stderr });
    const address = await app.listen({ host, port });
    return {
      address,
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
