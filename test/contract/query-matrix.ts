import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchResult } from '../../schemas/search.ts';
import type { Desk } from '../../search/desk-port.ts';
import type { Page, Store } from '../../search/port.ts';
import { parseQuery } from '../../search/query/parse.ts';
import { manyQueries } from './many-queries.ts';
import { manyReports, settledOfMany, settleMany, signOffOne } from './many-reports.ts';
import { plainSearch } from './plain-search.ts';
import { entryFor, fill } from './store.ts';

interface Asked {
  query: string;
  /** Hits worked out by hand, in order, by tier: `phrase 8.b1 1.b2 | some 6.b2`. */
  hits?: string;
  collections?: string[];
  page?: Page;
}

const doiThoai = 'phrase 8.b1 1.b2 5.b2 2.b1 2.b4 3.b1 7.b1 | folded-phrase 4.b2 | some 4.b3 6.b2';
const decision218 = 'exact 8.b1 1.b3 1.b4 2.b5 3.b3';

const byHand: Asked[] = [
  // accents on and off, đ and d, case, composed and decomposed
  { query: 'đối thoại', hits: doiThoai },
  { query: 'ĐỐI THOẠI', hits: doiThoai },
  { query: 'đối thoại'.normalize('NFD'), hits: doiThoai },
  { query: 'doi thoai', hits: 'folded-phrase 8.b1 1.b2 5.b2 2.b1 2.b4 3.b1 4.b2 7.b1 | some 4.b3 6.b2' },
  { query: 'Doi ThoAI', hits: 'folded-phrase 8.b1 1.b2 5.b2 2.b1 2.b4 3.b1 4.b2 7.b1 | some 4.b3 6.b2' },
  { query: 'đội thoại', hits: 'phrase 4.b2 | folded-phrase 8.b1 1.b2 5.b2 2.b1 2.b4 3.b1 7.b1 | some 4.b3 6.b2' },
  { query: 'điện thoại', hits: 'phrase 6.b2 | some 8.b1 1.b2 5.b2 5.b3 2.b1 2.b4 3.b1 3.b4 4.b2 7.b1' },
  { query: 'đảng ủy', hits: 'phrase 3.b1 3.b5 4.b1 | exact 1.b3 | some 1.b2 1.b5 5.b2 2.b1 2.b2 3.b2 4.b3' },
  { query: 'đảng uỷ', hits: 'folded-phrase 3.b1 3.b5 4.b1 | folded 1.b3 | some 1.b2 1.b5 5.b2 2.b1 2.b2 3.b2 4.b3' },
  { query: 'hoà giải', hits: 'phrase 3.b2 | some 1.b2 6.b1 7.b1' },
  { query: 'hòa giải', hits: 'folded-phrase 3.b2 | some 1.b2 6.b1 7.b1' },
  // several words: order of tiers, number of words, date, id
  { query: 'đối thoại trực tiếp', hits: 'phrase 8.b1 1.b2 5.b2 3.b1 | exact 2.b1 | folded 4.b2 | some 2.b4 7.b1' },
  { query: 'doi thoai truc tiep', hits: 'folded-phrase 8.b1 1.b2 5.b2 3.b1 | folded 2.b1 4.b2 | some 2.b4 7.b1' },
  { query: 'thu hồi đất', hits: 'phrase 5.b2 4.b1 | exact 1.b2' },
  { query: 'thu hoi dat', hits: 'folded-phrase 5.b2 4.b1 | folded 1.b2' },
  { query: '218 hộ dân', hits: 'phrase 4.b1 | some 8.b1 3.b4' },
  // phrases
  { query: '"đối thoại trực tiếp"', hits: 'phrase 8.b1 1.b2 5.b2 3.b1' },
  { query: '“đối thoại trực tiếp”', hits: 'phrase 8.b1 1.b2 5.b2 3.b1' },
  { query: '"doi thoai truc tiep"', hits: 'folded-phrase 8.b1 1.b2 5.b2 3.b1' },
  { query: '"thu hồi đất"', hits: 'phrase 5.b2 4.b1' },
  { query: '"đất thu hồi"', hits: 'phrase 1.b2' },
  { query: '"trực tiếp đối thoại"', hits: 'phrase 5.b2' },
  { query: '"Quyết định số 218-QD/TW"', hits: 'phrase 8.b1 1.b3 1.b4 3.b3' },
  { query: '"không có câu này"', hits: '' },
  // document numbers
  { query: '218-QĐ/TW', hits: decision218 },
  { query: '218-QD/TW', hits: decision218 },
  { query: '218 QĐ TW', hits: decision218 },
  { query: '218 QĐ/TW', hits: decision218 },
  { query: '218qđ/tw', hits: decision218 },
  { query: '218 qd tw', hits: decision218 },
  { query: '218 – QĐ/TW', hits: decision218 },
  { query: '217-QĐ/TW', hits: 'exact 2.b5' },
  { query: '218', hits: 'exact 8.b1 1.b3 1.b4 2.b5 3.b3 4.b1' },
  { query: '08-NQ/TU', hits: 'exact 1.b5 4.b3' },
  { query: '8-nq/tu', hits: 'exact 1.b5 4.b3' },
  { query: '04/2015/NĐ-CP', hits: 'exact 4.b4' },
  { query: '84-QĐ/TWĐTN', hits: 'exact 6.b3' },
  { query: '84 QĐ/TƯĐTN', hits: 'exact 6.b3' },
  // dates and figures
  { query: '12/12/2013', hits: 'exact 1.b3' },
  { query: '30/5/2023', hits: 'exact 3.b2' },
  { query: '30-05-2023', hits: 'exact 3.b2' },
  { query: '5/2/2023', hits: 'exact 2.b2' },
  { query: '2022-12-15', hits: 'exact 6.b2' },
  { query: 'ngày 30 tháng 5 năm 2023', hits: 'phrase 3.b2 | some 1.b3 2.b2' },
  { query: '1.234,5', hits: 'exact 1.b2 | folded 3.b3' },
  { query: '1234,5', hits: 'exact 3.b3 | folded 1.b2' },
  { query: '1234.5', hits: 'folded 1.b2 3.b3' },
  { query: '1.234', hits: 'exact 5.b3' },
  { query: '1234', hits: 'folded 5.b3' },
  { query: '45,2', hits: 'exact 2.b4' },
  { query: '12,5%', hits: 'exact 5.b3' },
  { query: '05 quận', hits: 'phrase 1.b2 | some 2.b1 2.b2 2.b3 3.b2 3.b3 4.b4' },
  // beginnings
  { query: 'khi*', hits: 'exact 6.b1 6.b3 7.b1' },
  { query: 'tố cá*', hits: 'exact 6.b1 6.b3 | some 8.b2 1.b3 5.b1 4.b1 6.b2 7.b1' },
  { query: '218-QĐ*', hits: 'exact 8.b1 1.b3 1.b4 3.b3' },
  { query: '"đối tho*"', hits: 'exact 8.b1 1.b2 5.b2 2.b1 2.b4 3.b1 7.b1 | folded 4.b2' },
  // alternatives and exclusion
  { query: 'khiếu OR nóng', hits: 'exact 3.b1 6.b1 6.b2 6.b3 7.b1' },
  { query: 'khiếu HOẶC nóng', hits: 'exact 3.b1 6.b1 6.b2 6.b3 7.b1' },
  { query: 'giải quyết khiếu HOẶC tố', hits: 'exact 6.b1 7.b1 | folded 1.b2' },
  { query: '"thu hồi" OR 217-QĐ/TW', hits: 'exact 1.b2 5.b2 2.b5 4.b1' },
  { query: '"doi thoai" -truc', hits: 'folded-phrase 2.b4 7.b1' },
  { query: 'đối thoại KHÔNG trực', hits: 'phrase 2.b4 7.b1 | some 4.b3 6.b2' },
  { query: 'thoại -đội', hits: 'exact 8.b1 1.b2 5.b2 2.b1 2.b4 3.b1 6.b2 7.b1' },
  { query: 'thoai -doi', hits: 'folded 6.b2' },
  { query: '218-QĐ/TW -"sửa đổi" -1234,5', hits: 'exact 1.b3 1.b4 2.b5' },
  { query: 'dân -218-QD/TW -phường -"trực tiếp"', hits: 'exact 5.b1 2.b3 3.b4 6.b1' },
  // filters
  { query: 'đối thoại issuer:"thành ủy"', hits: 'phrase 8.b1 1.b2' },
  { query: 'đối thoại issuer="Thành ủy Hải Phòng"', hits: 'phrase 1.b2' },
  { query: 'đối thoại coquan:phong', hits: 'phrase 8.b1 1.b2' },
  {
    query: 'đối thoại -issuer:"Hải Phòng"',
    hits: 'phrase 5.b2 2.b1 2.b4 3.b1 7.b1 | folded-phrase 4.b2 | some 4.b3 6.b2',
  },
  { query: 'đối thoại place:"quảng ngãi"', hits: 'phrase 5.b2 | folded-phrase 4.b2 | some 4.b3' },
  { query: 'đối thoại địabàn:"lê chân"', hits: 'phrase 2.b1 2.b4 3.b1 | some 6.b2' },
  { query: 'đối thoại cấp:phường', hits: 'phrase 3.b1 | folded-phrase 4.b2 | some 4.b3' },
  { query: 'đối thoại level:province', hits: 'phrase 8.b1 1.b2 5.b2' },
  { query: 'đối thoại den:2022', hits: 'some 6.b2' },
  { query: 'đối thoại from:1/6/2023 to:15/6/2023', hits: 'phrase 2.b1 2.b4' },
  { query: 'đối thoại collection:phường', hits: 'phrase 3.b1 | folded-phrase 4.b2 | some 4.b3' },
  { query: 'đối thoại directive:"218 QD TW"', hits: 'phrase 8.b1 1.b2 2.b1 2.b4 3.b1' },
  { query: 'thực hiện vănbản:08-NQ/TU', hits: 'phrase 1.b3 1.b5 4.b3 4.b4' },
  { query: 'thực hiện directive:TU@51|NQ|8', hits: 'phrase 4.b3 4.b4' },
  {
    query: 'đối thoại place:"hải phòng" place:"quảng ngãi" level:commune',
    hits: 'phrase 3.b1 | folded-phrase 4.b2 | some 4.b3',
  },
  { query: 'type:"kế hoạch"', hits: 'exact 6.b1' },
  { query: 'loại:"bao cao" từ:2023-06-19', hits: 'exact 8.b1 1.b1 5.b1' },
  { query: 'năm:2022', hits: 'exact 6.b1' },
  { query: 'place:"lê chân" -type:"kế hoạch"', hits: 'exact 2.b1 3.b1' },
  { query: 'issuer:"cơ quan khác" đối thoại', hits: '' },
  // who asks
  { query: 'đối thoại', collections: ['phường'], hits: 'phrase 3.b1 | folded-phrase 4.b2 | some 4.b3' },
  { query: '218-QĐ/TW', collections: ['chung'], hits: 'exact 1.b3 1.b4 2.b5 3.b3' },
  { query: 'đối thoại', collections: [], hits: '' },
  // pages
  { query: 'đối thoại', page: { offset: 0, limit: 3 }, hits: 'phrase 8.b1 1.b2 5.b2' },
  { query: 'đối thoại', page: { offset: 6, limit: 3 }, hits: 'phrase 7.b1 | folded-phrase 4.b2 | some 4.b3' },
  { query: 'đối thoại', page: { offset: 9, limit: 3 }, hits: 'some 6.b2' },
  { query: 'đối thoại', page: { offset: 100, limit: 3 }, hits: '' },
  { query: 'đối thoại', page: { offset: 0, limit: 0 }, hits: '' },
  { query: 'place:"hải phòng"', page: { offset: 1, limit: 2 }, hits: 'exact 1.b1 2.b1' },
  // nothing asked
  { query: '', hits: '' },
  { query: '-đất', hits: '' },
  { query: '"" *', hits: '' },
];

