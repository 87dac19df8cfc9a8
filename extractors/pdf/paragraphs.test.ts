import { describe, expect, test } from 'vitest';
import type { LaidOutPage } from './layout.ts';
import { joinLines } from './line/join.ts';
import type { Line } from './line/line.ts';
import { marginsOf } from './margins.ts';
import { opensParagraph } from './paragraphs.ts';
import { line } from './testing/typeset.ts';
import { textFrameOf } from './text-frame.ts';

const [LEFT, RIGHT] = [85, 310];
/** Lines of a paragraph: all flush but the last. */
const FULL = 'các cấp ủy đã lãnh đạo và tổ chức thực hiện';

type Printed = [
  text: string,
  x: number,
  options?: { flush?: boolean; to?: number; gap?: number; size?: number; bold?: boolean; page?: number },
];

/** Sets lines 14 points apart and says how they fall into paragraphs. */
function paragraphsOf(printed: Printed[]): string[] {
  let y = 100;
  const lines = printed.map(([text, x, { flush = false, to, gap = 0, size = 10, bold = false, page = 1 } = {}]) => {
    y += 14 + gap;
    return line(text, x, y, { size, bold, page, ...(flush && { to: RIGHT }), ...(to !== undefined && { to }) });
  });
  const pages = [...new Set(lines.map((one) => one.page))].map((number) => lines.filter((one) => one.page === number));
  const size = { width: 370, height: 842 } as LaidOutPage;
  const margins = marginsOf(pages.map((own) => ({ page: { ...size, number: own[0]!.page }, lines: own })));
  const frame = textFrameOf(pages, margins);
  const groups: Line[][] = [];
  for (const one of lines) {
    const open = groups[groups.length - 1];
    if (open && !opensParagraph(open, one, frame)) open.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => joinLines(group));
}

/** Enough indented paragraphs for the report's habits to show. */
const indented: Printed[] = Array.from({ length: 4 }, (): Printed[] => [
  [FULL, LEFT + 28, { flush: true }],
  [FULL, LEFT, { flush: true }],
  ['trên địa bàn.', LEFT],
]).flat();

const blocks: Printed[] = Array.from({ length: 4 }, (): Printed[] => [
  [FULL, LEFT, { flush: true, gap: 8 }],
  [FULL, LEFT, { flush: true }],
  ['trên địa bàn.', LEFT],
]).flat();

const tail = (habit: Printed[], ...printed: Printed[]) => paragraphsOf([...habit, ...printed]).slice(4);

describe('paragraphs with an indented first line', () => {
  test('lines that go on join, an indent opens the next', () => {
    expect(paragraphsOf(indented)).toEqual(Array.from({ length: 4 }, () => `${FULL} ${FULL} trên địa bàn.`));
  });

  test('a full last line does not swallow the next paragraph', () => {
    expect(
      tail(indented, ['Một đoạn vừa khít lề phải', LEFT + 28, { flush: true }], ['Đoạn sau.', LEFT + 28]),
    ).toHaveLength(2);
  });

  test('a short line ends its paragraph even where the next is not indented', () => {
    expect(tail(indented, ['Nơi nhận:', LEFT], ['Ban Dân vận', LEFT])).toHaveLength(2);
  });

  test('a paragraph goes on over the page end', () => {
    expect(tail(indented, [FULL, LEFT + 28, { flush: true }], ['trong năm qua.', LEFT, { page: 2 }])).toEqual([
      `${FULL} trong năm qua.`,
    ]);
  });

  test('a paragraph that ends with the page does not', () => {
    expect(tail(indented, [FULL, LEFT + 28, { flush: true }], ['Đoạn mới.', LEFT + 28, { page: 2 }])).toHaveLength(2);
  });

  test('an italic line that ends a little early is full', () => {
    const printed: Printed[] = [
      [FULL, LEFT + 28, { to: RIGHT - 2.5 }],
      ['ấm no cho dân', LEFT],
    ];
    expect(tail(indented, ...printed)).toHaveLength(1);
  });

  test('another font size is another paragraph', () => {
    expect(tail(indented, [FULL, LEFT, { flush: true }], ['chữ nhỏ hơn nhiều', LEFT, { size: 7 }])).toHaveLength(2);
  });
});

describe('paragraphs with a space between them', () => {
  test('the space opens the next', () => {
    expect(paragraphsOf(blocks)).toHaveLength(4);
  });

  test('a list item after a full line', () => {
    expect(tail(blocks, [FULL, LEFT, { flush: true, gap: 8 }], ['- Hội Nông dân vận động.', LEFT])).toHaveLength(2);
  });

  test.each([
    ['- 2026 và các năm tiếp theo', 'nhiệm kỳ 2021'],
    ['- xã hội của địa phương', 'phát triển kinh tế'],
  ])('but not at a dash inside: %s', (next, first) => {
    expect(tail(blocks, [first, LEFT, { flush: true, gap: 8 }], [next, LEFT])).toHaveLength(1);
  });
});

describe('hanging and centred lines', () => {
  test('a list item with its further lines under its text', () => {
    const hanging: Printed[] = Array.from({ length: 4 }, (): Printed[] => [
      ['- Hội Phụ nữ các cấp đã', LEFT, { flush: true }],
      ['vận động hội viên thu gom', LEFT + 7.5, { flush: true }],
      ['rác.', LEFT + 7.5],
    ]).flat();
    expect(paragraphsOf(hanging)).toHaveLength(4);
  });

  test('a centred title over two lines is one, the line above it another', () => {
    const title = 'kết quả thực hiện quy chế dân chủ ở cơ quan nhà';
    const middle = (text: string) => (LEFT + RIGHT - line(text, 0, 0).x1) / 2;
    expect(
      tail(
        indented,
        ['BÁO CÁO', middle('BÁO CÁO'), { gap: 10 }],
        [title, middle(title)],
        ['nước năm 2023', middle('nước năm 2023')],
      ),
    ).toEqual(['BÁO CÁO', `${title} nước năm 2023`]);
  });
});
