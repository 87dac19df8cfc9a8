import type { LaidOutPage } from './layout.ts';
import type { Line } from './line/line.ts';

/** The frame in which the text of a page stands. */
export interface Margins {
  left: number;
  right: number;
  /** The lines of paragraphs reach the right margin exactly. */
  justified: boolean;
}

/** Edges that differ by less than this (points) are the same edge. */
const SAME_EDGE = 2;

/** Margins for each page: its own lines tell them, those of the pages of the same size where it has few. */
export function marginsOf(pages: readonly { page: LaidOutPage; lines: readonly Line[] }[]): Map<number, Margins> {
  const bySize = new Map<string, Line[]>();
  const sizeOf = (page: LaidOutPage) => `${Math.round(page.width / 10)}x${Math.round(page.height / 10)}`;
  for (const { page, lines } of pages) {
    const all = bySize.get(sizeOf(page)) ?? [];
    for (const line of lines) all.push(line);
    bySize.set(sizeOf(page), all);
  }
  const common = new Map([...bySize].map(([size, lines]) => [size, frameOf(lines)]));
  const result = new Map<number, Margins>();
  for (const { page, lines } of pages) {
    const shared = common.get(sizeOf(page)) ?? null;
    const own = lines.length >= 12 ? frameOf(lines) : null;
    const whole = { left: 0.12 * page.width, right: 0.92 * page.width, justified: false };
    if (!shared) result.set(page.number, whole);
    // Pages bound on alternate sides: the frame is shifted, not narrower.
    else if (own && Math.abs(own.left - shared.left) > 5 && Math.abs(own.right - shared.right) > 5) {
      const shift = own.left - shared.left;
      result.set(page.number, { ...shared, left: own.left, right: Math.max(own.right, shared.right + shift) });
    } else result.set(page.number, shared);
  }
  return result;
}

function frameOf(lines: readonly Line[]): Margins | null {
  if (lines.length === 0) return null;
  const left = edge(
    lines.map((line) => line.x0).sort((a, b) => a - b),
    lines.length,
  );
  const right = -edge(
    lines.map((line) => -line.x1).sort((a, b) => a - b),
    lines.length,
  );
  const long = lines.filter((line) => line.x1 - line.x0 > 0.75 * (right - left));
  const flush = long.filter((line) => Math.abs(line.x1 - right) <= 0.3 * line.size);
  return { left, right, justified: long.length >= 3 && flush.length >= 0.6 * long.length };
}

/** The outermost place (`sorted` from the outside in) at which several lines begin; a single one hangs over. */
function edge(sorted: readonly number[], count: number): number {
  const needed = Math.max(2, Math.min(5, Math.round(0.03 * count)));
  for (let i = 0; i + needed - 1 < sorted.length; i++)
    if (sorted[i + needed - 1]! - sorted[i]! <= SAME_EDGE) return sorted[i]!;
  return sorted[0]!;
}