/** Kept answers, read by a person and held fixed from then on. */
const kept: Asked[] = [
  'khoá sổ',
  'khóa sổ',
  'so',
  'số',
  'Thực hiện Nghị quyết số 08-NQ/TU của Thành ủy',
  'kế hoạch thực hiện kế hoạch',
  'Kế hoạch số 47-KH/TU',
  'Nghị định 04',
  'luật khiếu nại tố cáo',
  'người dân bức xúc ô nhiễm kênh',
  'nguoi dan mong muon sua duong',
  'nhan dan nhan dan nhan dan',
  'an biên 6 45,2',
  'kinh phí tỷ đồng',
  'ủy',
  'UY',
  'dân*',
  'đư*',
  'NEAR(đối thoại)',
  'đối AND thoại',
  'exact:đối',
  'đối^2 thoại~',
  '{đối} [thoại]',
  "đối'; DROP TABLE report; --",
  'đối\u0000thoại',
  '\ud800 đối',
  'đối thoại -',
  '"đối thoại',
  'from:hôm-qua đối thoại',
  'KHÔNG',
  'OR đất OR',
  'ha 1.234,5 OR 1.234',
  '2023',
  'năm 2023',
  'tháng 5',
  '15/12/2022 báo cáo',
  'T/M',
  'qđ',
  'QĐ/TW',
  '47',
  '2015/NĐ-CP',
  'báo cáo loai:"kế hoạch" OR đất',
  'tiếp dân 196 lượt',
  'số 88-BC/QU',
].map((query) => ({ query }));

