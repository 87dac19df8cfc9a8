import { describe, expect, test } from 'vitest';
import { columnParagraphs } from './column-paragraphs.ts';
import { partColumns } from './columns.ts';
import { joinLines } from './line/join.ts';
import { type Line, lineText } from './line/line.ts';
import { line } from './testing/typeset.ts';

/** What is read, in order; columns as a list of their own. */
function read(lines: Line[]): (string | string[])[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  return partColumns(sorted).flatMap((stretch): (string | string[])[] => {
    if (stretch.kind === 'lines') return stretch.lines.map(lineText);
    return stretch.kind === 'columns' ? [columnParagraphs(stretch).map((group) => joinLines(group))] : ['table'];
  });
}

const wide = (text: string, y: number) => line(text, 85, y, { to: 500 });

describe('two columns', () => {
  test('the header: left side first, lines set at other heights', () => {
    expect(
      read([
        line('TỈNH ỦY LÂM SƠN', 100, 100),
        line('BAN DÂN VẬN', 110, 116),
        line('*', 131, 132),
        line('Số 58-BC/BDVTU', 105, 148),
        line('ĐẢNG CỘNG SẢN VIỆT NAM', 300, 100),
        line('Lâm Sơn, ngày 7 tháng 7', 310, 146),
        line('BÁO CÁO', 230, 190),
        wide('Sáu tháng đầu năm, các cấp ủy', 220),
      ]),
    ).toEqual([
      ['TỈNH ỦY LÂM SƠN', 'BAN DÂN VẬN', '*', 'Số 58-BC/BDVTU', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'Lâm Sơn, ngày 7 tháng 7'],
      'BÁO CÁO',
      'Sáu tháng đầu năm, các cấp ủy',
    ]);
  });

  test('the end: recipients, then the signature with its name far below', () => {
    expect(
      read([
        wide('Trên đây là kết quả thực hiện./.', 90),
        line('T/M BAN THƯỜNG VỤ', 310, 116),
        line('Nơi nhận:', 85, 120),
        line('- Thường trực Tỉnh ủy,', 85, 134),
        line('PHÓ BÍ THƯ', 330, 134),
        line('- Ủy ban Mặt trận Tổ quốc', 85, 148),
        line('Việt Nam tỉnh,', 90, 162),
        line('- Lưu Văn phòng.', 85, 176),
        line('Đỗ Văn Bình', 330, 230),
      ]),
    ).toEqual([
      'Trên đây là kết quả thực hiện./.',
      [
        'Nơi nhận:',
        '- Thường trực Tỉnh ủy,',
        '- Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh,',
        '- Lưu Văn phòng.',
        'T/M BAN THƯỜNG VỤ',
        'PHÓ BÍ THƯ',
        'Đỗ Văn Bình',
      ],
    ]);
  });

  test('text over the whole width ends the columns', () => {
    const lines = [
      line('HUYỆN ỦY', 85, 100),
      line('ĐẢNG CỘNG SẢN', 300, 100),
      wide('Thực hiện kế hoạch', 116),
      line('ngắn', 85, 132),
    ];
    expect(read(lines)).toEqual([['HUYỆN ỦY', 'ĐẢNG CỘNG SẢN'], 'Thực hiện kế hoạch', 'ngắn']);
  });
});

describe('no columns', () => {
  test.each(['1.', '-', 'a)', '2.1.'])('%s set far from its text', (mark) => {
    expect(read([line(mark, 85, 100), line('Kết quả đạt được', 150, 100)])).toEqual([`${mark} Kết quả đạt được`]);
  });

  test('short lines below each other', () => {
    expect(read([line('Nơi nhận:', 85, 100), line('- Lưu VP.', 85, 114)])).toEqual(['Nơi nhận:', '- Lưu VP.']);
  });
});
