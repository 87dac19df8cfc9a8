/** The part of mammoth's document tree that is read here (see `mammoth/lib/documents.js`). */
export type Node =
  | Paragraph
  | Run
  | TableNode
  | { type: 'text'; value: string }
  | { type: 'tab' }
  | { type: 'break'; breakType: string }
  | { type: 'noteReference'; noteType: 'footnote' | 'endnote'; noteId: string }
  | { type: 'hyperlink'; children: Node[] }
  | { type: 'checkbox'; checked: boolean }
  | { type: 'image' | 'commentReference' | 'bookmarkStart' };

export interface Paragraph {
  type: 'paragraph';
  children: Node[];
  styleId: string | null;
  styleName: string | null;
  numbering: { level: string; isOrdered: boolean } | null;
}

export interface Run {
  type: 'run';
  children: Node[];
  isBold: boolean;
  verticalAlignment: 'baseline' | 'superscript' | 'subscript';
  font: string | null;
}

export interface TableNode {
  type: 'table';
  children: TableRow[];
}

export interface TableRow {
  type: 'tableRow';
  isHeader: boolean;
  children: TableCell[];
}

export interface TableCell {
  type: 'tableCell';
  colSpan: number;
  rowSpan: number;
  children: Node[];
}

export interface Note {
  noteType: 'footnote' | 'endnote';
  noteId: string;
  body: Node[];
}

export interface DocumentTree {
  type: 'document';
  children: Node[];
  notes: { resolve(reference: { noteType: string; noteId: string }): Note | null };
  comments: { commentId: string; body: Node[] }[];
}
