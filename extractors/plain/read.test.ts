import { expect, test } from 'vitest';
import { encodeTcvn3, encodeVni } from '../legacy/testing/encode.ts';
import { readPlainFile, readPlainText } from './read.ts';

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

test('marks that were lost in copying are tied by their order, or not at all', () => {
  const text =
    'Thực hiện Chỉ thị 18\uFFFD và Quy định 124\uFFFD, huyện đã làm.\n\uFFFD Của Ban Bí thư.\n\t\uFFFD Của Bộ Chính trị.';
  expect(readPlainText(text).blocks.map(({ text: line, note }) => [line, note?.mark, note?.at])).toEqual([
    ['Thực hiện Chỉ thị 18 và Quy định 124, huyện đã làm.', undefined, undefined],
    ['Của Ban Bí thư.', '1', 20],
    ['Của Bộ Chính trị.', '2', 36],
  ]);
  const untied = readPlainText(text.replace('\uFFFD', '')).blocks;
  expect(untied.map(({ kind, note }) => [kind, note])).toEqual([
    ['paragraph', null],
    ['footnote', null],
    ['footnote', null],
  ]);
});

test('files in any encoding that Vietnamese was written in', () => {
  const lines = [
    'Số 12-BC/HU',
    'Huyện ủy đã tổ chức 12 cuộc đối thoại, giải quyết 35 kiến nghị về đất đai.',
    'xã Hòa An',
  ];
  const files: Buffer[] = [
    Buffer.from(lines.join('\n')),
    Buffer.from(`\ufeff${lines.join('\r\n')}`, 'utf16le'),
    Buffer.from(lines.join('\n').normalize('NFD')),
    Buffer.from(encodeVni(lines.join('\n')), 'latin1'),
    Buffer.from(lines.flatMap((line) => [...encodeTcvn3(line).map(({ text }) => text), '\n']).join(''), 'latin1'),
    Buffer.from(
      "So^' 12-BC/HU\nHuye^.n u?y dda~ to^? chu+'c 12 cuo^.c ddo^'i thoa.i, gia?i quye^'t 35 kie^'n nghi. ve^` dda^'t ddai.\nxa~ Ho`a An",
    ),
  ];
  for (const file of files) expect(readPlainFile(file).blocks.map(({ text }) => text)).toEqual(lines);
});

test('bytes that are no text are named', () => {
  expect(() => readPlainFile(Buffer.from([0x81, 0x8d, 0xfe, 0xff, 0x90]))).toThrow(
    expect.objectContaining({ code: 'unsupported-type' }),
  );
});
