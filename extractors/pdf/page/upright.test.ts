import { expect, test } from 'vitest';
import { across, textsOf, typeset } from '../testing/typeset.ts';
import type { Glyph, PageContent, Turn } from './content.ts';
import { upright } from './upright.ts';

const WIDTH = 400;
const HEIGHT = 600;

/** The page as it looks when its upright form is drawn turned. */
function turned(glyphs: Glyph[], by: Turn): PageContent {
  const place = (x: number, y: number): [number, number] =>
    by === 90 ? [HEIGHT - y, x] : by === 270 ? [y, WIDTH - x] : by === 180 ? [WIDTH - x, HEIGHT - y] : [x, y];
  return {
    number: 1,
    width: by % 180 ? HEIGHT : WIDTH,
    height: by % 180 ? WIDTH : HEIGHT,
    glyphs: glyphs.map((glyph) => {
      const [x, y] = place(glyph.x, glyph.y);
      return { ...glyph, x, y, turn: by };
    }),
    rulings: [{ horizontal: false, at: 100, from: 50, to: 150 }],
    pictured: 0,
    slanted: 0,
  };
}

test.each([0, 90, 180, 270] as const)('a page drawn turned by %d degrees reads from left to right', (by) => {
  const page = upright(turned([...typeset('Phụ lục 02', 50, 80), ...typeset('Kết quả', 50, 100)], by));
  expect([page.width, page.height]).toEqual([WIDTH, HEIGHT]);
  expect(textsOf(page.glyphs)).toEqual(['Phụ lục 02', 'Kết quả']);
});

test('rulings turn with the text', () => {
  expect(upright(turned(typeset('Phụ lục', 50, 80), 90)).rulings).toEqual([across(500, 50, 150)]);
});

test('a turned head in a table does not turn the page', () => {
  const page = turned(typeset('Nội dung chính của trang', 50, 80), 0);
  page.glyphs.push(...typeset('Ghi chú', 0, 0, { turn: 270 }));
  expect(upright(page)).toBe(page);
});
