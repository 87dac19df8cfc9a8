import { type Bitmap, rotated } from './bitmap.ts';
import { type Ink, inkOf } from './ink.ts';
import { type DrawnLine, inkWithoutLines } from './rulings.ts';
import { sharpness, skewOf } from './skew.ts';

/** A picture set straight, and its ink. */
export interface Straight {
  bitmap: Bitmap;
  ink: Ink;
}

/** A page is taken to lie on its side when its columns are sharper than its rows by this factor; most pages stand upright. */
const CLEARLY = 1.2;

/** The picture with its lines of text lying straight, whichever way round. */
export function straightened(bitmap: Bitmap): Straight {
  const ink = inkOf(bitmap);
  const skew = skewOf(ink);
  if (skew === 0) return { bitmap, ink };
  const straight = rotated(bitmap, -skew);
  return { bitmap: straight, ink: inkOf(straight) };
}

/** The ways round in which the page may stand, the likeliest first. Upside down looks like upright. */
export function waysRound({ ink }: Straight, drawn: readonly DrawnLine[]): (0 | 90 | 180 | 270)[] {
  // The borders of a table are as sharp both ways.
  const { rows, columns } = sharpness(inkWithoutLines(ink, drawn));
  return columns > CLEARLY * rows ? [90, 270, 0, 180] : [0, 180, 90, 270];
}
