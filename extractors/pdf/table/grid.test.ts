import { describe, expect, test } from 'vitest';
import type { Ruling } from '../page/content.ts';
import { across, down, gridLines } from '../testing/typeset.ts';
import { gridOf } from './grid.ts';
import { latticesOf } from './lattice.ts';

function boxes(rulings: readonly Ruling[]): string[][] {
  return latticesOf(rulings).lattices.map((lattice) =>
    (gridOf(lattice)?.boxes ?? []).map(({ row, col, rowSpan, colSpan }) => `${row},${col} ${rowSpan}x${colSpan}`),
  );
}

describe('ruled lines to boxes', () => {
  test('a plain grid', () => {
    expect(boxes(gridLines([50, 100, 150], [100, 120, 140]))).toEqual([['0,0 1x1', '0,1 1x1', '1,0 1x1', '1,1 1x1']]);
  });

  test('missing inner lines merge boxes', () => {
    // Columns 50-100-150-200; the first column reaches over both rows, the head spans two columns.
    const lines = [
      across(100, 50, 200),
      across(120, 100, 200),
      across(140, 50, 200),
      down(50, 100, 140),
      down(100, 100, 140),
      down(150, 120, 140),
      down(200, 100, 140),
    ];
    expect(boxes(lines)).toEqual([['0,0 2x1', '0,1 1x2', '1,1 1x1', '1,2 1x1']]);
  });

  test('borders drawn box by box, with gaps at the corners, are the same grid', () => {
    const bars = gridLines([50, 100, 150], [100, 120, 140]).flatMap((line) => {
      const middle = line.horizontal ? 100 : 120;
      return [
        { ...line, from: line.from + 0.5, to: middle - 0.5 },
        { ...line, at: line.at + 0.4, from: middle + 0.5, to: line.to - 0.5 },
      ];
    });
    expect(boxes(bars)).toEqual(boxes(gridLines([50, 100, 150], [100, 120, 140])));
  });

  test('both sides of a double border are one', () => {
    const lines = [...gridLines([50, 100, 150], [100, 120, 140]), across(101.5, 50, 150), down(51.5, 100, 140)];
    expect(boxes(lines)).toEqual(boxes(gridLines([50, 100, 150], [100, 120, 140])));
  });

  test('a table without outer side lines has its outer columns', () => {
    const lines = [
      across(100, 50, 200),
      across(120, 50, 200),
      across(140, 50, 200),
      down(100, 100, 140),
      down(150, 100, 140),
    ];
    expect(boxes(lines)[0]).toHaveLength(6);
  });

  test('two tables on a page are two, a line between them is none', () => {
    const lines = [
      ...gridLines([50, 100, 150], [100, 120, 140]),
      across(160, 50, 120),
      ...gridLines([50, 100, 150], [200, 220]),
    ];
    const { lattices, loose } = latticesOf(lines);
    expect(lattices).toHaveLength(2);
    expect(loose).toEqual([across(160, 50, 120)]);
  });

  test('an area that is no rectangle stays single boxes and lowers the confidence', () => {
    const lines = gridLines([50, 100, 150], [100, 120, 140]).filter((line) => line.horizontal || line.at !== 100);
    lines.push(down(100, 100, 120));
    const broken = lines.map((line) => (line.horizontal && line.at === 120 ? { ...line, to: 100 } : line));
    const grid = gridOf(latticesOf(broken).lattices[0]!)!;
    expect(grid.boxes).toHaveLength(4);
    expect(grid.ruled).toBeLessThan(1);
  });

  test('thousands of lines are a drawing', () => {
    const hatch = Array.from({ length: 9_000 }, (_, i) => across(i / 10, 0, 500));
    expect(latticesOf(hatch).lattices).toEqual([]);
  });
});
