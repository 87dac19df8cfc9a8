/**
 * What one page holds, as positions. All coordinates are in points with the origin at the upper left of the page as it
 * is read (a /Rotate of the page is applied), y growing downwards; `y` of a glyph is its baseline.
 */
export interface PageContent {
  number: number;
  width: number;
  height: number;
  glyphs: Glyph[];
  rulings: Ruling[];
  /** Share of the page that pictures cover, 0 to 1: a scan covers nearly all of it. */
  pictured: number;
  /** Letters left out because they stand slanted: a watermark across the page. */
  slanted: number;
  /** Words of a page read off its picture that were left out: blots, seals and drawings taken for letters. */
  unclear?: number;
  /** Words of such a page that were misread and put right: as read, as meant. */
  repairs?: readonly { read: string; meant: string }[];
}

/** Direction of reading: 0 = to the right, 90 = downwards, 180 = to the left, 270 = upwards (in a narrow header cell). */
export type Turn = 0 | 90 | 180 | 270;

export interface Glyph {
  text: string;
  /** Where the glyph starts and how far it reaches along the line, baseline, and font size on the page. */
  x: number;
  y: number;
  width: number;
  size: number;
  turn: Turn;
  space: boolean;
  bold: boolean;
  italic: boolean;
  /** Drawn invisibly: the text layer that a scanner's OCR laid over the picture. */
  hidden: boolean;
  /** How sure the recogniser is of the word (0 to 100), for letters read off a picture. */
  confidence?: number;
}

/** The middle of a letter: what decides in which box of a table it stands. */
export function middleOf(glyph: Glyph): { x: number; y: number } {
  const along = glyph.width / 2;
  const up = 0.3 * glyph.size;
  switch (glyph.turn) {
    case 0:
      return { x: glyph.x + along, y: glyph.y - up };
    case 90:
      return { x: glyph.x + up, y: glyph.y + along };
    case 180:
      return { x: glyph.x - along, y: glyph.y + up };
    case 270:
      return { x: glyph.x - up, y: glyph.y - along };
  }
}

/** A straight line along an axis: `at` is its y when horizontal, its x when vertical; `from` ≤ `to` along it. */
export interface Ruling {
  horizontal: boolean;
  at: number;
  from: number;
  to: number;
}
