import { expect, test } from 'vitest';
import { extractBytes } from '../../pipeline/stages.ts';
import { Diff } from '../../schemas/diff.ts';
import { diffReports } from './diff.ts';

const HEAD = [
  'HUYỆN ỦY CÔ TÔ',
  'ĐẢNG ỦY XÃ ĐỒNG TIẾN',
  '*',
  'Số 45-BC/ĐU',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'Đồng Tiến, ngày 14 tháng 6 năm 2024',
  'BÁO CÁO',
  'kết quả công tác dân vận 6 tháng đầu năm 2024',
  '-----',
];
const END = ['T/M ĐẢNG ỦY', 'BÍ THƯ', 'Phạm Văn Bình'];
const LEAD = 'Thực hiện Quyết định số 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị, Đảng ủy đã ban hành kế hoạch.';
const DIALOGUE = 'Trong 6 tháng đầu năm 2024, toàn xã tổ chức 12 cuộc đối thoại trực tiếp với Nhân dân.';
const GIFTS = 'Toàn xã trao 85 suất quà cho hộ nghèo, tổng trị giá 42,5 triệu đồng.';
const BASE = ['I. KẾT QUẢ', LEAD, DIALOGUE, 'II. AN SINH XÃ HỘI', GIFTS];

async function difference(old: string[], fresh: string[], head = HEAD): Promise<Diff> {
  const read = (lines: string[]) => extractBytes('a.txt', Buffer.from(lines.join('\n')), { maxPages: 10 });
  const [a, b] = await Promise.all([read([...HEAD, ...old, ...END]), read([...head, ...fresh, ...END])]);
  const diff = Diff.parse(diffReports(a, b));
  const back = diffReports(b, a);
  for (const kind of ['figures', 'citations'] as const) {
    expect(back[kind].added.length, 'the way back').toBe(diff[kind].removed.length);
    expect(back[kind].changed.length, 'the way back').toBe(diff[kind].changed.length);
    const [own, other] = [
      new Map(a.blocks.map((one) => [one.id, one.text])),
      new Map(b.blocks.map((one) => [one.id, one.text])),
    ];
    for (const { old: before, new: after } of diff[kind].changed) {
      expect(own.get(before.block)?.slice(before.start, before.end)).toBe(before.quote);
      expect(other.get(after.block)?.slice(after.start, after.end)).toBe(after.quote);
    }
  }
  return diff;
}

interface Told {
  added: (string | null)[];
  removed: (string | null)[];
  changed: string[];
}

const told = ({ figures, citations }: Diff): Told => ({
  added: [...figures.added.map(({ raw }) => raw), ...citations.added.map(({ number }) => number)],
  removed: [...figures.removed.map(({ raw }) => raw), ...citations.removed.map(({ number }) => number)],
  changed: [
    ...figures.changed.map((pair) => `${pair.old.raw} → ${pair.new.raw}`),
    ...citations.changed.map((pair) => `${pair.old.number} ${pair.old.date} → ${pair.new.number} ${pair.new.date}`),
  ],
});
const same: Told = { added: [], removed: [], changed: [] };

test.each<[string, string[]]>([
  ['the same text', BASE],
  [
    'headings renamed and sections renumbered',
    ['II. Công tác dân vận', LEAD, DIALOGUE, 'III. Chăm lo đời sống', GIFTS],
  ],
  ['a figure moved to another paragraph', ['I. KẾT QUẢ', GIFTS, LEAD, 'II. AN SINH XÃ HỘI', DIALOGUE]],
  ['two paragraphs made one', ['I. KẾT QUẢ', `${LEAD} ${DIALOGUE}`, 'II. AN SINH XÃ HỘI', GIFTS]],
  [
    'a reworded sentence',
    [
      'I. KẾT QUẢ',
      LEAD,
      'Đảng ủy xã đã tổ chức được 12 cuộc đối thoại với người dân trong 6 tháng đầu năm 2024.',
      GIFTS,
    ],
  ],
  ['another unit for one amount', ['I. KẾT QUẢ', LEAD, DIALOGUE, GIFTS.replace('42,5 triệu', '42.500.000')]],
  ['a number written with other marks', BASE.map((line) => line.replace('218-QĐ/TW', '218 - QĐ/TW'))],
  ['a paper cited once more', [...BASE, 'Tiếp tục thực hiện Quyết định số 218-QĐ/TW của Bộ Chính trị.']],
  ['a new sentence without figures', [...BASE, 'Tình hình tư tưởng của Nhân dân ổn định.']],
])('no difference: %s', async (_name, fresh) => {
  expect(told(await difference(BASE, fresh))).toEqual(same);
});

