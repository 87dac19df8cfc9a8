import { expect, test } from 'vitest';
import { rotated, turned } from './bitmap.ts';
import { inkOf } from './ink.ts';
import { drawnLines } from './rulings.ts';
import { skewOf } from './skew.ts';
import { drawing, textRows } from './testing/draw.ts';
import { straightened, waysRound } from './upright.ts';

const page = drawing(900, 700, textRows(60, 60, 780, 13));

test.each([-4, -0.4, 0, 0.7, 3])('text turned by %d° is set straight', (degrees) => {
  const askew = rotated(page, degrees);
  expect(skewOf(inkOf(askew))).toBeCloseTo(degrees, 0.5);
  expect(Math.abs(skewOf(straightened(askew).ink))).toBeLessThanOrEqual(0.1);
});

test('an empty page lies straight', () => {
  expect(skewOf(inkOf(drawing(900, 700, [])))).toBe(0);
});

test.each([
  [0, [0, 180, 90, 270]],
  [90, [90, 270, 0, 180]],
  [180, [0, 180, 90, 270]],
  [270, [90, 270, 0, 180]],
] as const)('text turned by %d° is tried as %j', (turn, ways) => {
  const straight = straightened(turned(page, turn));
  expect(waysRound(straight, [])).toEqual(ways);
});

test('the borders of a table do not tell which way the text runs', () => {
  const bars = Array.from({ length: 12 }, (_, i) => ({ left: 60 + 64 * i, top: 30, right: 62 + 64 * i, bottom: 660 }));
  const straight = straightened(drawing(900, 700, [...textRows(64, 60, 780, 13), ...bars]));
  expect(waysRound(straight, drawnLines(straight.ink, 200))).toEqual([0, 180, 90, 270]);
});

test('a photo: paper that grows darker towards a corner is still paper', () => {
  const { width, height, data } = page;
  const shaded = { width, height, data: data.map((value, i) => value * (1 - (0.5 * (i % width)) / width)) };
  const clean = inkOf(page).data;
  const found = inkOf(shaded).data;
  const wrong = found.reduce((count, one, i) => count + (one === clean[i] ? 0 : 1), 0);
  expect(wrong / found.length).toBeLessThan(0.005);
});
