import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelOf, monthsOf, withMissing, yearsOf } from './time.ts';

test.each([
  ['2023-01-01', '2023-12-31', 'Năm 2023', 12],
  ['2023-01-01', '2023-06-30', '6 tháng đầu năm 2023', 6],
  ['2023-07-01', '2023-12-31', '6 tháng cuối năm 2023', 6],
  ['2023-01-01', '2023-09-30', '9 tháng đầu năm 2023', 9],
  ['2023-10-01', '2023-12-31', 'Quý IV/2023', 3],
  ['2024-02-01', '2024-02-29', 'Tháng 2/2024', 1],
  ['2023-02-01', '2023-04-30', '1/2/2023 – 30/4/2023', 3],
  ['2022-12-15', '2023-06-14', '15/12/2022 – 14/6/2023', null],
  ['2023-06-19', '2023-06-19', '19/6/2023', null],
])('%s to %s is %s', (from, to, label, months) => {
  expect(labelOf({ from, to })).toBe(label);
  expect(monthsOf({ from, to })).toBe(months);
});

const half = (year: number) => ({ from: `${year}-01-01`, to: `${year}-06-30` });
const quarter = (year: number, n: number) => {
  const ends = ['03-31', '06-30', '09-30', '12-31'];
  return { from: `${year}-${String(n * 3 - 2).padStart(2, '0')}-01`, to: `${year}-${ends[n - 1]}` };
};

test('first halves come once a year, quarters one after the other', () => {
  expect(withMissing([half(2023), half(2020)], 6)).toEqual([2020, 2021, 2022, 2023].map(half));
  const between = [quarter(2022, 3), quarter(2022, 4), quarter(2023, 1)];
  expect(withMissing([quarter(2022, 3), quarter(2023, 1)], 3)).toEqual(between);
});

test('times that are no steps of one row, and rows without end, are left as they are', () => {
  const odd = [half(2022), { from: '2023-03-01', to: '2023-08-31' }];
  expect(withMissing(odd, 6)).toEqual(odd);
  const far = [half(1), half(2023)];
  expect(withMissing(far, 6)).toEqual(far);
  expect(yearsOf([])).toEqual([]);
  expect(yearsOf(['0203-01-01', '2023-01-01'])).toEqual([]);
});

test('every given time is among the expected ones, which are in order', () => {
  const years = fc.array(fc.integer({ min: 2000, max: 2060 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(years, fc.integer({ min: 1, max: 4 }), (some, n) => {
      const given = some.map((year) => quarter(year, n));
      const all = withMissing(given, 3);
      expect(all).toEqual(expect.arrayContaining(given));
      expect(all.map(({ from }) => from)).toEqual(all.map(({ from }) => from).sort());
    }),
  );
});