test.each<[string, string[], Partial<Told>]>([
  ['a corrected figure', BASE.map((line) => line.replace('12 cuộc', '15 cuộc')), { changed: ['12 → 15'] }],
  [
    'a figure corrected and moved at once',
    ['I. KẾT QUẢ', GIFTS, LEAD, DIALOGUE.replace('12 cuộc', '15 cuộc')],
    { changed: ['12 → 15'] },
  ],
  ['a qualifier that came', BASE.map((line) => line.replace('85 suất', 'gần 85 suất')), { changed: ['85 → 85'] }],
  [
    'another amount of money',
    BASE.map((line) => line.replace('42,5 triệu', '45,2 triệu')),
    { changed: ['42,5 → 45,2'] },
  ],
  [
    'another thing counted with the same value',
    BASE.map((line) =>
      line.replace(DIALOGUE, 'Trong 6 tháng đầu năm 2024, toàn xã tiếp nhận 12 đơn khiếu nại về đất đai.'),
    ),
    { added: ['12'], removed: ['12'] },
  ],
  ['a sentence left out', BASE.filter((line) => line !== DIALOGUE), { removed: ['12'] }],
  ['a sentence more', [...BASE, 'Toàn xã kết nạp được 06 đảng viên mới.'], { added: ['06'] }],
  [
    'another date of a paper',
    BASE.map((line) => line.replace('12/12/2013', '21/12/2013')),
    { changed: ['218-QĐ/TW 2013-12-12 → 218-QĐ/TW 2013-12-21'] },
  ],
  [
    'another number in the same place',
    BASE.map((line) => line.replace('218-QĐ/TW', '217-QĐ/TW')),
    { changed: ['218-QĐ/TW 2013-12-12 → 217-QĐ/TW 2013-12-12'] },
  ],
  [
    'a paper that is cited no more, another one elsewhere',
    [...BASE.filter((line) => line !== LEAD), 'Quán triệt Chỉ thị số 05-CT/TW, ngày 15/5/2016.'],
    { added: ['05-CT/TW'], removed: ['218-QĐ/TW'] },
  ],
])('a difference: %s', async (_name, fresh, expected) => {
  expect(told(await difference(BASE, fresh))).toEqual({ ...same, ...expected });
});

test('of several figures with one label each finds its own', async () => {
  const rows = (a: number, b: number, c: number) => [
    'Thôn Nam Đồng tiếp nhận 11 đơn kiến nghị.',
    `Thôn Nam Hà tiếp nhận ${a} đơn kiến nghị.`,
    `Thôn Hải Tiến tiếp nhận ${b} đơn kiến nghị.`,
    `Thôn Trường Xuân tiếp nhận ${c} đơn kiến nghị.`,
  ];
  const diff = await difference(rows(5, 7, 9), rows(5, 8, 9).reverse());
  expect(told(diff)).toEqual({ ...same, changed: ['7 → 8'] });
});

test('reports of two half years are compared by what each says of its own time', async () => {
  const later = HEAD.map((line) =>
    line.replace('6 năm 2024', '6 năm 2025').replace('năm 2024', 'năm 2025').replace('45-', '52-'),
  );
  const diff = await difference(
    BASE,
    BASE.map((line) => line.replace('2024', '2025').replace('12 cuộc', '20 cuộc')),
    later,
  );
  expect(diff.sameness).toBe('other');
  expect(told(diff)).toEqual({ ...same, changed: ['12 → 20'] });
});
