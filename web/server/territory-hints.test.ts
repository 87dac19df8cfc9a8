import { expect, test } from 'vitest';
import { territoriesNamed } from '../../pipeline/territories/named.ts';
import { territoryHints } from './territory-hints.ts';

const found = (total: number) => ({ total, hits: [], facets: {} });
const said = (name: string, former: ReturnType<typeof found> | null) =>
  territoryHints({ territories: territoriesNamed(name), former }).map(({ code, value }) => `${code} ${value}`);

test('a place whose former units are searched as well, each told once', () => {
  expect(said('phường Sa Huỳnh', null)).toEqual([
    'territory-former phường Sa Huỳnh ← phường Phổ Thạnh, xã Phổ Thạnh, xã Phổ Châu',
  ]);
});

test('words that name a unit: how to have the reports of its former units, where there are any', () => {
  expect(said('phường Sa Huỳnh', found(3))).toEqual(['territory-reports place:"phường Sa Huỳnh"']);
  expect(said('phường Sa Huỳnh', found(0))).toEqual([]);
});

test('a unit that is no more, and one of which nothing is to be said', () => {
  expect(said('phường Hạ Lý', null)).toEqual(['territory-later phường Hạ Lý → phường Hồng Bàng']);
  expect(said('phường Không Có', null)).toEqual([]);
});
