import type { FastifyRequest } from 'fastify';
import { Role, type Scope } from '../../../schemas/account.ts';
import type { Asker } from '../../../search/port.ts';
import { ProblemError } from '../problem.ts';

/** Who may call a route: everybody, or those who have at least this role. */
export type Access = 'everybody' | Role;

/** What a token must be for, beside the role of its account; `person`: no token will do. */
export type Asked = Scope | 'person';

/** Who asks, what they may see and do. */
export interface Who {
  /** Of the account. */
  name: string;
  /** As it stands under decisions. */
  displayName: string;
  role: Role;
  language: 'vi' | 'en' | null;
  asker: Asker;
  /** Null where a person asks. */
  scopes: readonly Scope[] | null;
}

export const maySee = ({ collections }: Asker, collection: string): boolean =>
  collections === null || collections.includes(collection);

const rank = (role: Role): number => Role.options.indexOf(role);

/** Ends a request whose sender is unknown where somebody must be known, or may not do this. */
export function assertMay({ signedIn, routeOptions, method }: FastifyRequest): void {
  const { access, scope = 'read' } = routeOptions.config;
  if (access === undefined) throw new Error(`${method} ${routeOptions.url} does not say who may call it`);
  if (access === 'everybody') return;
  if (signedIn === null) throw new ProblemError('not-signed-in');
  if (rank(signedIn.role) < rank(access)) throw new ProblemError('forbidden');
  const { scopes } = signedIn;
  if (scopes !== null && (scope === 'person' || !scopes.includes(scope))) throw new ProblemError('forbidden');
}
