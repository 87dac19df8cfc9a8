import { childOf, elementsOf, type XmlElement, type XmlNode } from '../docx/package/element.ts';
import { type SpanRow, tableOfSpans } from '../docx/table/spans.ts';
import { element, setting } from '../docx/tree.ts';
import type { OdtLists } from './lists.ts';
import { type OdtStyles, runOf } from './styles.ts';

/** What stands outside of the running text, gathered while it is read. */
export interface OdtAside {
  footnotes: XmlElement[];
  endnotes: XmlElement[];
  comments: XmlElement[];
}

interface InList {
  /** Null where the list has no numbers. */
  use: string | null;
  style: string | undefined;
  level: number;
}

/** A sheet that repeats a row a million times is empty down there. */
const MAX_REPEATED = 100;

/** Translates the content of one story into paragraphs and tables of WordprocessingML. */
export class OdtStories {
  readonly #styles: OdtStyles;
  readonly #lists: OdtLists;
  readonly #aside: OdtAside;

  constructor(styles: OdtStyles, lists: OdtLists, aside: OdtAside) {
    this.#styles = styles;
    this.#lists = lists;
    this.#aside = aside;
  }

  read(parent: XmlElement, list: InList | null = null): XmlElement[] {
    return elementsOf(parent).flatMap((child): XmlElement[] => {
      switch (child.name) {
        case 'text:p':
        case 'text:h':
          return [this.#paragraph(child, null)];
        case 'text:list':
          return this.#list(child, list);
        case 'table:table':
          return [this.#table(child)];
        case 'draw:frame':
        case 'draw:custom-shape':
        case 'draw:g': {
          const content = this.#drawing(child);
          return content.length > 0 ? [element('w:p', {}, [element('w:r', {}, content)])] : [];
        }
        case 'text:tracked-changes':
        case 'office:forms':
        case 'text:sequence-decls':
        case 'text:variable-decls':
        case 'text:user-field-decls':
          return [];
        default:
          return this.read(child, list);
      }
    });
  }

  #list(list: XmlElement, outer: InList | null): XmlElement[] {
    const style = list.attributes['text:style-name'] ?? outer?.style;
    const level = outer ? outer.level + 1 : 0;
    const use = outer && style === outer.style ? outer.use : this.#lists.use(list, style);
    const own: InList = { use, style, level };
    return elementsOf(list).flatMap((item) => {
      let isFirst = item.name === 'text:list-item';
      return elementsOf(item).flatMap((child): XmlElement[] => {
        if (child.name === 'text:list') return this.#list(child, own);
        if (child.name !== 'text:p' && child.name !== 'text:h') return this.read(element('', {}, [child]), own);
        const paragraph = this.#paragraph(child, isFirst ? own : null);
        isFirst = false;
        return [paragraph];
      });
    });
  }

  #paragraph(paragraph: XmlElement, list: InList | null): XmlElement {
    const look = this.#styles.look('paragraph', paragraph.attributes['text:style-name']);
    const isHeading = paragraph.name === 'text:h';
    const outline = Number(paragraph.attributes['text:outline-level'] ?? 1) - 1;
    const use = list ? list.use : isHeading ? this.#lists.outline() : null;
    const properties = element('w:pPr', {}, [
      ...(isHeading ? [setting('w:outlineLvl', outline)] : []),
      ...(use === null
        ? []
        : [element('w:numPr', {}, [setting('w:ilvl', list?.level ?? outline), setting('w:numId', use)])]),
    ]);
    return element('w:p', {}, [properties, ...this.#runs(paragraph.children, look)]);
  }

  #runs(nodes: readonly XmlNode[], look: readonly XmlElement[]): XmlElement[] {
    return nodes.flatMap((node): XmlElement[] => {
      if (typeof node === 'string') return [runOf(look, [element('w:t', {}, [node])])];
      switch (node.name) {
        case 'text:span':
          return this.#runs(node.children, [...look, ...this.#styles.look('text', node.attributes['text:style-name'])]);
        case 'text:s':
        case 'text:tab':
          return [runOf(look, [element('w:tab')])];
        case 'text:line-break':
          return [runOf(look, [element('w:br')])];
        case 'text:note':
          return [runOf(look, this.#note(node))];
        case 'office:annotation':
          this.#aside.comments.push(element('w:comment', {}, this.read(withoutAuthor(node))));
          return [];
        case 'draw:frame':
        case 'draw:custom-shape':
        case 'draw:g':
          return [runOf(look, this.#drawing(node))];
        case 'text:ruby-text':
          return [];
        default:
          return this.#runs(node.children, look);
      }
    });
  }

  #note(note: XmlElement): XmlElement[] {
    const kind = note.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote';
    const notes = this.#aside[`${kind}s`];
    const id = String(notes.length);
    const body = childOf(note, 'text:note-body');
    notes.push(element(`w:${kind}`, { 'w:id': id }, body ? this.read(body) : []));
    // A mark that the writer typed; others are counted.
    const typed = childOf(note, 'text:note-citation')?.attributes['text:label'];
    const mark = element(`w:${kind}Reference`, { 'w:id': id, ...(typed && { 'w:customMarkFollows': '1' }) });
    return typed ? [mark, element('w:t', {}, [typed])] : [mark];
  }

  #drawing(drawing: XmlElement): XmlElement[] {
    if (drawing.name === 'draw:text-box' || drawing.name === 'draw:custom-shape') {
      const content = this.read(drawing);
      return content.length > 0 ? [element('w:pict', {}, [element('w:txbxContent', {}, content)])] : [];
    }
    // The parts of a frame are forms of one thing, the best first: an object, and a picture of it.
    const parts = elementsOf(drawing);
    if (drawing.name === 'draw:frame' && parts[0]?.name === 'draw:object')
      return [element('w:object', {}, [element('o:OLEObject')])];
    return parts.flatMap((part) =>
      part.name === 'draw:image'
        ? [element('w:pict', {}, [element('v:imagedata')])]
        : /^draw:(?:frame|g|custom-shape|text-box)$/.test(part.name)
          ? this.#drawing(part)
          : [],
    );
  }

  #table(table: XmlElement): XmlElement {
    const rows: SpanRow[] = [];
    let isRuled = false;
    const addRows = (parent: XmlElement, isHeader: boolean): void => {
      for (const child of elementsOf(parent)) {
        if (child.name === 'table:table-header-rows') addRows(child, true);
        else if (/^table:table-rows?(?:-group)?$/.test(child.name) && child.name !== 'table:table-row')
          addRows(child, isHeader);
        else if (child.name === 'table:table-row') {
          const cells = elementsOf(child).filter(({ name }) => name === 'table:table-cell');
          isRuled ||= cells.some((cell) => this.#styles.isRuled(cell.attributes['table:style-name']));
          const count = Math.min(numberOf(child, 'table:number-rows-repeated'), MAX_REPEATED);
          for (let i = 0; i < count; i++) rows.push({ isHeader, cells: cells.flatMap((cell) => this.#cells(cell)) });
        }
      }
    };
    addRows(table, false);
    return tableOfSpans(rows, isRuled);
  }

  #cells(cell: XmlElement): SpanRow['cells'] {
    const count = Math.min(numberOf(cell, 'table:number-columns-repeated'), MAX_REPEATED);
    return Array.from({ length: count }, () => ({
      rowSpan: numberOf(cell, 'table:number-rows-spanned'),
      colSpan: numberOf(cell, 'table:number-columns-spanned'),
      content: this.read(cell),
    }));
  }
}

const numberOf = (element: XmlElement, name: string): number =>
  Number.parseInt(element.attributes[name] ?? '', 10) || 1;

const withoutAuthor = (annotation: XmlElement): XmlElement => ({
  ...annotation,
  children: annotation.children.filter((child) => typeof child !== 'string' && /^text:/.test(child.name)),
});
