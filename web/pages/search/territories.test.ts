import { expect, test } from 'vitest';
import { holds, lastOf, treeOf } from './territories.ts';

test('chains are the tree that they tell', () => {
  const tree = treeOf([
    ['tỉnh A', 9],
    ['tỉnh B', 3],
    ['tỉnh A › huyện C', 5],
    ['tỉnh A › huyện C › xã D', 2],
    ['quận E', 1],
  ]);
  const told = (all: typeof tree): string =>
    all.map((one) => `${one.name} ${one.count} (${told(one.inside)})`).join(' ');
  expect(told(tree)).toBe('tỉnh A 9 (huyện C 5 (xã D 2 ())) tỉnh B 3 () quận E 1 ()');
  expect(tree[0]!.inside[0]!.chain).toBe('tỉnh A › huyện C');
});

test('a unit whose chain is not told stands by itself, and no name is taken for the beginning of another', () => {
  expect(treeOf([['tỉnh A › huyện C', 5]])).toMatchObject([{ name: 'huyện C', inside: [] }]);
  const [a] = treeOf([['tỉnh A', 1]]);
  expect([holds(a!, 'tỉnh A'), holds(a!, 'tỉnh A › huyện C'), holds(a!, 'tỉnh An Giang')]).toEqual([true, true, false]);
  expect(lastOf('tỉnh A › huyện C')).toBe('huyện C');
});
