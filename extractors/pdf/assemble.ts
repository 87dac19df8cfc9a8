import type { Diagnostic } from '../../schemas/diagnostic.ts';
import { DocumentBuilder, type Reading } from '../document/builder.ts';
import { columnParagraphs } from './column-paragraphs.ts';
import { readDiagnostics } from './diagnostics.ts';
import { type FlowItem, flowOf } from './flow.ts';
import { type Furniture, findFurniture } from './furniture.ts';
import type { LaidOutPage, PageLayout } from './layout.ts';
import { joinLines } from './line/join.ts';
import { type Line, lineText } from './line/line.ts';
import { marginsOf } from './margins.ts';
import { partNotes, readNotes } from './notes.ts';
import { opensParagraph } from './paragraphs.ts';
import { continuesTable, joinParts, type WholeTable } from './table/join-pages.ts';
import type { PageTable } from './table/read-tables.ts';
import { textFrameOf } from './text-frame.ts';
import { writeBlocks } from './write-blocks.ts';

/** A block that is to be, before its superscripts are settled. */
export type Draft =
  | { kind: 'paragraph'; raw: string; page: number }
  | { kind: 'table'; table: WholeTable; page: number }
  | { kind: 'page-header' | 'page-footer'; raw: string; page: number };

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
  const drafts = draftsOf(flows, furniture);
  const diagnostics: Diagnostic[] = readDiagnostics(layouts);
  const builder = new DocumentBuilder();
  const scanned = new Map(pages.map((page) => [page.number, page.ocrConfidence]));
  diagnostics.push(...writeBlocks(builder, drafts, readNotes(areas), (page) => scanned.get(page) ?? null));
  return { blocks: builder.blocks, diagnostics };
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

interface PageFlow {
  page: LaidOutPage;
  items: FlowItem[];
  /** How far down text may go on this page. */
  floor: number;
}

function draftsOf(flows: readonly PageFlow[], furniture: Furniture): Draft[] {
  const plain = flows.map(({ items }) => items.flatMap((item) => (item.kind === 'line' ? [item.line] : [])));
  const frame = textFrameOf(plain, marginsOf(flows.map(({ page }, i) => ({ page, lines: plain[i]! }))));
  const drafts: Draft[] = [];
  let open: Line[] = [];
  let parts: PageTable[] = [];
  const closeParagraph = () => {
    if (open.length > 0) drafts.push({ kind: 'paragraph', raw: joinLines(open), page: open[0]!.page });
    open = [];
  };
  const closeTable = () => {
    if (parts.length > 0) drafts.push({ kind: 'table', table: joinParts(parts), page: parts[0]!.page });
    parts = [];
  };
  const waiting: Draft[] = [];
  let room = 0;
  for (const { page, items, floor } of flows) {
    for (const line of page.lines) {
      const kind = furniture.get(line);
      if (kind) waiting.push({ kind, raw: lineText(line), page: page.number });
    }
    items.forEach((item, i) => {
      const last = parts[parts.length - 1];
      const continues = item.kind === 'table' && i === 0 && last && continuesTable(last, item.table, room);
      if (item.kind === 'line' && open.length > 0 && parts.length === 0 && !opensParagraph(open, item.line, frame)) {
        open.push(item.line);
        return;
      }
      if (continues) {
        parts.push(item.table);
        return;
      }
      closeParagraph();
      closeTable();
      // What belongs to the page goes before the first block that begins on it, never into one that runs on.
      drafts.push(...waiting.splice(0));
      if (item.kind === 'line') open = [item.line];
      else if (item.kind === 'table') parts = [item.table];
      else for (const raw of columnParagraphs(item.stretch)) drafts.push({ kind: 'paragraph', raw, page: page.number });
    });
    room = floor - (parts[parts.length - 1]?.bottom ?? 0);
  }
  closeParagraph();
  closeTable();
  return [...drafts, ...waiting];
}
