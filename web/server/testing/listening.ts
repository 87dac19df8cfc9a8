import { PassThrough } from 'node:stream';
import { buildApp, type Patience } from '../app.ts';
import type { App } from '../app-types.ts';
import { CSRF_HEADER } from '../people/csrf.ts';
import type { SampleHome } from './sample-home.ts';

export interface Listening {
  app: App;
  address: string;
  /** What the server tells of its own errors. */
  log: PassThrough;
  /** As a page of ours would ask. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** One file, sent as a page sends it. */
  upload(files: Record<string, string | Uint8Array<ArrayBuffer>>, query?: string): Promise<Response>;
  close(): Promise<void>;
}

/** A server on a free port, with every answer held against its schema. */
export async function listen({ home, settings }: SampleHome, patience?: Patience): Promise<Listening> {
  const log = new PassThrough();
  const app = await buildApp({ home, settings, version: 'test', log, checked: true, ...(patience && { patience }) });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const { csrf } = (await (await fetch(`${address}/api/session`)).json()) as { csrf: string };
  const ask: Listening['ask'] = (path, init = {}) =>
    fetch(`${address}${path}`, { ...init, headers: { [CSRF_HEADER]: csrf, ...init.headers } });
  return {
    app,
    address,
    log,
    ask,
    upload(files, query = '') {
      const body = new FormData();
      for (const [name, content] of Object.entries(files)) body.append('files', new Blob([content]), name);
      return ask(`/api/files${query}`, { method: 'POST', body });
    },
    close: () => app.close(),
  };
}
