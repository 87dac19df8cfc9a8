import { expect, test } from 'vitest';
import { rotated } from './bitmap.ts';
import { inkOf } from './ink.ts';
import { type DrawnLine, drawnLines, withoutLines } from './rulings.ts';
import { tableCells } from './table-cells.ts';
import { box, drawing, textRows } from './testing/draw.ts';

const DPI = 200;
const places = (lines: readonly DrawnLine[], horizontal: boolean) =>
  lines.filter((line) => line.horizontal === horizontal).map(({ at, from, to }) => [at, from, to].map(Math.round));

const frame = [
  ...[100, 200, 300].map((y) => box(100, y, 700, y + 2)),
  ...[100, 400, 698].map((x) => box(x, 100, x + 2, 302)),
];

test('lines are found, rows of letters are none', () => {
  const lines = drawnLines(inkOf(drawing(900, 700, [...frame, ...textRows(60, 350, 780, 6)])), DPI);
  expect(places(lines, true).map(([at]) => at)).toEqual([100, 200, 300].map((y) => expect.closeTo(y + 0.5, -0.3)));
  expect(places(lines, false)).toHaveLength(3);
});

test('a line that leans by a hair is one line', () => {
  const lines = drawnLines(inkOf(rotated(drawing(900, 700, [box(100, 300, 800, 303)]), 0.15)), DPI);
  expect(lines).toHaveLength(1);
  expect(lines[0]!.to - lines[0]!.from).toBeGreaterThan(680);
});

test('dashes, thick bars and solid areas are no lines', () => {
  const lines = drawnLines(inkOf(drawing(900, 700, [box(100, 100, 180, 103), box(100, 200, 800, 240)])), DPI);
  expect(lines).toEqual([]);
});

test('a border ends where it meets the last one, and the stroke above it stays', () => {
  const stem = box(400, 70, 402, 100);
  const sheet = drawing(900, 700, [...frame, stem]);
  const lines = drawnLines(inkOf(sheet), DPI);
  expect(places(lines, false)).toContainEqual([expect.any(Number), expect.closeTo(99, -0.8), expect.any(Number)]);
  const bare = withoutLines(sheet, lines);
  expect(bare.data[80 * 900 + 401]).toBe(0);
  expect(bare.data[250 * 900 + 401]).toBe(255);
});

test('cells that hold ink', () => {
  const sheet = drawing(900, 700, [...frame, ...textRows(120, 130, 160, 1)]);
  const lines = drawnLines(inkOf(sheet), DPI);
  const { cells, areas } = tableCells(lines, inkOf(withoutLines(sheet, lines)), DPI);
  expect(areas).toHaveLength(1);
  expect(cells).toEqual([
    {
      left: expect.closeTo(104, -1),
      top: expect.closeTo(104, -1),
      right: expect.closeTo(397, -1),
      bottom: expect.closeTo(197, -1),
    },
  ]);
});
