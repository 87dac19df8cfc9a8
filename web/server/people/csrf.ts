import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.ts';

export const CSRF_HEADER = 'x-csrf-token';

/**
 * What a page of ours must send along to change anything: derived from the secret it signed in with, so nothing is kept.
 * Another site can make a browser send the cookie, but can neither read nor set this.
 */
export function csrfToken(secret: string): string {
  return createHmac('sha256', secret).update('csrf').digest('base64url');
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export const changes = ({ method }: Pick<FastifyRequest, 'method'>): boolean => !SAFE.has(method);

/** Refuses what another site, or a page from before the last sign-in, would have us do. */
export function assertOwnPage({ headers }: FastifyRequest, secret: string): void {
  const given = Buffer.from(String(headers[CSRF_HEADER] ?? ''));
  const wanted = Buffer.from(csrfToken(secret));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new ProblemError('csrf');
}

/** Browsers tell where a request comes from. */
export function assertSameSite({ headers, host }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ProblemError('cross-site');
  const { origin } = headers;
  if (origin !== undefined && URL.parse(origin)?.host !== host) throw new ProblemError('cross-site');
}
