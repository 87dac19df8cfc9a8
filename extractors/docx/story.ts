import type { Block, BlockKind } from '../../schemas/document.ts';
import type { CellInput, DocumentBuilder } from '../document/builder.ts';
import type { Notes } from './notes.ts';
import { childOf, elementsOf, type XmlElement } from './package/element.ts';
import { chosenBranch } from './paragraph/drawing.ts';
import { joinLines, type Line, type Mark } from './paragraph/line.ts';
import { type Paragraph, type ParagraphContext, ParagraphReader } from './paragraph/read.ts';
import { type GridCell, readGrid } from './table/grid.ts';
import { countHeaderRows, type LookedAtCell } from './table/header-rows.ts';

export interface DocumentContext extends ParagraphContext {
  builder: DocumentBuilder;
  notes: Notes;
  /** Called with the properties of every section, where it ends. */
  endSection: (section: XmlElement) => void;
}

type LineKind = Exclude<BlockKind, 'table' | 'footnote' | 'endnote'>;

interface Cell extends Line {
  isBold: boolean;
  nested: XmlElement[];
  boxes: XmlElement[];
}

/** "- 2 -", "2/15", "Trang 2": says nothing of the report. */
const PAGE_NUMBER = /^(?:trang )?[\d\s/–—-]*$/i;

/** Writes one run of paragraphs and tables into blocks: the body, a text box, what a cell holds besides its text. */
export class Story {
  readonly #context: DocumentContext;
  readonly #kind: LineKind;
  readonly #parent: Block['parent'];
  readonly #paragraphs: ParagraphReader;

  constructor(context: DocumentContext, kind: LineKind, parent: Block['parent'] = null) {
    this.#context = context;
    this.#kind = kind;
    this.#parent = parent;
    this.#paragraphs = new ParagraphReader(context);
  }

  read(element: XmlElement): void {
    for (const child of content([element], this.#context)) {
      if (child.name === 'w:p') this.#addParagraph(this.#paragraphs.read(child));
      else if (child.name === 'w:tbl') {
        this.#addParagraph(this.#paragraphs.flush());
        this.#addTable(child);
      } else if (child.name === 'w:sectPr') this.#context.endSection(child);
    }
  }

  end(): void {
    this.#addParagraph(this.#paragraphs.flush());
  }

  #addParagraph(paragraph: Paragraph | null): void {
    if (!paragraph) return;
    const { text, marks, isEmpty, isHeading, boxes, section } = paragraph;
    if (!isEmpty && !(this.#isFurniture && PAGE_NUMBER.test(text))) {
      const kind = this.#kind === 'paragraph' && isHeading ? 'heading' : this.#kind;
      const block = this.#context.builder.add(kind, text, { parent: this.#parent });
      this.#addNotes(marks, block.id);
    }
    this.#addBoxes(boxes, this.#parent);
    if (section) this.#context.endSection(section);
  }

  #addBoxes(boxes: readonly XmlElement[], parent: Block['parent']): void {
    for (const box of boxes) {
      const story = new Story(this.#context, this.#kind === 'paragraph' ? 'text-box' : this.#kind, parent);
      for (const child of elementsOf(box)) story.read(child);
      story.end();
    }
  }

  #addTable(table: XmlElement): void {
    const { builder, styles, findings } = this.#context;
    const grid = readGrid(table, styles);
    findings.deletions += grid.deletedRows;
    if (this.#isFurniture) {
      this.#flatten(grid.cells);
      return;
    }
    const cells = grid.cells.map(({ content: cell, ...place }) => ({ ...place, ...this.readTogether(cell) }));
    if (cells.every((cell) => cell.text === '' && cell.marks.length + cell.nested.length + cell.boxes.length === 0))
      return;
    const looked: LookedAtCell[] = cells.map(({ row, col, rowSpan, colSpan, text, isBold }) => ({
      row,
      col,
      rowSpan,
      colSpan,
      text,
      isBold,
    }));
    const headerRows = countHeaderRows({
      cells: looked,
      rows: grid.rows,
      marked: grid.markedHeaderRows,
      isRuled: grid.isRuled,
    });
    const inputs: CellInput[] = looked.map(({ isBold: _, ...cell }) => cell);
    const block = builder.addTable(inputs, headerRows, { parent: this.#parent });
    const starts = new Map(block.table!.cells.map((cell) => [`${cell.row} ${cell.col}`, cell.start]));
    for (const { row, col, marks } of cells) this.#addNotes(marks, block.id, starts.get(`${row} ${col}`));
    for (const { row, col, nested, boxes } of cells) {
      const parent = { block: block.id, row, col };
      for (const inner of nested) new Story(this.#context, this.#kind, parent).read(inner);
      this.#addBoxes(boxes, parent);
    }
  }

  /** Tables at the edge of a page only part left from right: they are no tables of the report. */
  #flatten(cells: readonly GridCell[]): void {
    for (const cell of cells) for (const child of elementsOf(cell.content)) this.read(child);
  }

  get #isFurniture(): boolean {
    return this.#kind === 'page-header' || this.#kind === 'page-footer';
  }

  /** The paragraphs of a cell (a note, a comment) are one text; tables in it are blocks of their own. */
  readTogether(cell: XmlElement): Cell {
    const reader = new ParagraphReader(this.#context);
    const read: (Paragraph | null)[] = [];
    const nested: XmlElement[] = [];
    for (const child of content(elementsOf(cell), this.#context)) {
      if (child.name === 'w:p') read.push(reader.read(child));
      else if (child.name === 'w:tbl') nested.push(child);
    }
    read.push(reader.flush());
    // An empty paragraph with an automatic number is how many a column "Stt" is made.
    const lines = read.filter((paragraph) => paragraph !== null && !(paragraph.isEmpty && paragraph.hasBullet));
    return {
      ...joinLines(lines as Paragraph[]),
      isBold: lines.every((paragraph) => paragraph!.isBold),
      nested,
      boxes: read.flatMap((paragraph) => paragraph?.boxes ?? []),
    };
  }

  #addNotes(marks: readonly Mark[], block: string, start = 0): void {
    for (const mark of marks) {
      const body = this.#context.notes.take(mark);
      if (body === undefined) this.#context.findings.lostNotes++;
      if (body) this.#addNote(body, mark, { mark: '', block, at: start + mark.at });
    }
  }

  #addNote(body: XmlElement, mark: Mark, anchor: NonNullable<Block['note']>): void {
    const { text, nested, boxes } = this.readTogether(body);
    const own = mark.typed && text.startsWith(`${mark.typed} `) ? text.slice(mark.typed.length + 1) : text;
    const block = this.#context.builder.addNote(mark.note, own, anchor);
    this.#context.notes.number(mark, anchor);
    for (const table of nested) new Story(this.#context, 'paragraph').read(table);
    this.#addBoxes(boxes, block.parent);
  }
}

/** Paragraphs, tables and ends of sections, out of whatever they are wrapped in. */
function content(elements: readonly XmlElement[], context: DocumentContext): XmlElement[] {
  return elements.flatMap((element): XmlElement[] => {
    switch (element.name) {
      case 'w:p':
      case 'w:tbl':
      case 'w:sectPr':
        return [element];
      case 'w:sdt':
        return content(elementsOf(childOf(element, 'w:sdtContent')), context);
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:smartTag':
        return content(elementsOf(element), context);
      case 'mc:AlternateContent':
        return content(elementsOf(chosenBranch(element)), context);
      case 'w:altChunk':
        context.findings.foreignParts++;
        return [];
      default:
        return [];
    }
  });
}