const wholeFirstPage: Page = { offset: 0, limit: 100 };

/** The same questions to every adapter: the same hits in the same order, facets and highlights. */
export function queryMatrix(name: string, open: () => Promise<Store>): void {
  describe(`query matrix: ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      await fill(store);
    });
    afterAll(() => store.close());

    const ask = ({ query, collections, page = wholeFirstPage }: Asked): Promise<SearchResult> =>
      store.search({ collections: collections ?? null }, parseQuery(query), page);

    test.each(byHand)('$query ($page.offset)', async (asked) => {
      expect(hitsByTier(await ask(asked))).toBe(asked.hits);
    });

    test('kept answers', async () => {
      const told: string[] = [];
      for (const asked of [...byHand, ...kept]) told.push(tell(asked, await ask(asked)));
      await expect(told.join('\n')).toMatchFileSnapshot('../../fixtures/search/query-matrix.txt');
    });
  });
}

/** Some hundreds of questions over more passages: the answers that their meaning, spelled out, gives. */
export function manyQueriesMatrix(name: string, open: () => Promise<Store & { desk: Desk }>): void {
  describe(`many queries: ${name}`, () => {
    let store: Store;
    let desk: Desk;
    const reports = manyReports();
    const settled = { flags: settledOfMany.flags, reports: settledOfMany.reports(reports) };
    beforeAll(async () => {
      const opened = await open();
      store = opened;
      desk = opened.desk;
      await settleMany(desk, reports);
      for (const report of reports) await store.put(report, entryFor(report));
    });
    afterAll(() => store.close());

    test.each(manyQueries)('$query ($collections, $page.offset, $page.limit, $order)', async (asked) => {
      const { query, collections, page, order } = asked;
      const read = { ...parseQuery(query), order };
      const asker = { collections };
      expect(await store.search(asker, read, page)).toEqual(plainSearch(reports, settled, asker, read, page));
    });

    test('what is settled after the reports came counts as well', async () => {
      const read = parseQuery('status:signed-off');
      const before = (await store.search({ collections: null }, read, { offset: 0, limit: 0 })).total;
      await signOffOne(desk, reports[9]!);
      expect((await store.search({ collections: null }, read, { offset: 0, limit: 0 })).total).toBe(before + 1);
    });
  });
}

const nameOf = ({ report, block }: SearchResult['hits'][number]): string => `${report.id[0]}.${block}`;

function hitsByTier({ hits }: SearchResult): string {
  return [...Map.groupBy(hits, ({ tier }) => tier)]
    .map(([tier, found]) => [tier, ...found.map(nameOf)].join(' '))
    .join(' | ');
}

/** An answer as a person reads it: each hit with its marked words and their place. */
function tell({ query, collections, page }: Asked, { total, hits, facets }: SearchResult): string {
  const asked = [query.replaceAll('\u0000', '\\0').toWellFormed(), collections && `collections ${collections}`];
  const shown = page && `from ${page.offset}, at most ${page.limit}`;
  return [
    `? ${[...asked, shown].filter((part) => part !== undefined).join(' · ')}`,
    `  ${total}`,
    ...hits.map((hit) => {
      const marks = hit.highlights.map(([start, end]) => `${start}–${end} «${hit.text.slice(start, end)}»`);
      return `  ${nameOf(hit)} ${hit.tier} ${marks.join(' ')}`.trimEnd();
    }),
    ...Object.entries(facets)
      .filter(([, values]) => values.length > 0)
      .map(([facet, values]) => `  ${facet}: ${values.map(([value, count]) => `${value} ${count}`).join(' · ')}`),
    '',
  ].join('\n');
}
