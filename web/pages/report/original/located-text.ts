import { type FoldedText, fold } from '../../../../pipeline/annotate/folded-text.ts';
import type { Block } from '../../../../schemas/document.ts';

/** Where a stretch stands among the letters of a folded text, end exclusive. */
export interface Found<S> {
  stretch: S;
  from: number;
  to: number;
}

/** Letters looked at on both sides of a stretch, the widest first: they tell one «12» from another. */
const CONTEXTS = [60, 20, 8, 0] as const;
/** So long must be what is looked for, to be told from others. */
const TELLING = 8;
/** Letters between a block and the one before it: of an automatic number, a note, a page's head. */
const NEAR = 40;

/**
 * Finds stretches of blocks in a text that shows the same report in another way: lines broken elsewhere, automatic
 * numbers missing, a block going on over the page. What cannot be told for sure is left out. Blocks come in the order
 * of the report; what is found of each is told by itself, as many take long.
 */
export function* locate<S extends { block: string; start: number; end: number }>(
  shown: string,
  blocks: readonly Block[],
  stretches: ReadonlyMap<string, readonly S[]>,
): Generator<Found<S>[]> {
  let cursor = 0;
  for (const block of blocks) {
    const own = stretches.get(block.id);
    const letters = fold(block.text);
    const whole = wholeBlock(shown, letters.text, cursor);
    const found: Found<S>[] = [];
    for (const stretch of own ?? []) {
      const place = lettersIn(letters, stretch);
      if (!place) continue;
      const [first, last] = place;
      const from = whole >= 0 ? whole + first : inContext(shown, letters.text, first, last, cursor);
      if (from >= 0) found.push({ stretch, from, to: from + last - first });
    }
    if (whole >= 0) cursor = whole + letters.text.length;
    yield found;
  }
}

/** A short block («*», «12») is taken only where it is expected. */
function wholeBlock(shown: string, letters: string, cursor: number): number {
  if (letters.length >= TELLING) return indexNear(shown, letters, cursor);
  const at = letters === '' ? -1 : shown.indexOf(letters, cursor);
  return at - cursor <= NEAR ? at : -1;
}

/** Forward first: a text that stands twice is the next one. */
function indexNear(shown: string, wanted: string, cursor: number): number {
  const ahead = shown.indexOf(wanted, cursor);
  return ahead >= 0 ? ahead : shown.indexOf(wanted);
}

function lettersIn({ starts }: FoldedText, { start, end }: { start: number; end: number }): [number, number] | null {
  const first = starts.findIndex((at) => at >= start);
  const last = starts.findLastIndex((at) => at < end) + 1;
  return first < 0 || last <= first ? null : [first, last];
}

function inContext(shown: string, letters: string, first: number, last: number, cursor: number): number {
  for (const width of CONTEXTS) {
    for (const [before, after] of [
      [width, width],
      [0, width],
      [width, 0],
    ] as const) {
      const from = Math.max(0, first - before);
      const wanted = letters.slice(from, last + after);
      const at = wanted.length < TELLING ? -1 : indexNear(shown, wanted, cursor);
      if (at >= 0) return at + first - from;
    }
  }
  return -1;
}
