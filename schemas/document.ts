import { z } from 'zod';

export const BlockKind = z.enum([
  'heading',
  'paragraph',
  'list-item',
  'table',
  'footnote',
  'endnote',
  'comment',
  'text-box',
  'page-header',
  'page-footer',
  'header',
  'signature',
  'recipients',
]);
export type BlockKind = z.infer<typeof BlockKind>;

/** One table cell. `start`/`end` are its place in the text of the table's block. Rows and columns count from 0. */
export const Cell = z.strictObject({
  row: z.int().min(0),
  col: z.int().min(0),
  rowSpan: z.int().min(1),
  colSpan: z.int().min(1),
  text: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
});
export type Cell = z.infer<typeof Cell>;

/** `confidence` (0 to 1) is how sure the reader is of rows, columns and spans; 1 where the format states them (DOCX). */
export const Table = z.strictObject({
  headerRows: z.int().min(0),
  confidence: z.number().min(0).max(1),
  cells: z.array(Cell),
});
export type Table = z.infer<typeof Table>;

/** Where the mark of a footnote or endnote stands; the mark itself is not part of that block's text. */
export const NoteAnchor = z.strictObject({ mark: z.string(), block: z.string(), at: z.int().min(0) });
export type NoteAnchor = z.infer<typeof NoteAnchor>;

/**
 * One piece of a report in reading order. The text is NFC and never changes after reading: spans point into it.
 * `page` is null where the format has no pages (DOCX); `section` is the number path of the heading above ("II.2.1").
 */
export const Block = z.strictObject({
  id: z.string(),
  kind: BlockKind,
  text: z.string(),
  section: z.string().nullable(),
  page: z.int().min(1).nullable(),
  ocrConfidence: z.number().min(0).max(100).nullable(),
  note: NoteAnchor.nullable(),
  parent: z.strictObject({ block: z.string(), row: z.int().min(0), col: z.int().min(0) }).nullable(),
  table: Table.nullable(),
});
export type Block = z.infer<typeof Block>;
