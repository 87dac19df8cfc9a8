import type { CascadeNode } from '../../../schemas/search.ts';

export const NODE = { width: 148, height: 26 } as const;
const GAP = { across: 56, down: 8, column: 10 } as const;
/** How wide a drawing should be for its height: that of the window it is read in. */
const ASPECT = 2;

export interface Placed {
  /** The way from the root: papers may stand at several places of a tree. */
  path: string;
  number: string;
  via: string;
  x: number;
  y: number;
  parent: string | null;
}

export interface Drawing {
  nodes: Placed[];
  width: number;
  height: number;
}

/**
 * A tree from left to right. Papers that led to nothing more stand in columns beside each other, so that two hundred
 * of them fill a window and not a strip; the others lie in rows with all that follows from them.
 */
export function layOut(number: string, children: readonly CascadeNode[]): Drawing {
  return place({ number, via: '', children: [...children] }, '0', null);
}

function place({ number, via, children }: CascadeNode, path: string, parent: string | null): Drawing {
  const self: Placed = { path, number, via, x: 0, y: 0, parent };
  const nodes: Placed[] = [];
  let y = 0;
  let width = 0;
  const put = (drawing: Drawing): void => {
    for (const node of drawing.nodes) nodes.push({ ...node, x: node.x + NODE.width + GAP.across, y: node.y + y });
    width = Math.max(width, drawing.width);
    y += drawing.height + GAP.down;
  };
  for (const [i, child] of children.entries()) if (child.children.length > 0) put(place(child, `${path}.${i}`, path));
  put(columns(children, path));
  const height = Math.max(NODE.height, y - GAP.down);
  const own = { ...self, y: (height - NODE.height) / 2 };
  return { nodes: [own, ...nodes], width: width === 0 ? NODE.width : NODE.width + GAP.across + width, height };
}

function columns(children: readonly CascadeNode[], path: string): Drawing {
  const leaves = [...children.entries()].filter(([, { children }]) => children.length === 0);
  if (leaves.length === 0) return { nodes: [], width: 0, height: 0 };
  const cell = { width: NODE.width + GAP.column, height: NODE.height + GAP.down };
  const wide = Math.max(1, Math.round(Math.sqrt((leaves.length * ASPECT * cell.height) / cell.width)));
  const rows = Math.ceil(leaves.length / wide);
  return {
    nodes: leaves.map(([i, { number, via }], at) => ({
      path: `${path}.${i}`,
      number,
      via,
      x: Math.floor(at / rows) * cell.width,
      y: (at % rows) * cell.height,
      parent: path,
    })),
    width: Math.ceil(leaves.length / rows) * cell.width - GAP.column,
    height: rows * cell.height - GAP.down,
  };
}
