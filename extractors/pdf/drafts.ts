import { columnParagraphs } from './column-paragraphs.ts';
import type { FlowItem } from './flow.ts';
import type { Furniture } from './furniture.ts';
import type { LaidOutPage } from './layout.ts';
import { joinLines } from './line/join.ts';
import { confidenceOf, type Line, lineText } from './line/line.ts';
import { marginsOf } from './margins.ts';
import { opensParagraph } from './paragraphs.ts';
import { continuesTable, joinParts, type WholeTable } from './table/join-pages.ts';
import type { PageTable } from './table/read-tables.ts';
import { textFrameOf } from './text-frame.ts';

/** A block that is to be, before its superscripts are settled. */
export type Draft =
  | { kind: 'paragraph'; raw: string; page: number; confidence: number | null }
  | { kind: 'table'; table: WholeTable; page: number }
  | { kind: 'page-header' | 'page-footer'; raw: string; page: number };

export interface PageFlow {
  page: LaidOutPage;
  items: FlowItem[];
  /** How far down text may go on this page. */
  floor: number;
}

/** Joins lines to paragraphs and parts of tables to tables, over page breaks too. */
export function draftsOf(flows: readonly PageFlow[], furniture: Furniture): Draft[] {
  const plain = flows.map(({ items }) => items.flatMap((item) => (item.kind === 'line' ? [item.line] : [])));
  const frame = textFrameOf(plain, marginsOf(flows.map(({ page }, i) => ({ page, lines: plain[i]! }))));
  const drafts: Draft[] = [];
  let open: Line[] = [];
  let parts: PageTable[] = [];
  const closeParagraph = () => {
    const confidence = confidenceOf(open);
    if (open.length > 0) drafts.push({ kind: 'paragraph', raw: joinLines(open), page: open[0]!.page, confidence });
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
      else
        for (const group of columnParagraphs(item.stretch)) {
          const confidence = confidenceOf(group);
          drafts.push({ kind: 'paragraph', raw: joinLines(group), page: page.number, confidence });
        }
    });
    room = floor - (parts[parts.length - 1]?.bottom ?? 0);
  }
  closeParagraph();
  closeTable();
  return [...drafts, ...waiting];
}
