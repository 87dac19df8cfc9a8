import { DocumentBuilder, type Reading } from '../document/builder.ts';
import { readDiagnostics } from './diagnostics.ts';
import { draftsOf } from './drafts.ts';
import { takeEndnotes } from './endnotes.ts';
import { flowOf } from './flow.ts';
import { type Furniture, findFurniture } from './furniture.ts';
import type { LaidOutPage, PageLayout } from './layout.ts';
import { type Line, lineText } from './line/line.ts';
import { partNotes, readNotes } from './notes.ts';
import { writeBlocks } from './write-blocks.ts';

/** From the pages as they are laid out to the blocks of the report, in reading order. */
export function assemble(layouts: readonly PageLayout[]): Reading {
  const pages = layouts.filter((layout): layout is LaidOutPage => !layout.failed);
  const furniture = findFurniture(pages);
  const size = bodySize(pages, furniture);
  const floors = commonFloors(pages, furniture);
  const areas: { page: number; lines: Line[] }[] = [];
  const flows = pages.map((page) => {
    const lines = page.lines.filter((line) => !furniture.has(line));
    const { body, notes } = partNotes(page, lines, size, areas[areas.length - 1]?.page === page.number - 1);
    if (notes.length > 0) areas.push({ page: page.number, lines: notes });
    return { page, items: flowOf(page, body), floor: floorOf(page, notes, floors) };
  });
  const footnotes = readNotes(areas);
  const { drafts, notes } = takeEndnotes(draftsOf(flows, furniture), footnotes);
  const builder = new DocumentBuilder();
  const scanned = new Map(pages.map((page) => [page.number, page.ocrConfidence]));
  const lost = writeBlocks(builder, drafts, [...footnotes, ...notes], (page) => scanned.get(page) ?? null);
  return { blocks: builder.blocks, diagnostics: [...readDiagnostics(layouts), ...lost] };
}

/** The font size of most of the text. */
function bodySize(pages: readonly LaidOutPage[], furniture: Furniture): number {
  const letters = new Map<number, number>();
  for (const page of pages)
    for (const line of page.lines) {
      if (furniture.has(line)) continue;
      const size = Math.round(line.size * 2) / 2;
      letters.set(size, (letters.get(size) ?? 0) + lineText(line).length);
    }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}

/** The lowest text or table of all pages of one height: where their text ends when they are full. */
function commonFloors(pages: readonly LaidOutPage[], furniture: Furniture): Map<number, number> {
  const floors = new Map<number, number>();
  for (const page of pages) {
    const bottoms = [
      ...page.lines.filter((line) => !furniture.has(line)).map((line) => line.y),
      ...page.tables.map((table) => table.bottom),
    ];
    const height = Math.round(page.height);
    floors.set(
      height,
      bottoms.reduce((most, bottom) => Math.max(most, bottom), floors.get(height) ?? 0),
    );
  }
  return floors;
}

function floorOf(page: LaidOutPage, notes: readonly Line[], floors: ReadonlyMap<number, number>): number {
  const first = notes[0];
  return first ? first.y - 1.5 * first.size : (floors.get(Math.round(page.height)) ?? page.height);
}
