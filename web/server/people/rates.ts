import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../problem.ts';

/** Routes that say so take no more than so many requests of one address: those where passwords could be tried. */
export async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => new ProblemError('too-many') });
}
