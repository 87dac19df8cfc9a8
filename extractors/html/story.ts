import type { XmlElement } from '../docx/package/element.ts';
import { type SpanRow, tableOfSpans } from '../docx/table/spans.ts';
import { element, setting } from '../docx/tree.ts';
import { lookOf } from './look.ts';
import { attribute, type HtmlElement, type HtmlNode, isElement, styleOf } from './nodes.ts';
import type { HtmlNote } from './notes.ts';

/** Lists, notes and pictures of a page as they are met. */
export interface HtmlAside {
  notes: ReadonlyMap<HtmlElement, HtmlNote>;
  footnotes: XmlElement[];
  endnotes: XmlElement[];
  lists: XmlElement[];
}

const BLOCK =
  /^(?:address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|html|li|main|nav|ol|p|pre|section|summary|ul)$/;
const NOT_READ =
  /^(?:head|script|style|title|template|noscript|iframe|object|svg|math|select|textarea|button|meta|link)$/;
/** No report is built this deep; what lies deeper is left out instead of breaking the reader. */
const MAX_DEPTH = 400;
const FORMATS: Readonly<Record<string, string>> = {
  I: 'upperRoman',
  i: 'lowerRoman',
  A: 'upperLetter',
  a: 'lowerLetter',
};

interface Inside {
  look: XmlElement[];
  heading: number | null;
  list: { id: string; level: number } | null;
  depth: number;
}

/** Translates a part of a page into paragraphs and tables of WordprocessingML. */
export class HtmlStory {
  readonly #aside: HtmlAside;
  readonly #skipped: ReadonlySet<HtmlElement>;
  readonly #body: XmlElement[] = [];
  #runs: XmlElement[] = [];
  /** The number of a list item stands before its first paragraph only. */
  #label: XmlElement | null = null;
  #keepsLines = false;

  /** `skipped`: blocks of notes, which are read where their marks stand. */
  constructor(aside: HtmlAside, skipped: ReadonlySet<HtmlElement>) {
    this.#aside = aside;
    this.#skipped = skipped;
  }

  read(nodes: readonly HtmlNode[], inside: Inside = { look: [], heading: null, list: null, depth: 0 }): XmlElement[] {
    for (const node of nodes) this.#node(node, inside);
    this.#endParagraph(inside);
    return this.#body;
  }

