import { expect, test } from 'vitest';
import { parseQuery, type Query, QueryTooLongError } from './parse.ts';

/** Short form of the clauses: `(a b)` words side by side, `*` beginning, `!` required, `#…` keyword. */
function shape(query: Query): string {
  return query.clauses
    .map(({ anyOf, required }) => {
      const terms = anyOf.map(({ words, keyword, prefix }) => {
        const spelled = keyword ?? words.map((word) => word.exact).join('_');
        return prefix ? `${spelled}*` : spelled;
      });
      return `${terms.join('|')}${required ? '!' : ''}`;
    })
    .join(' ');
}

test.each([
  ['đối thoại trực tiếp', 'đối thoại trực tiếp'],
  ['Đối THOẠI', 'đối thoại'],
  ['doi'.normalize('NFD'), 'doi'],
  ['đối thoại'.normalize('NFD'), 'đối thoại'],
  ['"đối thoại" dân', 'đối_thoại! dân'],
  ['“đối thoại” «nhân dân»', 'đối_thoại! nhân_dân!'],
  ['tố cá*', 'tố cá*!'],
  ['mặt-trận', 'mặt_trận'],
  ['đất OR nhà', 'đất|nhà!'],
  ['thu hồi đất HOẶC nhà ở', 'thu hồi đất|nhà! ở'],
  ['OR đất OR', 'đất'],
  ['đất or nhà', 'đất or nhà'],
  ['dân dân', 'dân'],
  ['218-QĐ/TW', '#218qdtw'],
  ['218-QD/TW', '#218qdtw'],
  ['218 QĐ TW', '#218qdtw'],
  ['218 QĐ/TW', '#218qdtw'],
  ['218qđ/tw', '#218qdtw'],
  ['218 qd tw', '#218qdtw'],
  ['218 – QĐ/TW', '#218qdtw'],
  ['số 218-QĐ/TW ngày', 'số #218qdtw ngày'],
  ['08-NQ/TU', '#8nqtu'],
  ['04/2015/NĐ-CP', '#42015ndcp'],
  ['35/2021/QH15', '#352021qh15'],
  ['362/QĐ-UBND', '#362qdubnd'],
  ['538/QLCL-QLVBCC', '#538qlclqlvbcc'],
  ['06-CTr.PH/BDVTU-UBNDTP', '#6ctrphbdvtuubndtp'],
  ['16-HD/TƯĐTN', '#16hdtwdtn'],
  ['218-QĐ*', '218_qd*!'],
  ['19/6/2023', '@20230619'],
  ['ngày 19 tháng 6 năm 2023', 'ngày @20230619'],
  ['2023-06-19', '@20230619'],
  ['31/2/2023', '31_2_2023'],
  ['1.234,5', '1.234,5'],
  ['218 hộ dân', '218 hộ dân'],
  ['108/115', '108_115'],
  ['a:b', 'a_b'],
  ['- đất', 'đất'],
  ['', ''],
  ['*** "" ()', ''],
])('%s reads as %s', (typed, expected) => {
  expect(shape(parseQuery(typed))).toBe(expected);
});

test('figures fold to one spelling', () => {
  const folded = (typed: string) => parseQuery(typed).clauses[0]?.anyOf[0]?.words.map((word) => word.folded);
  expect(folded('1.234,5')).toEqual(['1234,5']);
  expect(folded('1234,5')).toEqual(['1234,5']);
  expect(folded('1,234.5')).toEqual(['1234,5']);
  expect(folded('05')).toEqual(['5']);
  expect(folded('1.2.3')).toEqual(['1', '2', '3']);
});

test('excluded words, with a minus sign or KHÔNG', () => {
  const excluded = (typed: string) =>
    parseQuery(typed).excluded.map((term) => term.words.map((w) => w.exact).join('_'));
  expect(excluded('đất -nhà')).toEqual(['nhà']);
  expect(excluded('đất KHÔNG nhà')).toEqual(['nhà']);
  expect(excluded('đất -"thu hồi" NOT đền')).toEqual(['thu_hồi', 'đền']);
  expect(excluded('KHÔNG ĐỂ XẢY RA')).toEqual([]);
  expect(excluded('việc không làm')).toEqual([]);
});

test('filters', () => {
  const { filters, clauses, problems } = parseQuery(
    'issuer:"Thành ủy Hải Phòng" diaban:Lê place="phường A" loại:"báo cáo" từ:2023 đến:6/2023 cấp:xã -collection:x vanban:218-QĐ/TW chude:"đất đai" -tinhtrang:"đã rà soát"',
  );
  expect(clauses).toEqual([]);
  expect(problems).toEqual([]);
  expect(filters).toEqual({
    issuer: [{ value: 'Thành ủy Hải Phòng', whole: false, not: false }],
    place: [
      { value: 'Lê', whole: false, not: false },
      { value: 'phường A', whole: true, not: false },
    ],
    type: [{ value: 'báo cáo', whole: false, not: false }],
    directive: [{ value: '218-QĐ/TW', whole: false, not: false }],
    collection: [{ value: 'x', whole: false, not: true }],
    topic: [{ value: 'đất đai', whole: false, not: false }],
    level: [{ level: 'commune', not: false }],
    status: [{ status: 'signed-off', not: true }],
    from: '2023-01-01',
    to: '2023-06-30',
  });
});

test('what cannot be used is told', () => {
  expect(parseQuery('from:hôm_qua level:sao status:sao issuer: "mở').problems).toEqual([
    { code: 'open-quote', value: 'mở' },
    { code: 'bad-date', value: 'from:hôm_qua' },
    { code: 'unknown-level', value: 'level:sao' },
    { code: 'unknown-status', value: 'status:sao' },
    { code: 'empty-value', value: 'issuer:' },
  ]);
});

test('dates as filters', () => {
  const range = (typed: string) => {
    const { from, to } = parseQuery(typed).filters;
    return [from, to];
  };
  expect(range('from:19/6/2023')).toEqual(['2023-06-19', null]);
  expect(range('to:2023-06-19')).toEqual([null, '2023-06-19']);
  expect(range('to:2024-02')).toEqual([null, '2024-02-29']);
  expect(range('năm:2023')).toEqual(['2023-01-01', '2023-12-31']);
});

test('phrases of the first tier', () => {
  const phrases = (typed: string) => parseQuery(typed).phrases.map((words) => words.map((w) => w.exact).join(' '));
  expect(phrases('đối thoại trực tiếp')).toEqual(['đối thoại trực tiếp']);
  expect(phrases('"đối thoại" "trực tiếp"')).toEqual(['đối thoại', 'trực tiếp']);
  expect(phrases('"đối thoại" trực')).toEqual(['đối thoại trực']);
  expect(phrases('đối')).toEqual([]);
  expect(phrases('218-QĐ/TW')).toEqual([]);
  expect(phrases('đất OR nhà')).toEqual([]);
});

test('hostile input', () => {
  expect(() => parseQuery('a'.repeat(10_000_000))).toThrow(QueryTooLongError);
  expect(() => parseQuery(Array.from({ length: 100 }, (_, i) => `w${i}`).join(' '))).toThrow(QueryTooLongError);
  for (const typed of [
    '"""""',
    '-----',
    '-"',
    'OR OR OR',
    'KHÔNG',
    '\u0000\ud800',
    '(((',
    ':::',
    'from:',
    '*',
    'NEAR(a b)',
    "';--",
  ])
    expect(() => parseQuery(typed)).not.toThrow();
});
