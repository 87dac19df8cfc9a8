import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type AdministrativeUnit,
  allUnits,
  chainOf,
  changesOf,
  existedOn,
  formerProvinces,
  fullName,
  heirsOf,
  predecessorsOf,
  provinceSuccessor,
  REFORM,
  resolveChain,
  resolveUnit,
  spellingKey,
  successorsOf,
} from './index.ts';

const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../fixtures/corpora/geography/${name}.json`, import.meta.url), 'utf8')) as T;

interface Written {
  written: string;
  date: string;
  within?: string;
  chain: string[] | null;
  code?: string | null;
}

describe('units checked by hand', () => {
  for (const { written, date, within, chain, code } of fixture<Written[]>('units')) {
    test(`${written} on ${date}${within ? ` in ${within}` : ''}`, () => {
      const unit = resolveUnit(written, { within, date });
      expect(unit ? chainOf(unit).map(fullName) : null).toEqual(chain);
      if (code !== undefined) expect(unit?.code).toBe(code);
    });
  }
});

interface Valid {
  written: string;
  date: string;
  within?: string;
  chain: string[] | null;
  from: string | null;
  to: string | null;
  former?: string[];
  later?: string[];
}

/** «*»: only a part of the older unit is in the newer one. */
const starred = (others: { unit: AdministrativeUnit; partial: boolean }[]): string[] =>
  others.map(({ unit, partial }) => `${fullName(unit)}${partial ? '*' : ''}`).sort();

describe('days, predecessors and heirs checked by hand', () => {
  for (const { written, date, within, chain, from, to, former, later } of fixture<Valid[]>('validity')) {
    test(`${written} on ${date}${within ? ` in ${within}` : ''}`, () => {
      const unit = resolveUnit(written, { within, date });
      expect(unit ? chainOf(unit).map(fullName) : null).toEqual(chain);
      if (unit === null) return;
      expect([unit.from, unit.to]).toEqual([from, to]);
      if (former) expect(starred(predecessorsOf(unit))).toEqual(former);
      if (later) expect(starred(heirsOf(unit))).toEqual(later);
    });
  }
});

test('what became of a territory, over all its entries', () => {
  const of = (...units: [string, string][]) =>
    changesOf(units.map(([name, date]) => resolveUnit(name, { date })!)).map(({ day, kind, others }) => [
      day,
      kind,
      others.map(({ name }) => name),
    ]);
  expect(of(['tỉnh Quảng Ngãi', '2023-01-01'], ['tỉnh Quảng Ngãi', '2025-08-01'])).toEqual([
    ['2025-07-01', 'grew', ['tỉnh Kon Tum']],
  ]);
  expect(of(['tỉnh Nghệ An', '2023-01-01'], ['tỉnh Nghệ An', '2025-08-01'])).toEqual([]);
  expect(of(['tỉnh Kon Tum', '2023-01-01'])).toEqual([['2025-07-01', 'ended', ['tỉnh Quảng Ngãi']]]);
  expect(of(['phường Phổ Hòa', '2023-01-01'])).toEqual([
    ['2020-02-01', 'formed', ['xã Phổ Hòa']],
    ['2025-07-01', 'ended', ['phường Đức Phổ']],
  ]);
});

test('no unit existed twice, and none ended before it began', () => {
  for (const { from, to } of allUnits()) expect((from ?? '') <= (to ?? '9')).toBe(true);
  for (const date of ['2019-06-01', '2023-06-01', '2025-03-01', '2025-08-01']) {
    const names = allUnits()
      .filter((unit) => existedOn(unit, date) && chainOf(unit)[0]!.name === 'Hải Phòng')
      .map((unit) => chainOf(unit).map(fullName).join('/'));
    expect(new Set(names).size).toBe(names.length);
  }
});

interface Chain {
  written: string[];
  date: string | null;
  hints?: string[];
  units: string[] | null;
  corrections?: Record<string, string>;
}

describe('chains', () => {
  for (const { written, date, hints, units, corrections } of fixture<Chain[]>('chains')) {
    test(`${written.join(' › ')}${hints ? ` (${hints.join()})` : ''}`, () => {
      const chain = resolveChain(written, { date, hints: hints ?? [] });
      expect(chain?.units.map(fullName) ?? null).toEqual(units);
      if (corrections) expect(Object.fromEntries(chain?.corrections ?? [])).toEqual(corrections);
    });
  }
});

describe('the reform of 2025', () => {
  const on = (name: string, date: string) => resolveUnit(name, { date })!;

  test('a ward of 2023 goes whole into one of today, a district into several', () => {
    expect(
      successorsOf(on('phường Phổ Hòa', '2023-05-26')).map(({ unit, partial }) => [fullName(unit), partial]),
    ).toEqual([['phường Đức Phổ', false]]);
    expect(
      successorsOf(on('quận Hồng Bàng', '2023-05-26')).map(({ unit, partial }) => [fullName(unit), partial]),
    ).toEqual([
      ['phường Hồng Bàng', true],
      ['phường Hồng An', true],
    ]);
    expect(successorsOf(on('huyện Bạch Long Vĩ', '2023-05-26')).map(({ unit }) => fullName(unit))).toEqual([
      'đặc khu Bạch Long Vĩ',
    ]);
  });

  test.each([
    [
      'phường Đức Phổ',
      ['phường Nguyễn Nghiêm', 'phường Phổ Hòa', 'phường Phổ Minh', 'phường Phổ Ninh', 'phường Phổ Vinh'],
    ],
    ['phường Trà Câu', ['phường Phổ Quang', 'phường Phổ Văn', 'xã Phổ An', 'xã Phổ Thuận']],
    ['phường Sa Huỳnh', ['phường Phổ Thạnh', 'xã Phổ Châu']],
    ['xã Nguyễn Nghiêm', ['xã Phổ Nhơn', 'xã Phổ Phong']],
  ])('%s was made of', (name, former) => {
    expect(
      predecessorsOf(on(name, '2025-09-25'))
        .map(({ unit }) => fullName(unit))
        .sort(),
    ).toEqual(former);
  });

  test.each([
    ['tỉnh Hải Dương', 'thành phố Hải Phòng'],
    ['tỉnh Kon Tum', 'tỉnh Quảng Ngãi'],
    ['tỉnh Yên Bái', 'tỉnh Lào Cai'],
    ['tỉnh Bình Dương', 'thành phố Hồ Chí Minh'],
  ])('%s went into %s', (former, today) => {
    const province = provinceSuccessor(on(former, '2023-01-01'));
    expect(province && fullName(province)).toBe(today);
  });

  test('tells which provinces one of today was made of, and where a commune lay', () => {
    const former = (name: string) => formerProvinces(on(name, '2025-07-01')).map((unit) => unit.name);
    expect(former('tỉnh Đồng Tháp').sort()).toEqual(['Tiền Giang', 'Đồng Tháp']);
    expect(former('tỉnh Nghệ An')).toEqual(['Nghệ An']);
    expect(former('phường Đức Phổ')).toEqual(['Quảng Ngãi']);
    expect(formerProvinces(on('phường Phổ Hòa', '2023-05-26')).map(fullName)).toEqual(['tỉnh Quảng Ngãi']);
  });

  test('counts', () => {
    const today = allUnits().filter((unit) => unit.from === REFORM);
    expect(today.filter((unit) => unit.level === 'province')).toHaveLength(34);
    expect(today.filter((unit) => unit.level === 'commune')).toHaveLength(3321);
    const in2025 = (name: string) => today.filter((unit) => unit.parent?.name === name).length;
    expect([in2025('Hải Phòng'), in2025('Quảng Ngãi')]).toEqual([114, 96]);
    expect(allUnits().filter((unit) => unit.from === null && unit.level === 'province')).toHaveLength(63);
    expect(new Set(allUnits().map((unit) => unit.id)).size).toBe(allUnits().length);
  });
});

test('spellings of one name have one key, other names have not', () => {
  expect(spellingKey('Phổ Hoà')).toBe(spellingKey('PHỔ HÒA'));
  expect(spellingKey('Bạch Long Vỹ')).toBe(spellingKey('Bạch Long Vĩ'));
  expect(spellingKey('Thuỷ Nguyên')).toBe(spellingKey('Thủy Nguyên'));
  expect(spellingKey('Mỹ Tho')).not.toBe(spellingKey('Mỳ Tho'));
  expect(spellingKey('Phố Hòa')).not.toBe(spellingKey('Phổ Hòa'));
  expect(spellingKey('Quy Nhơn')).not.toBe(spellingKey('Qui Nhân'));
});
