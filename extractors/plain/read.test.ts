import { expect, test } from 'vitest';
import { readPlainText } from './read.ts';

const texts = (text: string) => readPlainText(text).blocks.map((block) => block.text);

test('short lines of a header and list items are blocks of their own', () => {
  expect(texts('HUYỆN ỦY HÒA AN\n*\nSố 12-BC/HU\n\n- Mở 03 lớp;\n- Cấp 15 giấy.')).toEqual([
    'HUYỆN ỦY HÒA AN',
    '*',
    'Số 12-BC/HU',
    '- Mở 03 lớp;',
    '- Cấp 15 giấy.',
  ]);
});

test('joins a sentence cut by a page break and its footnotes', () => {
  const { blocks } = readPlainText(
    [
      'Huyện đã xây 12 km đường và 1.500 m² nhà văn hóa¹, sửa chữa các cầu dân sinh ở những xã',
      '',
      '¹ Nhà văn hóa của xã Minh Châu.',
      '',
      'vùng cao bị mưa lũ làm hỏng². Dân *rất* mừng (*nhất là ở xã Đông*).',
      '',
      '² Cầu Nà Lòa.',
    ].join('\n'),
  );
  expect(blocks.map((block) => [block.kind, block.text])).toEqual([
    [
      'paragraph',
      'Huyện đã xây 12 km đường và 1.500 m² nhà văn hóa, sửa chữa các cầu dân sinh ở những xã vùng cao bị mưa lũ làm hỏng. Dân rất mừng (nhất là ở xã Đông).',
    ],
    ['footnote', 'Nhà văn hóa của xã Minh Châu.'],
    ['footnote', 'Cầu Nà Lòa.'],
  ]);
  const text = blocks[0]?.text ?? '';
  expect(blocks[1]?.note).toEqual({ mark: '1', block: 'b1', at: text.indexOf(', sửa chữa') });
  expect(blocks[2]?.note).toEqual({ mark: '2', block: 'b1', at: text.indexOf('. Dân') });
});

test('joins lines wrapped to the width of a page', () => {
  expect(
    texts(
      'Ủy ban nhân dân xã đã tiếp nhận 214 hồ sơ, trong đó có 120 hồ sơ nộp trực\ntuyến. Tất cả được giải quyết đúng hạn.\n1. Công tác tiếp dân',
    ),
  ).toEqual([
    'Ủy ban nhân dân xã đã tiếp nhận 214 hồ sơ, trong đó có 120 hồ sơ nộp trực tuyến. Tất cả được giải quyết đúng hạn.',
    '1. Công tác tiếp dân',
  ]);
});

test('keeps tab-separated rows as a table with the row of column numbers in its header', () => {
  const [block] = readPlainText('TT\tĐơn vị\tSố cuộc\nA\tB\t1\t2\t3\n1\tXã Tân An\t12\n').blocks;
  expect(block?.table?.headerRows).toBe(2);
  expect(block?.table?.cells.map((cell) => block.text.slice(cell.start, cell.end))).toContain('Xã Tân An');
});

test('one line with tabs is no table, and stars that are no marks stay', () => {
  expect(texts('TỈNH ỦY\t\tĐẢNG CỘNG SẢN VIỆT NAM\n* Kết quả: 3*4 = 12')).toEqual([
    'TỈNH ỦY ĐẢNG CỘNG SẢN VIỆT NAM',
    '* Kết quả: 3*4 = 12',
  ]);
});
