import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../search/port.ts';
import { parseQuery } from '../../search/query/parse.ts';
import { openSqliteStore } from '../../search/sqlite/store.ts';
import { entryFor } from '../../test/contract/store.ts';
import { readText, reportText } from '../series/testing/half-years.ts';
import { territoriesNamed } from './named.ts';
import { searchTerritories } from './search.ts';
import { withTerritories } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-territories-'));
const everybody = { collections: null };
const all = { offset: 0, limit: 100 };
let store: Store;

const told = (above: string, body: string, seat: string, day: string, year = day.slice(-4)) =>
  reportText({
    ...{ above, body, seat, day, number: '31-BC/ĐU', period: `6 tháng đầu năm ${year}` },
    lines: [`Trong 6 tháng đầu năm ${year}, tổ chức hòa giải thành 14 vụ việc.`],
  });
/** Each under the unit that it is of. */
const reports: Record<string, string> = {
  'phường Phổ Hòa': told('THỊ ỦY ĐỨC PHỔ', 'ĐẢNG ỦY PHƯỜNG PHỔ HÒA', 'Phổ Hòa', '26 tháng 5 năm 2023'),
  'xã Phổ Hòa': told('HUYỆN ỦY ĐỨC PHỔ', 'ĐẢNG ỦY XÃ PHỔ HÒA', 'Phổ Hòa', '14 tháng 6 năm 2019'),
  'phường Phổ Văn': told('THỊ ỦY ĐỨC PHỔ', 'ĐẢNG ỦY PHƯỜNG PHỔ VĂN', 'Phổ Văn', '26 tháng 5 năm 2023'),
  'Nguyễn Nghiêm of Đức Phổ': told('THỊ ỦY ĐỨC PHỔ', 'ĐẢNG ỦY PHƯỜNG NGUYỄN NGHIÊM', 'Đức Phổ', '26 tháng 5 năm 2023'),
  'Nguyễn Nghiêm of Quảng Ngãi': told(
    'THÀNH ỦY QUẢNG NGÃI',
    'ĐẢNG ỦY PHƯỜNG NGUYỄN NGHIÊM',
    'Quảng Ngãi',
    '26 tháng 5 năm 2023',
  ),
  'phường Đức Phổ': told('TỈNH ỦY QUẢNG NGÃI', 'ĐẢNG ỦY PHƯỜNG ĐỨC PHỔ', 'Đức Phổ', '20 tháng 6 năm 2026'),
  'phường Hạ Lý': told('QUẬN ỦY HỒNG BÀNG', 'ĐẢNG ỦY PHƯỜNG HẠ LÝ', 'Hồng Bàng', '14 tháng 6 năm 2023'),
  'quận Hồng Bàng': told('THÀNH ỦY HẢI PHÒNG', 'QUẬN ỦY HỒNG BÀNG', 'Hồng Bàng', '14 tháng 6 năm 2023'),
  'phường Hồng Bàng': told('THÀNH ỦY HẢI PHÒNG', 'ĐẢNG ỦY PHƯỜNG HỒNG BÀNG', 'Hải Phòng', '20 tháng 6 năm 2026'),
};
const names = new Map<string, string>();

beforeAll(async () => {
  const plain = openSqliteStore(join(folder, 'a.db'));
  store = withTerritories(plain);
  for (const [name, text] of Object.entries(reports)) {
    const extraction = await readText(text);
    names.set(extraction.sha256, name);
    const indexed = { extraction, collection: 'chung', path: `/${name}.txt` };
    await store.put(indexed, entryFor(indexed));
  }
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const found = async (query: string) => {
  const { hits } = await store.search(everybody, parseQuery(query), all);
  return [...new Set(hits.map(({ report }) => names.get(report.id)))].sort();
};
const wardsOfDucPho = ['Nguyễn Nghiêm of Đức Phổ', 'phường Phổ Hòa', 'phường Đức Phổ', 'xã Phổ Hòa'];

describe('a place asked for', () => {
  test.each<[string, string[]]>([
    ['place:"phường Đức Phổ"', wardsOfDucPho],
    ['hòa giải place:"phuong duc pho"', wardsOfDucPho],
    ['diaban:"P. Đức Phổ" from:2023 to:2023', ['Nguyễn Nghiêm of Đức Phổ', 'phường Phổ Hòa']],
    ['place:"phường Phổ Hoà"', ['phường Phổ Hòa', 'xã Phổ Hòa']],
    ['place:"xã Phổ Hòa"', ['xã Phổ Hòa']],
    ['place:"quận Hồng Bàng"', ['phường Hạ Lý', 'quận Hồng Bàng']],
    ['place:"Q. Hồng Bàng"', ['phường Hạ Lý', 'quận Hồng Bàng']],
    ['place:"phường Hồng Bàng"', ['phường Hạ Lý', 'phường Hồng Bàng']],
    ['hòa giải -place:"phường Đức Phổ" from:2026', ['phường Hồng Bàng']],
    ['place="phường Đức Phổ"', ['phường Đức Phổ']],
    ['place:"phường Trà Câu"', ['phường Phổ Văn']],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual([...expected].sort());
  });

  test('the lists of records are asked alike', async () => {
    const { records } = await store.list(everybody, 'indicators', { place: 'phường Đức Phổ', to: '2023-12-31' }, all);
    expect([...new Set(records.map(({ report }) => names.get(report.id)))].sort()).toEqual(
      wardsOfDucPho.filter((name) => name !== 'phường Đức Phổ').sort(),
    );
  });
});

describe('plain words that name a unit', () => {
  const asked = (words: string) => searchTerritories(store, everybody, parseQuery(words), all);

  test.each(['phường Trà Câu', '"phường Trà Câu"', 'phuong tra cau', 'P. Trà Câu from:2023'])('%s', async (words) => {
    const { former, territories } = await asked(words);
    expect(former?.hits.map(({ report }) => names.get(report.id))).toEqual(['phường Phổ Văn']);
    expect(territories[0]).toMatchObject({ name: 'phường Trà Câu', from: '2025-07-01', to: null });
    expect(territories[0]!.former.map(({ name }) => name)).toContain('phường Phổ Văn');
  });

  test.each(['hòa giải phường Trà Câu', 'Trà Câu', 'quận Hồng Bàng', 'phường', 'xã hội hóa', 'phường Trà Câu -hòa'])(
    '%s: no other reports',
    async (words) => {
      expect((await asked(words)).former).toBeNull();
    },
  );
});

test.each<[string, [string, string | null][]]>([
  [
    'phường Nguyễn Nghiêm',
    [
      ['phường Nguyễn Nghiêm', 'thành phố Quảng Ngãi'],
      ['phường Nguyễn Nghiêm', 'thị xã Đức Phổ'],
    ],
  ],
  [
    'TP. Hải Phòng',
    [
      ['thành phố Hải Phòng', null],
      ['thành phố Hải Phòng', null],
    ],
  ],
  ['Hải Phòng', []],
  ['phường Không Có', []],
  ['', []],
])('«%s» names %j', (text, expected) => {
  expect(territoriesNamed(text).map(({ name, within }) => [name, within])).toEqual(expected);
});

test('a province of today tells what it took in', () => {
  const [before, since] = territoriesNamed('tỉnh Quảng Ngãi');
  expect([before?.later, since?.later.map(({ name }) => name)]).toEqual([[], ['tỉnh Kon Tum']]);
});
