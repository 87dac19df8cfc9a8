import type { FastifyRequest } from 'fastify';
import type { Asker } from '../../../search/port.ts';
import { ProblemError } from '../problem.ts';

/** Each role may do what the ones before it may. */
export const roles = ['reader', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Who may call a route: everybody, or those who have at least this role. */
export type Access = 'everybody' | Role;

/** Who asks, and what they may see. */
export interface Who {
  name: string;
  role: Role;
  asker: Asker;
  /** What their pages must send along; null where they have no pages (a token). */
  csrf: string | null;
}

export const maySee = ({ collections }: Asker, collection: string): boolean =>
  collections === null || collections.includes(collection);

export function assertMay({ who, routeOptions }: FastifyRequest): void {
  const { access } = routeOptions.config;
  if (access === undefined) throw new Error(`${routeOptions.url} does not say who may call it`);
  if (access !== 'everybody' && roles.indexOf(who.role) < roles.indexOf(access)) throw new ProblemError('forbidden');
}
