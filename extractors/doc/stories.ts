import type { XmlElement } from '../docx/package/element.ts';
import { NestedTables } from '../docx/table/nesting.ts';
import { element, setting } from '../docx/tree.ts';
import type { Formatting } from './formatting.ts';
import {
  paragraphProperties,
  type RunMarks,
  runMarks,
  runProperties,
  type TablePlace,
  tablePlace,
} from './properties.ts';
import { tableOfRows } from './table-rows.ts';
import type { Piece, WordText } from './text.ts';

/** What stands at single characters of the text: marks of notes, anchors of text boxes, ends of sections. */
export interface Landmarks {
  notes: ReadonlyMap<number, XmlElement>;
  boxes: ReadonlyMap<number, XmlElement[]>;
  sectionEnds: ReadonlySet<number>;
}

const PARAGRAPH = '\r';
const CELL = '\x07';
const PAGE_OR_SECTION = '\f';

/** Translates ranges of characters into paragraphs and tables. */
export class Stories {
  readonly #text: WordText;
  readonly #formatting: Formatting;
  readonly #fonts: readonly string[];
  readonly #landmarks: Landmarks;
  /** Properties of equal lists of modifiers are made once: a text has few of them and many runs. */
  readonly #looks = new Map<string, { marks: RunMarks; properties: XmlElement }>();

  constructor(text: WordText, formatting: Formatting, fonts: readonly string[], landmarks: Landmarks) {
    this.#text = text;
    this.#formatting = formatting;
    this.#fonts = fonts;
    this.#landmarks = landmarks;
  }

  read(start: number, end: number): XmlElement[] {
    const tables = new NestedTables(tableOfRows);
    for (let at = start; at < end; ) {
      const mark = this.#endOfParagraph(at, end);
      const isWhole = mark < end;
      const formatting = this.#formatting.paragraph(this.#pieceAt(Math.min(mark, end - 1)), Math.min(mark, end - 1));
      const place = tablePlace(formatting.list);
      if (place.depth > 0 && place.endsRow) tables.endRow(place.depth, place.row);
      else {
        tables.add(this.#paragraph(at, mark, formatting), place.depth);
        if (isWhole && this.#endsCell(mark, place)) tables.endCell(place.depth);
      }
      if (isWhole && this.#landmarks.sectionEnds.has(mark + 1)) tables.add(element('w:sectPr'), 0);
      at = mark + 1;
    }
    return tables.end();
  }

  #endsCell(mark: number, place: TablePlace): boolean {
    return place.depth === 1 ? this.#text.text[mark] === CELL : place.endsCell;
  }

  #endOfParagraph(from: number, end: number): number {
    const { text } = this.#text;
    for (let at = from; at < end; at++) {
      const char = text[at];
      if (char === PARAGRAPH || char === CELL) return at;
      if (char === PAGE_OR_SECTION && this.#landmarks.sectionEnds.has(at + 1)) return at;
    }
    return end;
  }

  #paragraph(start: number, mark: number, { style, list }: { style: number; list: Buffer }): XmlElement {
    const properties = [setting('w:pStyle', style), ...paragraphProperties(list)];
    const paragraph = element('w:p', {}, [element('w:pPr', {}, properties)]);
    for (const { piece, from, to } of this.#piecesOf(start, mark)) {
      for (const run of this.#formatting.runs(piece, from, to)) this.#addRun(paragraph, run);
    }
    const last = this.#text.text[mark] === undefined ? null : this.#lookAt(mark);
    if (last?.isDeleted) properties.push(element('w:rPr', {}, [setting('w:del')]));
    return paragraph;
  }

  #lookAt(mark: number): RunMarks | null {
    const piece = this.#pieceAt(mark);
    for (const { list } of this.#formatting.runs(piece, mark, mark + 1)) return this.#lookOf(list).marks;
    return null;
  }

  #addRun(paragraph: XmlElement, { start, end, list }: { start: number; end: number; list: Buffer }): void {
    const { marks, properties } = this.#lookOf(list);
    const run = element('w:r', {}, [properties]);
    let text = '';
    const flush = (): void => {
      if (text !== '') run.children.push(element('w:t', {}, [text]));
      text = '';
    };
    for (let at = start; at < end; at++) {
      const char = this.#text.text[at] ?? '';
      const stands = this.#standsFor(char, at, marks);
      if (stands === null) text += char;
      else {
        flush();
        run.children.push(...stands);
      }
    }
    flush();
    const wrapper = marks.isDeleted ? 'w:del' : marks.isInserted ? 'w:ins' : null;
    paragraph.children.push(wrapper ? element(wrapper, {}, [run]) : run);
  }

  /** What a character stands for; null where it is only itself. */
  #standsFor(char: string, at: number, { isSpecial, symbol }: RunMarks): XmlElement[] | null {
    const note = this.#landmarks.notes.get(at);
    if (note) return isSpecial && char === '\x02' ? [note] : [note, element('w:t', {}, [char])];
    switch (char) {
      case '\x13':
        return [fieldChar('begin')];
      case '\x14':
        return [fieldChar('separate')];
      case '\x15':
        return [fieldChar('end')];
      case '\t':
        return [element('w:tab')];
      case '\v':
        return [element('w:br')];
      case PAGE_OR_SECTION:
        return [element('w:br', { 'w:type': 'page' })];
      case '\x1e':
        return [element('w:noBreakHyphen')];
      case '\x1f':
        return [element('w:softHyphen')];
      case '\x01':
        return isSpecial ? [element('w:pict', {}, [element('v:imagedata')])] : [];
      case '\x08':
        return [element('w:pict', {}, this.#landmarks.boxes.get(at) ?? [])];
      case '(':
        return isSpecial && symbol ? [this.#symbol(symbol)] : null;
      default:
        // Numbers of notes and pages, separators: nothing that is read.
        return char < ' ' ? [] : null;
    }
  }

  #symbol({ font: index, char }: { font: number; char: number }): XmlElement {
    return element('w:sym', { 'w:font': this.#fonts[index] ?? '', 'w:char': char.toString(16) });
  }

  #lookOf(list: Buffer): { marks: RunMarks; properties: XmlElement } {
    const key = list.toString('latin1');
    let look = this.#looks.get(key);
    if (!look) {
      look = { marks: runMarks(list), properties: element('w:rPr', {}, runProperties(list, this.#fonts)) };
      this.#looks.set(key, look);
    }
    return look;
  }

  #pieceAt(position: number): Piece {
    const { pieces } = this.#text;
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pieces[middle]!.end <= position) low = middle + 1;
      else high = middle;
    }
    return pieces[low]!;
  }

  *#piecesOf(start: number, end: number): Generator<{ piece: Piece; from: number; to: number }> {
    for (let at = start; at < end; ) {
      const piece = this.#pieceAt(at);
      const to = Math.min(end, piece.end);
      if (to <= at) return;
      yield { piece, from: at, to };
      at = to;
    }
  }
}

const fieldChar = (type: string): XmlElement => element('w:fldChar', { 'w:fldCharType': type });
