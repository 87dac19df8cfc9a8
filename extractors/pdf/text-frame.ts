import { firstWordWidth, type Line } from './line/line.ts';
import type { Margins } from './margins.ts';

/** Starts that differ by less than this (points) are in one column. */
export const SAME_START = 3;

/** How the report sets its paragraphs, read off all of its lines. */
export interface TextFrame {
  marginsOf(page: number): Margins;
  /** From this distance between baselines on (in font sizes) two lines belong to two paragraphs. */
  paragraphPitch: number;
  /** The common indent of first lines from the left margin, or null where they are not indented. */
  firstIndent: number | null;
  /** How far the further lines of a paragraph stand inside of its first, where the report sets them so; else null. */
  hanging: number | null;
}

/** Counts the pairs of lines that surely belong to one paragraph: the first is full, the second begins further out or in. */
export function textFrameOf(pages: readonly (readonly Line[])[], margins: ReadonlyMap<number, Margins>): TextFrame {
  const fallback: Margins = { left: 0, right: Number.POSITIVE_INFINITY, justified: false };
  const marginsOf = (page: number) => margins.get(page) ?? fallback;
  const pitches: number[] = [];
  const indents = new Tally();
  const hangs = new Tally();
  for (const lines of pages)
    for (let i = 1; i < lines.length; i++) {
      const [a, b] = [lines[i - 1]!, lines[i]!];
      const { left, right } = marginsOf(a.page);
      const size = Math.max(a.size, b.size);
      const pitch = (b.y - a.y) / size;
      if (pitch <= 0.5 || pitch > 2.5 || a.x1 + 0.2 * size + firstWordWidth(b) < right) continue;
      const step = a.x0 - b.x0;
      if (Math.abs(step) <= SAME_START || Math.abs(b.x0 - left) <= SAME_START) pitches.push(pitch);
      if (step > 0.5 * size && step < 6 * size && b.x0 - left <= SAME_START) indents.add(step);
      if (step < -0.5 * size && step > -4 * size && a.x0 - left <= SAME_START) hangs.add(-step);
    }
  pitches.sort((a, b) => a - b);
  const middle = pitches[Math.floor(pitches.length / 2)] ?? 1.3;
  const wide = pitches[Math.floor(pitches.length * 0.95)] ?? middle;
  const hanging = hangs.count > 2 * indents.count ? hangs.common() : null;
  return {
    marginsOf,
    paragraphPitch: Math.max(1.15 * middle, Math.min(1.02 * wide, 1.45 * middle)),
    firstIndent: hanging === null ? indents.common() : null,
    hanging,
  };
}

/** Counts distances by whole points. */
class Tally {
  readonly #counts = new Map<number, number>();
  count = 0;

  add(distance: number): void {
    const step = Math.round(distance);
    this.#counts.set(step, (this.#counts.get(step) ?? 0) + 1);
    this.count++;
  }

  /** The distance that many pairs share, or null when they are few or all different. */
  common(): number | null {
    const [best] = [...this.#counts].sort((a, b) => b[1] - a[1]);
    return best && this.count >= 2 && best[1] >= 0.4 * this.count ? best[0] : null;
  }
}
