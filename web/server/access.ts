import type { Asker } from '../../search/port.ts';

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
}

/** While there are no accounts the server listens on this machine alone, and whoever sits at it may do everything. */
export const thisMachine: Who = { name: 'máy này', role: 'administrator', asker: { collections: null } };
