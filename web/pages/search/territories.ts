import type { Facet } from '../../../schemas/search.ts';

/** A unit among what lies in it, with the hits of all of these. */
export interface Territory {
  /** Names from the widest unit down, as the server takes them. */
  chain: string;
  name: string;
  count: number;
  inside: Territory[];
}

const INSIDE = ' › ';

export const lastOf = (chain: string): string => chain.split(INSIDE).at(-1)!;

/** Whether a unit, or something in it, is this one. */
export const holds = ({ chain }: Territory, other: string): boolean =>
  other === chain || other.startsWith(`${chain}${INSIDE}`);

/** A facet of chains as the tree that they are; a unit whose own chain is not told begins a tree of its own. */
export function treeOf(facet: Facet): Territory[] {
  const all = new Map(
    facet.map(([chain, count]) => [chain, { chain, name: lastOf(chain), count, inside: [] as Territory[] }]),
  );
  const roots: Territory[] = [];
  for (const one of all.values()) {
    const cut = one.chain.lastIndexOf(INSIDE);
    const above = cut === -1 ? undefined : all.get(one.chain.slice(0, cut));
    (above?.inside ?? roots).push(one);
  }
  return roots;
}
