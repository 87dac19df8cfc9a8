import { describe, expect, test } from 'vitest';
import { continuesTable, joinParts } from './join-pages.ts';
import type { PageTable } from './read-tables.ts';

function part(page: number, rows: string[][], xs = [50, 80, 200, 300]): PageTable {
  const ys = [100, ...rows.map((_, i) => 120 + 20 * i)];
  return {
    page,
    left: xs[0]!,
    right: xs[xs.length - 1]!,
    top: 100,
    bottom: ys[ys.length - 1]!,
    xs,
    ys,
    cells: rows.flatMap((texts, row) =>
      texts.map((text, col) => ({ row, col, rowSpan: 1, colSpan: 1, text, bold: false })),
    ),
    confidence: 1,
    sure: null,
  };
}

const texts = (parts: PageTable[]) => {
  const rows: string[][] = [];
  for (const cell of joinParts(parts).cells) {
    rows[cell.row] ??= [];
    rows[cell.row]![cell.col] = cell.text;
  }
  return rows;
};

const HEAD = ['TT', 'Mô hình', 'Kết quả'];

describe('tables over pages', () => {
  test('the head is taken once and counted', () => {
    const parts = [part(1, [HEAD, ['1', 'Tổ an ninh', 'tốt']]), part(2, [HEAD, ['2', 'Thu gom rác', 'khá']])];
    expect(texts(parts)).toEqual([HEAD, ['1', 'Tổ an ninh', 'tốt'], ['2', 'Thu gom rác', 'khá']]);
    expect(joinParts(parts).headerRows).toBe(1);
  });

  test('a head cut short where it is printed again is still the head', () => {
    const long = ['TT', 'Mô hình “Dân vận khéo” được công nhận', 'Kết quả'];
    const short = ['TT', 'Mô hình “Dân vận khéo” được', 'Kết quả'];
    expect(texts([part(1, [long, ['1', 'a', 'b']]), part(2, [short, ['2', 'c', 'd']])])).toHaveLength(3);
  });

  test('the rest of a row that the page break cut joins the row', () => {
    const parts = [
      part(1, [HEAD, ['7', 'Đường hoa', 'dài 3 km, do Hội Phụ nữ']]),
      part(2, [
        ['', '', 'chăm sóc hằng tuần'],
        ['8', 'Chợ văn minh', 'đạt'],
      ]),
    ];
    expect(texts(parts)[1]).toEqual(['7', 'Đường hoa', 'dài 3 km, do Hội Phụ nữ chăm sóc hằng tuần']);
    expect(texts(parts)).toHaveLength(3);
  });

  test('a document number cut by the page break joins without a blank', () => {
    const parts = [part(1, [HEAD, ['7', 'Kế hoạch số 45-', 'x']]), part(2, [['', 'KH/TU', '']])];
    expect(texts(parts)[1]![1]).toBe('Kế hoạch số 45-KH/TU');
  });

  test.each([
    ['a total without a running number', ['', 'Cộng', '12']],
    ['the next row', ['8', 'Chợ văn minh', 'đạt']],
  ])('%s stays a row', (_, row) => {
    expect(texts([part(1, [HEAD, ['7', 'Đường hoa', '5']]), part(2, [row])])).toHaveLength(3);
  });

  test('a cell merged over the break becomes one', () => {
    const upper = part(1, [HEAD, ['1', 'Kinh tế', 'a']]);
    const lower = part(2, [
      ['', 'Kinh tế', 'b'],
      ['', 'Kinh tế', 'c'],
    ]);
    lower.cells = lower.cells.filter((cell) => cell.col !== 0);
    lower.cells.unshift({ row: 0, col: 0, rowSpan: 2, colSpan: 1, text: '', bold: false });
    expect(joinParts([upper, lower]).cells.find((cell) => cell.text === '1')).toMatchObject({ row: 1, rowSpan: 3 });
  });

  test('a part whose rows all span two columns fits in', () => {
    const wide = part(1, [HEAD, ['1', 'a', 'b']]);
    const merged = part(2, [['Tổng số', '3']], [50, 200, 300]);
    expect(continuesTable(wide, merged, 0)).toBe(true);
    expect(joinParts([wide, merged]).cells.filter((cell) => cell.row === 2)).toMatchObject([
      { col: 0, colSpan: 2 },
      { col: 2, colSpan: 1 },
    ]);
  });
});

describe('another table', () => {
  const above = part(1, [HEAD, ['1', 'a', 'b']]);
  test.each<[string, PageTable, number]>([
    ['other columns', part(2, [['a', 'b', 'c']], [50, 120, 220, 300]), 0],
    ['another width', part(2, [['a', 'b', 'c']], [50, 80, 200, 400]), 0],
    ['a page between', part(3, [['2', 'a', 'b']]), 0],
    ['room for its first row left on the page above', part(2, [['2', 'a', 'b']]), 200],
  ])('%s', (_, next, room) => {
    expect(continuesTable(above, next, room)).toBe(false);
  });
  test('the same columns and no room', () => {
    expect(continuesTable(above, part(2, [['2', 'a', 'b']]), 20)).toBe(true);
  });
});
