import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from './problem.ts';

/**
 * Nothing but this server's own files: no inline script, no other host, no frame. Styles may stand inline, because the
 * components set sizes and colours that way; WebAssembly is what the PDF viewer decodes pictures with.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For what came from a report: it runs nothing, loads nothing and is nobody's page. */
export const ORIGINAL_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

export function secureHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'content-security-policy': PAGE_POLICY,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    });
  });
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * While nobody signs in, only this machine is answered. A foreign web site can give its own name the address 127.0.0.1
 * and then ask us as if it were ours; a proxy on this machine can ask for others.
 */
export function assertThisMachine({ headers }: Pick<FastifyRequest, 'headers'>): void {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  if (isForwarded || headers.host === undefined || !LOOPBACK.test(headers.host)) throw new ProblemError('wrong-host');
}
