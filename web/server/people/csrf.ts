import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.ts';

export const CSRF_HEADER = 'x-csrf-token';

const key = randomBytes(32);

/**
 * What a page of ours must send along to change anything: derived from what it signed in with, so nothing is kept. Another
 * site can make a browser send the cookie, but can neither read nor set this.
 */
export function csrfToken(session: string): string {
  return createHmac('sha256', key).update(session).digest('base64url');
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export const changes = (request: Pick<FastifyRequest, 'method'>): boolean => !SAFE.has(request.method);

/** Refuses what another site, or a page of before, would have us do. */
export function assertOwnPage(request: FastifyRequest, session: string): void {
  assertSameSite(request);
  const given = Buffer.from(String(request.headers[CSRF_HEADER] ?? ''));
  const wanted = Buffer.from(csrfToken(session));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new ProblemError('csrf');
}

/** Browsers tell where a request comes from. */
export function assertSameSite({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ProblemError('cross-site');
  const { origin, host } = headers;
  if (origin !== undefined && URL.parse(origin)?.host !== host) throw new ProblemError('cross-site');
}
