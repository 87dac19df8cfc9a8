import type { LaidOutPage } from './layout.ts';
import { type Line, lineText } from './line/line.ts';

export type Furniture = Map<Line, 'page-header' | 'page-footer'>;

/** Page numbers and running lines stand within this share of the height from the upper or lower edge. */
const EDGE = 0.13;
/** Lines nearer than this to the edge line belong to the same header of two lines. */
const MAX_LINES = 3;
/** Running lines on fewer pages than this are not told from a title that happens to open several annexes. */
const MIN_REPEATS = 3;

/**
 * Lines that belong to the page and not to the report: page numbers (`2`, `- 3 -`, `Trang 4/12`) and running headers and
 * footers. Known by their place at the edge, by repetition, and by counting on with the pages.
 */
export function findFurniture(pages: readonly LaidOutPage[]): Furniture {
  const found: Furniture = new Map();
  for (const edge of ['page-header', 'page-footer'] as const) {
    const candidates = pages.map((page) => edgeLines(page, edge));
    for (const line of pageNumbers(pages, candidates)) found.set(line, edge);
    for (const line of runningLines(pages, candidates, edge)) found.set(line, edge);
  }
  return found;
}

/** The outermost lines of a page, those nearest to the edge first; what stands beyond a table's edge only. */
function edgeLines(page: LaidOutPage, edge: 'page-header' | 'page-footer'): Line[] {
  const top = edge === 'page-header';
  const limit = page.height * EDGE;
  const tables = page.tables.filter((table) => table.bottom - table.top > 0);
  const free = page.lines.filter((line) =>
    top
      ? line.y <= limit && tables.every((table) => line.y <= table.top + line.size)
      : line.y >= page.height - limit && tables.every((table) => line.y >= table.bottom),
  );
  return (top ? free : free.reverse()).slice(0, MAX_LINES);
}

const PAGE_NUMBER = /^[-–—\s]*(?:(?:trang|tr\.?|page)\s*)?(\d{1,4})(?:\s*(?:\/|trên|of)\s*\d{1,4})?[-–—.\s]*$/iu;

/** A bare number counts when it is the page's own, or runs ahead of it by the same amount as on another page. */
function pageNumbers(pages: readonly LaidOutPage[], candidates: readonly Line[][]): Line[] {
  const numbered: { line: Line; ahead: number }[] = [];
  pages.forEach((page, i) => {
    const lines = candidates[i]!;
    const outermost = lines[0];
    if (!outermost) return;
    for (const line of lines) {
      if (Math.abs(line.y - outermost.y) > 0.5 * line.size) continue;
      const value = PAGE_NUMBER.exec(lineText(line))?.[1];
      if (value !== undefined) numbered.push({ line, ahead: Number(value) - page.number });
    }
  });
  return numbered
    .filter(({ ahead }) => ahead === 0 || numbered.filter((other) => other.ahead === ahead).length > 1)
    .map(({ line }) => line);
}

/** The same words at the same height, over pages: on most of them, or outside the frame in which the text stands. */
function runningLines(
  pages: readonly LaidOutPage[],
  candidates: readonly Line[][],
  edge: 'page-header' | 'page-footer',
): Line[] {
  const groups = new Map<string, { line: Line; page: number }[]>();
  candidates.forEach((lines, i) => {
    for (const line of lines) {
      // The page's own number counts on; another figure belongs to the words.
      const text = lineText(line).replace(/\d+/g, (figure) => (Number(figure) === pages[i]!.number ? '#' : figure));
      const fromEdge = edge === 'page-header' ? line.y : pages[i]!.height - line.y;
      const key = `${text}|${Math.round(fromEdge / 4)}`;
      const group = groups.get(key) ?? [];
      group.push({ line, page: i });
      groups.set(key, group);
    }
  });
  return [...groups.values()]
    .filter((group) => {
      if (group.length < MIN_REPEATS)
        return (
          group.length === pages.length &&
          pages.length > 1 &&
          group.every(({ line, page }) => isApart(line, pages[page]!))
        );
      const onPages = new Set(group.map(({ page }) => page));
      // Odd and even pages may have headers of their own.
      const coverage = onPages.size / pages.length;
      return coverage >= 0.45 || outsideFrame(pages, candidates, group, onPages, edge);
    })
    .flatMap((group) => group.map(({ line }) => line));
}

/** A report of two pages has a line only twice: then it must also keep a distance to the text, or be smaller. */
function isApart(line: Line, page: LaidOutPage): boolean {
  const others = page.lines.filter((other) => Math.abs(other.y - line.y) > 0.5 * line.size);
  const nearest = Math.min(...others.map((other) => Math.abs(other.y - line.y)));
  const size = Math.max(...others.map((other) => other.size));
  return nearest > 2.2 * line.size || line.size < 0.9 * size;
}

/** On the other pages nothing stands so near to the edge: the line is no part of the text. */
function outsideFrame(
  pages: readonly LaidOutPage[],
  candidates: readonly Line[][],
  group: readonly { line: Line; page: number }[],
  onPages: ReadonlySet<number>,
  edge: 'page-header' | 'page-footer',
): boolean {
  const distance = (line: Line, i: number) => (edge === 'page-header' ? line.y : pages[i]!.height - line.y);
  const own = Math.max(...group.map(({ line, page }) => distance(line, page)));
  const others = candidates.flatMap((lines, i) => (onPages.has(i) || !lines[0] ? [] : [distance(lines[0], i)]));
  return others.length >= MIN_REPEATS && others.every((other) => other > own + 4);
}
