import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Access, Asked } from './people/access.ts';
import { send } from './problems.ts';

export type Answer = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** What the server says of each of its routes. */
export interface RouteRule {
  access: Access | undefined;
  scope: Asked | undefined;
  method: string;
  url: string;
}

/** Addresses under `/api/` that do not exist, and those that do with another method; all others are `otherwise`. */
export function tellNoRoute(app: FastifyInstance, otherwise: Answer): void {
  const known: (RouteRule & { pattern: RegExp })[] = [];
  app.decorate('routeRules', known);
  app.addHook('onRoute', ({ url, method, config }) => {
    const pattern = new RegExp(`^${url.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);
    for (const one of [method].flat())
      known.push({ pattern, method: one, url, access: config?.access, scope: config?.scope });
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
