import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { send } from './problems.ts';

export type Answer = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Addresses under `/api/` that do not exist, and those that do with another method; all others are `otherwise`. */
export function tellNoRoute(app: FastifyInstance, otherwise: Answer): void {
  const known: { pattern: RegExp; method: string }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    const pattern = new RegExp(`^${url.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);
    for (const one of [method].flat()) known.push({ pattern, method: one });
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const methods = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    if (methods.length > 0)
      return send(request, reply.header('allow', [...new Set(methods)].join(', ')), 'method-not-allowed');
    if (path.startsWith('/api/') || path === '/api') return send(request, reply, 'no-route');
    return otherwise(request, reply);
  });
}
