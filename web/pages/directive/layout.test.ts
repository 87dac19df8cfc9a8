import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CascadeNode } from '../../../schemas/search.ts';
import { layOut, NODE } from './layout.ts';

const leaf = (number: string): CascadeNode => ({ number, via: 'thực hiện', children: [] });

test('two hundred papers of one rank fill a window', () => {
  const { width, height } = layOut(
    '218-QĐ/TW',
    Array.from({ length: 200 }, (_, i) => leaf(`${i + 1}-KH/TU`)),
  );
  expect(width / height).toBeGreaterThan(1.2);
  expect(width / height).toBeLessThan(3.5);
});

const tree: fc.Arbitrary<CascadeNode> = fc.letrec<{ node: CascadeNode }>((tie) => ({
  node: fc.record({
    number: fc.string({ minLength: 1, maxLength: 5 }),
    via: fc.constant('ban hành'),
    children: fc.oneof({ maxDepth: 3 }, fc.constant<CascadeNode[]>([]), fc.array(tie('node'), { maxLength: 6 })),
  }),
})).node;

const count = (nodes: readonly CascadeNode[]): number =>
  nodes.reduce((sum, { children }) => sum + 1 + count(children), 0);

test('every paper has a place of its own inside the drawing, to the right of its parent', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), (children) => {
      const { nodes, width, height } = layOut('gốc', children);
      expect(nodes).toHaveLength(count(children) + 1);
      const byPath = new Map(nodes.map((node) => [node.path, node]));
      expect(byPath.size).toBe(nodes.length);
      for (const [i, a] of nodes.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(0);
        expect(a.y).toBeGreaterThanOrEqual(0);
        expect(a.x + NODE.width).toBeLessThanOrEqual(width);
        expect(a.y + NODE.height).toBeLessThanOrEqual(height);
        if (a.parent !== null) expect(byPath.get(a.parent)!.x).toBeLessThan(a.x);
        const over = nodes
          .slice(i + 1)
          .filter((b) => Math.abs(a.x - b.x) < NODE.width && Math.abs(a.y - b.y) < NODE.height);
        expect(over).toEqual([]);
      }
    }),
  );
});
