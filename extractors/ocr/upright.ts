import { type Bitmap, rotated, turned } from './bitmap.ts';
import { type Ink, inkOf } from './ink.ts';
import { drawnLines, withoutLines } from './rulings.ts';
import { rowSharpness, skewOf } from './skew.ts';

/** A picture set straight, and its ink. */
export interface Straight {
  bitmap: Bitmap;
  ink: Ink;
}

/** When rows are sharper than columns by less than this, the picture's form does not tell which way the text runs. */
const CLEARLY = 1.3;

/** The picture with its lines of text lying straight, whichever way round. */
export function straightened(bitmap: Bitmap): Straight {
  const ink = inkOf(bitmap);
  const skew = skewOf(ink);
  if (skew === 0) return { bitmap, ink };
  const straight = rotated(bitmap, -skew);
  return { bitmap: straight, ink: inkOf(straight) };
}

/** The ways round in which the page may stand, the likeliest first. Upside down looks like upright. */
export function waysRound({ bitmap, ink }: Straight, dpi: number): (0 | 90 | 180 | 270)[] {
  // The borders of a table are as sharp both ways.
  const bare = withoutLines(bitmap, drawnLines(ink, dpi));
  const across = rowSharpness(inkOf(bare));
  const along = rowSharpness(inkOf(turned(bare, 90)));
  if (across > CLEARLY * along) return [0, 180];
  if (along > CLEARLY * across) return [90, 270];
  return across >= along ? [0, 180, 90, 270] : [90, 270, 0, 180];
}
