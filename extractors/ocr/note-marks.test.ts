import { expect, test } from 'vitest';
import { inkOf } from './ink.ts';
import { type Figure, raisedFigures } from './note-marks.ts';
import { settleMarks } from './settle-marks.ts';
import { box, drawing, textRows } from './testing/draw.ts';

const LINES = textRows(100, 100, 370, 4);
const marksOf = (extra: ReturnType<typeof box>[]) =>
  raisedFigures(inkOf(drawing(900, 400, [...LINES, ...extra]))).map(({ box: { left, top }, first }) => ({
    left,
    top,
    first,
  }));

/** A figure of the given size with its foot `raise` above the first line's feet, behind the last letter or before the first. */
const figure = (left: number, height: number, raise: number) => box(left, 118 - raise - height, left + 6, 118 - raise);
const BEHIND = Math.max(...LINES.filter(({ bottom }) => bottom === 118).map(({ right }) => right)) + 4;

test('a small figure above the line, behind a word or at the beginning', () => {
  expect(marksOf([figure(BEHIND, 11, 12)])).toEqual([{ left: BEHIND, top: 95, first: false }]);
  expect(marksOf([figure(90, 11, 12)])).toEqual([{ left: 90, top: 95, first: true }]);
});

test('quotes stand higher, tone marks above a letter, letters on the line', () => {
  expect(marksOf([figure(BEHIND, 9, 18)])).toEqual([]);
  expect(marksOf([figure(LINES[1]!.left + 1, 9, 23)])).toEqual([]);
  expect(marksOf([figure(BEHIND, 18, 0)])).toEqual([]);
});

const seen = (values: string): Figure[] =>
  values.split(' ').map((one, i) => ({
    box: box(0, i, 1, i + 1),
    baseline: i,
    xHeight: 1,
    first: one.startsWith('n'),
    value: Number(one.slice(1)),
  }));
const settled = (values: string) =>
  settleMarks(seen(values))
    .map(({ first, value }) => `${first ? 'n' : 't'}${value}`)
    .join(' ');

test.each([
  ['text and notes bear each other out', 't3 t4 n3 n4', 'n3 n4 t3 t4'],
  ['what was not read stands between what was', 't9 t0 t0 t12 n9 n10 n0 n12', 'n9 n10 n11 n12 t9 t10 t11 t12'],
  ['one misread among others that count on', 't1 t2 t3 n1 n7 n3', 'n1 n2 n3 t1 t2 t3'],
  ['a note that was not found: its mark goes with its neighbours', 't4 t5 t6 n4 n6', 'n4 n6 t4 t5 t6'],
  ['a figure without a note is no mark', 't7', ''],
  ['a power', 't2', 't2'],
])('%s', (_, values, expected) => {
  expect(settled(values)).toBe(expected);
});
