import { describe, expect, test } from 'vitest';
import { gridLines, typeset } from '../testing/typeset.ts';
import { readTables } from './read-tables.ts';

const page = (glyphs: ReturnType<typeof typeset>, rulings: ReturnType<typeof gridLines>) =>
  readTables({ number: 1, glyphs, rulings });

describe('cells', () => {
  test('text goes to the box that holds it, the rest stays outside', () => {
    const { tables, rest } = page(
      [
        ...typeset('Biểu 1', 50, 90),
        ...typeset('TT', 55, 115),
        ...typeset('Số hộ', 105, 115),
        ...typeset('1', 55, 135),
      ],
      gridLines([50, 100, 200], [100, 120, 140]),
    );
    expect(tables[0]!.cells.map((cell) => cell.text)).toEqual(['TT', 'Số hộ', '1', '']);
    expect(rest.map((glyph) => glyph.text).join('')).toBe('Biểu 1');
  });

  test('text that runs upwards in a head is read', () => {
    const upwards = typeset('Ghi chú', 0, 0).map((glyph) => ({
      ...glyph,
      x: 112,
      y: 158 - glyph.x,
      turn: 270 as const,
    }));
    const { tables } = page([...typeset('TT', 55, 130), ...upwards], gridLines([50, 100, 120], [100, 160]));
    expect(tables[0]!.cells.map((cell) => cell.text)).toEqual(['TT', 'Ghi chú']);
  });

  test('lines of a cell set close to those of the next do not mix', () => {
    const { tables } = page(
      [...typeset('Xã Tân', 52, 112), ...typeset('Lập', 52, 124), ...typeset('12', 102, 118)],
      gridLines([50, 100, 150], [100, 130]),
    );
    expect(tables[0]!.cells.map((cell) => cell.text)).toEqual(['Xã Tân Lập', '12']);
  });

  test.each<[string, number[], number[]]>([
    ['a box around a paragraph', [50, 300], [100, 140]],
    ['a frame of two lines around the page', [20, 26, 570, 576], [20, 26, 800, 806]],
  ])('%s is no table', (_, xs, ys) => {
    const glyphs = typeset('Chữ trong khung', 60, 120);
    const { tables, rest } = page(glyphs, gridLines(xs, ys));
    expect(tables).toEqual([]);
    expect(rest).toEqual(glyphs);
  });

  test('letters over a border lower the confidence', () => {
    const { tables } = page(
      [...typeset('Thị trấn An Lão mới', 55, 115), ...typeset('3', 105, 135)],
      gridLines([50, 100, 200], [100, 120, 140]),
    );
    expect(tables[0]!.confidence).toBeLessThan(1);
  });
});
