import type { Glyph, PageContent, Ruling, Turn } from './content.ts';

/**
 * Turns a page so that most of its text runs to the right: an annex in landscape is often drawn turned on an upright
 * page without saying so.
 */
export function upright(page: PageContent): PageContent {
  const counts = new Map<Turn, number>();
  for (const glyph of page.glyphs) counts.set(glyph.turn, (counts.get(glyph.turn) ?? 0) + 1);
  let main: Turn = 0;
  for (const [turn, count] of counts) if (count > (counts.get(main) ?? 0)) main = turn;
  if (main === 0) return page;
  const sideways = main !== 180;
  return {
    ...page,
    width: sideways ? page.height : page.width,
    height: sideways ? page.width : page.height,
    glyphs: page.glyphs.map((glyph) => turnGlyph(glyph, main, page)),
    rulings: page.rulings.map((ruling) => turnRuling(ruling, main, page)),
  };
}

/** A point of the page in the frame in which text of direction `by` runs to the right. */
function turnPoint(x: number, y: number, by: Turn, page: PageContent): [number, number] {
  switch (by) {
    case 0:
      return [x, y];
    case 90:
      return [y, page.width - x];
    case 180:
      return [page.width - x, page.height - y];
    case 270:
      return [page.height - y, x];
  }
}

function turnGlyph(glyph: Glyph, by: Turn, page: PageContent): Glyph {
  const [x, y] = turnPoint(glyph.x, glyph.y, by, page);
  return { ...glyph, x, y, turn: ((glyph.turn - by + 360) % 360) as Turn };
}

function turnRuling(ruling: Ruling, by: Turn, page: PageContent): Ruling {
  const a = ruling.horizontal
    ? turnPoint(ruling.from, ruling.at, by, page)
    : turnPoint(ruling.at, ruling.from, by, page);
  const b = ruling.horizontal ? turnPoint(ruling.to, ruling.at, by, page) : turnPoint(ruling.at, ruling.to, by, page);
  const horizontal = by === 180 ? ruling.horizontal : !ruling.horizontal;
  return horizontal
    ? { horizontal, at: a[1], from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) }
    : { horizontal, at: a[0], from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) };
}
