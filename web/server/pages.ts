import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { messagesFor } from './language.ts';
import type { Answer } from './no-route.ts';
import { send } from './problems.ts';

/** Names of the files in `assets/` hold a hash of their content: they never change. */
const YEAR = '365d';

/** The built pages at `/`, and their first page wherever the address is one of theirs. `folder` need not exist. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    // Where a folder is missing that is told when a page is asked for.
    suppressWarning: true,
  });
  const assets = join(folder, 'assets');
  app.get<{ Params: { '*': string } }>(
    '/assets/*',
    { config: { access: 'everybody' }, schema: { hide: true } },
    (request, reply) => reply.sendFile(request.params['*'], assets, { maxAge: YEAR, immutable: true }),
  );
}

/** Any other address: one of the pages' own, or a file beside them. */
export function pageHandler(folder: string): Answer {
  return (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(request, reply, 'no-route');
    const path = decodeURIComponentSafely(request.url.split('?')[0] ?? '/');
    if (path === null) return send(request, reply, 'malformed');
    // An asset of pages that were built anew: the page must not come in its place.
    if (path.startsWith('/assets/')) return send(request, reply, 'no-route');
    const isFile = /^\/[\w-]+\.(?:svg|png|ico|webmanifest|txt)$/.test(path);
    if (isFile) return reply.sendFile(path.slice(1), folder);
    if (!existsSync(join(folder, 'index.html')))
      return reply.code(503).type('text/plain; charset=utf-8').send(messagesFor(request).noPages);
    return reply.header('cache-control', 'no-cache').sendFile('index.html', folder, { cacheControl: false });
  };
}

function decodeURIComponentSafely(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
