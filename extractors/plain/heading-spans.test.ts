import { expect, test } from 'vitest';
import { mergeHeadings } from './heading-spans.ts';

/** «text row,col» of every filled heading; «text row,col rows×cols» of a merged one. */
const merged = (...lines: string[]): string[] =>
  mergeHeadings(lines.map((line) => line.split('|').map((text) => text.trim())))
    .filter(({ text }) => text !== '')
    .map(({ text, row, col, rowSpan, colSpan }) =>
      [text, `${row},${col}`, ...(rowSpan * colSpan > 1 ? [`${rowSpan}×${colSpan}`] : [])].join(' '),
    );

test('a heading reaches over the blanks that others divide, and down to the figures', () => {
  expect(
    merged(
      'Xã | Tiếp dân  |          |           | Đơn nhận',
      '   | Định kỳ   |          | Đột xuất  |         ',
      '   | Số buổi   | Số lượt  | Số lượt   |         ',
    ),
  ).toEqual([
    'Xã 0,0 3×1',
    'Tiếp dân 0,1 1×3',
    'Đơn nhận 0,4 3×1',
    'Định kỳ 1,1 1×2',
    'Đột xuất 1,3',
    'Số buổi 2,1',
    'Số lượt 2,2',
    'Số lượt 2,3',
  ]);
});

test('a line that goes on with the heading above covers what that one covers', () => {
  expect(merged('Cấp | Hòa giải |        ', '    | (số vụ)  |        ', '    | Thành    | Không  ')).toEqual([
    'Cấp 0,0 3×1',
    'Hòa giải 0,1 1×2',
    '(số vụ) 1,1 1×2',
    'Thành 2,1',
    'Không 2,2',
  ]);
});

test('a column whose heading was forgotten gets none from its neighbour', () => {
  expect(merged('Xã | Số hộ |  | Ghi chú', '   | (hộ)  |  |        ')).toEqual([
    'Xã 0,0 2×1',
    'Số hộ 0,1',
    'Ghi chú 0,3 2×1',
    '(hộ) 1,1',
  ]);
});

test('headings without blanks for what reaches down stand under those that they divide', () => {
  expect(
    merged(
      'Xã | Đơn  | Kiểm tra, giám sát |      |           |      ',
      '   |      | Kiểm tra           |      | Giám sát  |      ',
      '   | Cuộc | Đảng viên          | Cuộc | Đảng viên |      ',
    ),
  ).toEqual([
    'Xã 0,0 3×1',
    'Đơn 0,1 3×1',
    'Kiểm tra, giám sát 0,2 1×4',
    'Kiểm tra 1,2 1×2',
    'Giám sát 1,4 1×2',
    'Cuộc 2,2',
    'Đảng viên 2,3',
    'Cuộc 2,4',
    'Đảng viên 2,5',
  ]);
});

test('units under some headings stay where they are, though they are as many as the divided need', () => {
  expect(
    merged(
      'Xã | Lúa | Ngô | Rau    |       ',
      '   | (ha) | (ha) |        |       ',
      '   |     |     | Vụ đông | Vụ hè',
    ),
  ).toEqual([
    'Xã 0,0 3×1',
    'Lúa 0,1',
    'Ngô 0,2',
    'Rau 0,3 2×2',
    '(ha) 1,1 2×1',
    '(ha) 1,2 2×1',
    'Vụ đông 2,3',
    'Vụ hè 2,4',
  ]);
});

test('a row that would divide like columns in unlike ways counts only under divided headings', () => {
  expect(
    merged(
      'Xã | Tỉnh     |           | Huyện    |           | Kiểm tra |           ',
      '   | Hội nghị | Người dự  | Hội nghị | Người dự  | Của cấp ủy |         ',
      '   | Cuộc     | Chi bộ    | Chi bộ   | Cuộc      | Cuộc     | Chi bộ    ',
    ),
  ).toEqual([
    'Xã 0,0 3×1',
    'Tỉnh 0,1 1×2',
    'Huyện 0,3 1×2',
    'Kiểm tra 0,5 1×2',
    'Hội nghị 1,1 2×1',
    'Người dự 1,2 2×1',
    'Hội nghị 1,3 2×1',
    'Người dự 1,4 2×1',
    'Của cấp ủy 1,5 1×2',
    'Cuộc 2,5',
    'Chi bộ 2,6',
  ]);
});

test('like columns that are divided alike keep their headings', () => {
  expect(merged('Xã | Nam | Nữ | Trẻ em |      ', '   | Số người | Số người | Số người | Tỷ lệ')).toEqual([
    'Xã 0,0 2×1',
    'Nam 0,1',
    'Nữ 0,2',
    'Trẻ em 0,3 1×2',
    'Số người 1,1',
    'Số người 1,2',
    'Số người 1,3',
    'Tỷ lệ 1,4',
  ]);
});
