import { describe, expect, test } from 'vitest';
import { countHeaderRows } from './header-rows.ts';

/** Rows of texts; `text/rowsxcols` spans, cells that a span covers are left out. */
function cells(rows: string[][]) {
  const taken = new Set<string>();
  return rows.flatMap((texts, row) => {
    let col = 0;
    return texts.map((given) => {
      const [, text, rowSpan, colSpan] = /^(.*?)(?:\|(\d)x(\d))?$/.exec(given)!;
      while (taken.has(`${row},${col}`)) col++;
      const cell = { row, col, rowSpan: Number(rowSpan ?? 1), colSpan: Number(colSpan ?? 1), text: text!, bold: false };
      for (let r = row; r < row + cell.rowSpan; r++)
        for (let c = col; c < col + cell.colSpan; c++) taken.add(`${r},${c}`);
      return cell;
    });
  });
}

describe('rows of the head', () => {
  test.each<[string, number, string[][]]>([
    [
      'one row',
      1,
      [
        ['TT', 'Đơn vị', 'Số cuộc'],
        ['1', 'Xã An', '3'],
        ['2', 'Xã Bình', '4'],
      ],
    ],
    [
      'a cell that reaches down',
      2,
      [
        ['TT|2x1', 'Số hộ|1x2'],
        ['Nghèo', 'Cận nghèo'],
        ['1', '3', '4'],
      ],
    ],
    [
      'three levels',
      3,
      [
        ['TT|3x1', 'Tiếp dân|1x4'],
        ['Định kỳ|1x2', 'Đột xuất|1x2'],
        ['Buổi', 'Lượt', 'Buổi', 'Lượt'],
        ['1', '12', '30', '4', '5'],
      ],
    ],
    [
      'columns that are numbered',
      2,
      [
        ['TT', 'Đơn vị', 'Số cuộc'],
        ['A', '1', '2'],
        ['1', 'Xã An', '3'],
      ],
    ],
    [
      'letters and numbers',
      3,
      [
        ['TT|2x1', 'Tên|2x1', 'Số|1x2'],
        ['Cuộc', 'Người'],
        ['A', 'B', '1', '2'],
        ['1', 'Xã', '3', '5'],
      ],
    ],
    [
      'a first row of data that looks like numbering',
      1,
      [
        ['TT', 'Cuộc', 'Lượt'],
        ['1', '7', '12'],
        ['2', '5', '9'],
      ],
    ],
    ['a row across the table inside the data', 1, [['TT', 'Đơn vị', 'Số'], ['I. Khối huyện|1x3'], ['1', 'Xã An', '3']]],
    ['a single row', 0, [['Họ tên', 'Chức vụ']]],
  ])('%s', (_, expected, rows) => {
    expect(countHeaderRows(cells(rows))).toBe(expected);
  });
});
