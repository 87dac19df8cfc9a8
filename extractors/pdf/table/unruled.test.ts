import { describe, expect, test } from 'vitest';
import { line } from '../testing/typeset.ts';
import { unruledTable } from './unruled.ts';

const rows = (texts: string[][], at = [50, 200, 300]) =>
  texts.map((row, r) => row.map((text, c) => line(text, at[c]!, 100 + 14 * r)));

describe('tables without lines', () => {
  test('figures under each other', () => {
    const found = unruledTable(
      rows([
        ['Đơn vị', 'Cuộc', 'Lượt'],
        ['Xã An', '3', '40'],
        ['Xã Bình', '5', '1.200'],
        ['Cộng', '8', '1.240'],
      ]),
      0,
    );
    expect(found!.next).toBe(4);
    expect(found!.table.cells.map((cell) => cell.text)).toEqual([
      'Đơn vị',
      'Cuộc',
      'Lượt',
      'Xã An',
      '3',
      '40',
      'Xã Bình',
      '5',
      '1.200',
      'Cộng',
      '8',
      '1.240',
    ]);
    expect(found!.table.confidence).toBeLessThan(0.8);
  });

  test.each<[string, string[][]]>([
    [
      'the two sides of a header',
      [
        ['TỈNH ỦY', 'ĐẢNG CỘNG SẢN'],
        ['BAN DÂN VẬN', '*'],
        ['Số 5-BC', 'ngày 3'],
      ],
    ],
    [
      'three signatures',
      [
        ['Người lập', 'Kế toán', 'Thủ trưởng'],
        ['(ký)', '(ký)', '(ký)'],
        ['Lan', 'Hoa', 'Minh'],
      ],
    ],
    [
      'two rows',
      [
        ['Xã An', '3', '40'],
        ['Xã Bình', '5', '20'],
      ],
    ],
  ])('not %s', (_, texts) => {
    expect(unruledTable(rows(texts), 0)).toBeNull();
  });

  test('not where texts of two columns overlap', () => {
    const crooked = rows([
      ['Đơn vị', '3', '40'],
      ['Xã Bình', '5', '20'],
      ['Cộng', '8', '60'],
    ]);
    crooked[1]![1] = line('rất dài đến cột bên', 150, 114);
    crooked[1]![2] = line('20', 320, 114);
    expect(unruledTable(crooked, 0)).toBeNull();
  });
});
