import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  allUnits,
  chainOf,
  formerProvinces,
  fullName,
  predecessorsOf,
  provinceSuccessor,
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
    const today = allUnits().filter((unit) => unit.from !== null);
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
