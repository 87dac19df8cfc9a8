import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysApart, stockWindows, yearsEarlier, yearsOf } from './span-of-time.ts';

const iso = (date: Date): string => date.toISOString().slice(0, 10);
const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }).map(iso);

test('two days share a window when they lie no more than half a year apart, and never when more than a year', () => {
  const shares = (a: string, b: string): boolean => stockWindows(a).some((window) => stockWindows(b).includes(window));
  fc.assert(
    fc.property(days, fc.integer({ min: -400, max: 400 }), (day, apart) => {
      const other = iso(new Date(Date.parse(day) + apart * 86_400_000));
      if (daysApart(day, other) <= 181) expect(shares(day, other)).toBe(true);
      if (daysApart(day, other) > 366) expect(shares(day, other)).toBe(false);
    }),
  );
});

test('a span has the years that it touches', () => {
  expect(yearsOf({ from: '2023-12-31', to: '2026-01-01' })).toEqual([2023, 2024, 2025, 2026]);
  expect(yearsOf({ from: '2023-01-01', to: '2023-06-30' })).toEqual([2023]);
});

test.each([
  ['2024-01-01', '2024-06-30', 1, '2023-01-01', '2023-06-30'],
  ['2024-02-01', '2024-02-29', 1, '2023-02-01', '2023-02-28'],
  ['2023-02-01', '2023-02-28', 3, '2020-02-01', '2020-02-29'],
  ['2024-02-01', '2024-02-15', 1, '2023-02-01', '2023-02-15'],
])('%s to %s, %i years earlier', (from, to, years, first, last) => {
  expect(yearsEarlier({ from, to }, years)).toEqual({ from: first, to: last });
});
