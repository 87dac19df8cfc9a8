import { describe, expect, test } from 'vitest';
import { findFurniture } from './furniture.ts';
import type { LaidOutPage } from './layout.ts';
import { type Line, lineText } from './line/line.ts';
import { line } from './testing/typeset.ts';

const HEIGHT = 842;

function page(number: number, lines: Line[], tables: LaidOutPage['tables'] = []): LaidOutPage {
  return {
    number,
    failed: false,
    width: 595,
    height: HEIGHT,
    lines,
    tables,
    rules: [],
    unread: null,
    recognised: false,
    unclear: 0,
    repairs: [],
    empty: false,
    ocrConfidence: null,
    slanted: 0,
  };
}

/** Pages whose text fills the frame from 90 to 760. */
function pages(edges: (number: number) => [text: string, y: number, size?: number][], count = 4): LaidOutPage[] {
  return Array.from({ length: count }, (_, i) => {
    const body = Array.from({ length: 40 }, (_, k) =>
      line(`câu ${'abcdefghi'[i]}${'abcdefghi'[k % 9]} của đoạn ${100 * (i + 1) + k}`, 85, 90 + 17 * k, {
        page: i + 1,
      }),
    );
    const extra = edges(i + 1).map(([text, y, size = 10]) => line(text, 250, y, { page: i + 1, size }));
    return page(
      i + 1,
      [...body, ...extra].sort((a, b) => a.y - b.y),
    );
  });
}

const found = (given: LaidOutPage[]) => [...findFurniture(given)].map(([at, kind]) => `${kind} ${lineText(at)}`);

describe('page numbers', () => {
  test.each(['2', '- 2 -', 'Trang 2/4', 'Trang 2'])('%s', (text) => {
    expect(found(pages((n) => (n === 2 ? [[text, 45]] : [])))).toEqual([`page-header ${text}`]);
  });

  test('counting on from another number, as in a part of a book', () => {
    expect(found(pages((n) => [[`${n + 40}`, 800]]))).toHaveLength(4);
  });

  test.each<[string, string, number]>([
    ['a lone figure that is another page’s', '35', 45],
    ['a year', '2023', 45],
    ['a figure within the text', '2', 300],
    ['a heading', 'II', 45],
  ])('not %s', (_, text, y) => {
    expect(found(pages((n) => (n === 2 ? [[text, y]] : [])))).toEqual([]);
  });
});

describe('running lines', () => {
  test('on every page, figures in them counting', () => {
    expect(found(pages((n) => [[`Báo cáo năm 2023 - trang ${n}`, 800]]))).toHaveLength(4);
  });

  test('on odd pages only', () => {
    expect(found(pages((n) => (n % 2 ? [['Ban Dân vận', 40]] : []), 6))).toHaveLength(3);
  });

  test('two pages: smaller than the text', () => {
    expect(found(pages(() => [['Lưu hành nội bộ', 800, 8]], 2))).toHaveLength(2);
  });

  test('a title that opens three annexes at the place where text begins stays', () => {
    const annexes = pages(() => [], 9).map((one, i) => {
      if (i < 6) return one;
      return page(one.number, [line('BẢNG TỔNG HỢP', 200, 90, { page: one.number }), ...one.lines.slice(1)]);
    });
    expect(found(annexes)).toEqual([]);
  });

  test('figures in a table at the top of a page stay', () => {
    const table = { ...emptyTable, page: 1, top: 30, bottom: 80 };
    const one = page(1, [line('1', 300, 120)], [table]);
    expect(found([one])).toEqual([]);
  });
});

const emptyTable: LaidOutPage['tables'][number] = {
  page: 1,
  left: 85,
  right: 550,
  top: 0,
  bottom: 0,
  xs: [85, 550],
  ys: [0, 0],
  cells: [],
  confidence: 1,
  sure: null,
};