  #node(node: HtmlNode, inside: Inside): void {
    if ('value' in node) this.#text(node.value, inside);
    else if (isElement(node) && inside.depth < MAX_DEPTH) this.#element(node, { ...inside, depth: inside.depth + 1 });
  }

  #element(node: HtmlElement, inside: Inside): void {
    const { tagName } = node;
    if (NOT_READ.test(tagName) || this.#skipped.has(node)) return;
    const note = this.#aside.notes.get(node);
    if (note) {
      this.#note(note, inside);
      return;
    }
    const look = lookOf(node);
    if (look === null) return;
    const own: Inside = { ...inside, look: [...inside.look, ...look] };
    if (tagName === 'table') this.#table(node, own);
    else if (tagName === 'br') this.#add([element('w:br')], own);
    else if (tagName === 'img') this.#add([element('w:pict', {}, [element('v:imagedata')])], own);
    else if (BLOCK.test(tagName)) this.#block(node, own, inside);
    else for (const child of node.childNodes) this.#node(child, own);
  }

  #block(node: HtmlElement, own: Inside, outer: Inside): void {
    this.#endParagraph(outer);
    const heading = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (heading !== undefined) own.heading = Number(heading) - 1;
    if (node.tagName === 'ol' || node.tagName === 'ul') own.list = this.#list(node, own.list);
    else if (node.tagName === 'li' && own.list)
      this.#label = element('w:numPr', {}, [setting('w:ilvl', own.list.level), setting('w:numId', own.list.id)]);
    const kept = this.#keepsLines;
    this.#keepsLines ||= node.tagName === 'pre';
    for (const child of node.childNodes) this.#node(child, own);
    this.#endParagraph(own);
    this.#keepsLines = kept;
  }

  /** Every list of a page counts for itself. */
  #list(node: HtmlElement, outer: Inside['list']): Inside['list'] {
    const id = String(this.#aside.lists.length / 2 + 1);
    const level = outer ? Math.min(outer.level + 1, 8) : 0;
    const isNumbered = node.tagName === 'ol';
    const format = isNumbered ? (FORMATS[attribute(node, 'type') ?? ''] ?? 'decimal') : 'bullet';
    const definition = element('w:lvl', { 'w:ilvl': String(level) }, [
      setting('w:start', attribute(node, 'start') ?? '1'),
      setting('w:numFmt', format),
      setting('w:lvlText', isNumbered ? `%${level + 1}.` : '•'),
    ]);
    this.#aside.lists.push(
      element('w:abstractNum', { 'w:abstractNumId': id }, [definition]),
      element('w:num', { 'w:numId': id }, [setting('w:abstractNumId', id)]),
    );
    return { id, level };
  }

  #text(text: string, inside: Inside): void {
    if (!this.#keepsLines) {
      if (text.trim() !== '' || this.#runs.length > 0) this.#add([element('w:t', {}, [text])], inside);
      return;
    }
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) this.#endParagraph(inside);
      if (line !== '') this.#add([element('w:t', {}, [line])], inside);
    }
  }

  #add(content: XmlElement[], { look }: Inside): void {
    this.#runs.push(element('w:r', {}, [element('w:rPr', {}, look), ...content]));
  }

  #note({ kind, mark, body, back }: HtmlNote, inside: Inside): void {
    const notes = this.#aside[`${kind}s`];
    const id = String(notes.length);
    const story = new HtmlStory(this.#aside, new Set([...this.#skipped, back].filter((skipped) => skipped !== body)));
    notes.push(element(`w:${kind}`, { 'w:id': id }, story.read(body.childNodes)));
    const reference = element(`w:${kind}Reference`, { 'w:id': id, 'w:customMarkFollows': '1' });
    this.#add([reference, element('w:t', {}, [mark])], inside);
  }

  #endParagraph({ heading }: Inside): void {
    const label = this.#label;
    if (this.#runs.length === 0) return;
    this.#label = null;
    const properties = element('w:pPr', {}, [
      ...(heading === null ? [] : [setting('w:outlineLvl', heading)]),
      ...(label ? [label] : []),
    ]);
    this.#body.push(element('w:p', {}, [properties, ...this.#runs]));
    this.#runs = [];
  }

  #table(table: HtmlElement, inside: Inside): void {
    this.#endParagraph(inside);
    const rows: SpanRow[] = [];
    let isRuled = Number(attribute(table, 'border') ?? 0) > 0 || hasBorder(table);
    const addRows = (parent: HtmlElement, isHead: boolean): void => {
      for (const child of parent.childNodes.filter(isElement)) {
        if (/^(?:thead|tbody|tfoot)$/.test(child.tagName)) addRows(child, child.tagName === 'thead');
        else if (child.tagName === 'caption') this.#block(child, inside, inside);
        else if (child.tagName === 'tr') {
          const cells = child.childNodes
            .filter(isElement)
            .filter(({ tagName }) => tagName === 'td' || tagName === 'th');
          isRuled ||= cells.some(hasBorder);
          const isHeader = isHead || (cells.length > 0 && cells.every(({ tagName }) => tagName === 'th'));
          rows.push({ isHeader, cells: cells.map((cell) => this.#cell(cell, inside)) });
        }
      }
    };
    addRows(table, false);
    this.#body.push(tableOfSpans(rows, isRuled, linesAmongColumns(table)));
  }

  #cell(cell: HtmlElement, inside: Inside): SpanRow['cells'][number] {
    const story = new HtmlStory(this.#aside, this.#skipped);
    const span = (name: string): number => Number.parseInt(attribute(cell, name) ?? '', 10) || 1;
    const look = lookOf(cell) ?? [];
    return {
      rowSpan: span('rowspan'),
      colSpan: span('colspan'),
      content: story.read(cell.childNodes, { ...inside, look: [...inside.look, ...look], heading: null, list: null }),
    };
  }
}

const hasBorder = (element: HtmlElement): boolean =>
  ['border', 'border-top', 'border-bottom', 'border-left', 'border-right'].some((name) =>
    /solid|double|dashed|dotted|windowtext/.test(styleOf(element, name) ?? ''),
  );

/** Of the width of a table; the narrowest column that anybody writes into is wider. */
const WIDTH_OF_LINE = 0.008;

/** Columns of next to no width: LibreOffice writes `<col width="0*">` where the edges of two rows differ by a hair. */
function linesAmongColumns(table: HtmlElement): Set<number> {
  const widths: number[] = [];
  const visit = (parent: HtmlElement): void => {
    for (const child of parent.childNodes.filter(isElement)) {
      if (child.tagName === 'colgroup') visit(child);
      if (child.tagName !== 'col') continue;
      const width = Number.parseFloat(attribute(child, 'width') ?? styleOf(child, 'width') ?? '');
      const span = Math.min(Math.max(Number.parseInt(attribute(child, 'span') ?? '1', 10) || 1, 1), 1_000);
      for (let i = 0; i < span; i++) widths.push(width);
    }
  };
  visit(table);
  const total = widths.reduce((sum, width) => sum + width, 0);
  return new Set(widths.flatMap((width, i) => (width < total * WIDTH_OF_LINE ? [i] : [])));
}
