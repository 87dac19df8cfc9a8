import mammoth from 'mammoth';
import type { Diagnostic } from '../../schemas/diagnostic.ts';
import type { Block } from '../../schemas/document.ts';
import { DocumentBuilder, type Reading } from '../document/builder.ts';
import { inlineText, type Mark } from './inline.ts';
import { lightenedPackage } from './lighten.ts';
import { openPackage } from './package.ts';
import { readTable } from './table.ts';
import type { DocumentTree, Node, Paragraph, TableNode } from './tree.ts';

/**
 * Reads a Word document into blocks: one a paragraph, tables with their spans, notes after the block with their mark.
 * Throws `ReadError` (encrypted, corrupt, not-a-docx, too-large).
 */
export async function readDocx(bytes: Uint8Array): Promise<Reading> {
  const zip = await openPackage(bytes);
  const tree = await documentTree(await lightenedPackage(zip));
  const reader = new TreeReader(tree);
  reader.readAll(tree.children);
  return { blocks: reader.builder.blocks, diagnostics: reader.diagnostics };
}

/**
 * mammoth's tree, taken where it hands it to `transformDocument`: it gets an empty document back, so that no HTML is made.
 */
async function documentTree(buffer: Buffer): Promise<DocumentTree> {
  let tree: DocumentTree | null = null;
  await mammoth.convertToHtml(
    { buffer },
    {
      includeDefaultStyleMap: false,
      transformDocument: (document: DocumentTree) => {
        tree = document;
        return { ...document, children: [], comments: [] };
      },
    },
  );
  if (!tree) throw new Error('mammoth gave no document');
  return tree;
}

class TreeReader {
  readonly builder = new DocumentBuilder();
  readonly diagnostics: Diagnostic[] = [];
  readonly #tree: DocumentTree;
  /** Notes are numbered as they are met, as Word shows them. */
  readonly #numbers = { footnote: 0, endnote: 0 };

  constructor(tree: DocumentTree) {
    this.#tree = tree;
  }

  readAll(nodes: readonly Node[], parent: Block['parent'] = null): void {
    for (const node of nodes) {
      if (node.type === 'paragraph') this.#readParagraph(node, parent);
      else if (node.type === 'table') this.#readTable(node, parent);
    }
  }

  #readParagraph(paragraph: Paragraph, parent: Block['parent']): void {
    const { text, marks } = inlineText(paragraph.children);
    if (text === '' && marks.length === 0) return;
    const isHeading = /^(heading|tiêu đề)\s*\d/i.test(paragraph.styleName ?? '');
    const block = this.builder.add(isHeading ? 'heading' : 'paragraph', text, { parent });
    for (const mark of marks) this.#readNote(mark, block.id, mark.at);
  }

  #readTable(table: TableNode, parent: Block['parent']): void {
    const { cells, headerRows, marks, nested } = readTable(table);
    if (cells.every((cell) => cell.text === '') && nested.length === 0) return;
    const block = this.builder.addTable(cells, headerRows, { parent });
    for (const { cell, mark } of marks) {
      const placed = block.table?.cells.find(({ row, col }) => row === cell.row && col === cell.col);
      this.#readNote(mark, block.id, (placed?.start ?? 0) + mark.at);
    }
    for (const inner of nested) this.#readTable(inner.table, { block: block.id, row: inner.row, col: inner.col });
  }

  #readNote(mark: Mark, block: string, at: number): void {
    const note = this.#tree.notes.resolve(mark);
    this.#numbers[mark.noteType]++;
    if (!note) return;
    const text = note.body
      .map((node) => (node.type === 'paragraph' ? inlineText(node.children).text : ''))
      .filter((line) => line !== '')
      .join(' ');
    this.builder.addNote(mark.noteType, text, { mark: String(this.#numbers[mark.noteType]), block, at });
    for (const node of note.body) if (node.type === 'table') this.#readTable(node, null);
  }
}
