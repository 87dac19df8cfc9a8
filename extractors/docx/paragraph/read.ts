import type { ListCounters, ListLabel } from '../numbering/counters.ts';
import type { ListDefinitions } from '../numbering/definitions.ts';
import { childOf, childValue, isOn, type XmlElement } from '../package/element.ts';
import { type ParagraphLook, readOutlineLevel } from '../styles.ts';
import { type InlineContext, PieceCollector } from './collect.ts';
import { composeLine, type Line } from './line.ts';
import type { Piece } from './pieces.ts';

export interface ParagraphContext extends InlineContext {
  lists: ListDefinitions;
  counters: ListCounters;
}

export interface Paragraph extends Line {
  /** The words without the automatic number. */
  isEmpty: boolean;
  hasBullet: boolean;
  isHeading: boolean;
  isBold: boolean;
  boxes: XmlElement[];
  /** Properties of the section that ends with this paragraph. */
  section: XmlElement | undefined;
}

/** Longer than this, a "heading" is a paragraph in the wrong style. */
const LONGEST_HEADING = 250;

/** Reads the paragraphs of one story (the body, a cell, a note) in order. */
export class ParagraphReader {
  readonly #context: ParagraphContext;
  /** Pieces of a paragraph whose end was deleted or hidden: it goes on in the next. */
  #carried: Piece[] = [];
  #carriedBoxes: XmlElement[] = [];

  constructor(context: ParagraphContext) {
    this.#context = context;
  }

  /** Null where the paragraph goes on in the next one. */
  read(element: XmlElement): Paragraph | null {
    const properties = childOf(element, 'w:pPr');
    const styleId = childValue(properties, 'w:pStyle');
    const look = this.#context.styles.paragraph(styleId);
    const collector = new PieceCollector(this.#context, look.run);
    collector.pieces.push(...this.#carried);
    collector.walk(element);
    const boxes = this.#carriedBoxes.concat(collector.boxes);
    this.#carried = [];
    this.#carriedBoxes = [];
    if (this.#goesOn(properties)) {
      this.#carried = collector.pieces;
      this.#carriedBoxes = boxes;
      return null;
    }
    return this.#finish(collector.pieces, boxes, properties, look, styleId);
  }

  /** What was carried on but has no next paragraph: the end of a cell, or a table follows. */
  flush(): Paragraph | null {
    if (this.#carried.length === 0) return null;
    const paragraph = this.#finish(
      this.#carried,
      this.#carriedBoxes,
      undefined,
      this.#context.styles.paragraph(''),
      '',
    );
    this.#carried = [];
    this.#carriedBoxes = [];
    return paragraph;
  }

  #goesOn(properties: XmlElement | undefined): boolean {
    const end = childOf(properties, 'w:rPr');
    if (childOf(end, 'w:del') ?? childOf(end, 'w:moveFrom')) {
      this.#context.findings.deletions++;
      return true;
    }
    if (childOf(end, 'w:ins')) this.#context.findings.insertions++;
    if (isOn(childOf(end, 'w:specVanish'))) return true;
    // The big first letter of a chapter is a paragraph of its own.
    return (childOf(properties, 'w:framePr')?.attributes['w:dropCap'] ?? 'none') !== 'none';
  }

  #finish(
    pieces: Piece[],
    boxes: XmlElement[],
    properties: XmlElement | undefined,
    look: ParagraphLook,
    styleId: string | undefined,
  ): Paragraph {
    const isEmpty = pieces.every((piece) => 'text' in piece && piece.text.trim() === '');
    const label = this.#label(properties, look, styleId);
    const all = label ? [{ text: label.text, look: labelLook(label, look) }, ...pieces] : pieces;
    const { converted, byLetters, ...line } = composeLine(all, this.#context.legacy);
    this.#context.findings.legacyRuns += converted;
    if (byLetters) this.#context.findings.legacyLines[byLetters]++;
    const level = readOutlineLevel(properties) ?? look.outlineLevel;
    return {
      ...line,
      isEmpty,
      hasBullet: label?.isBullet ?? false,
      isHeading: level !== null && line.text.length <= LONGEST_HEADING,
      isBold: pieces.every((piece) => !('text' in piece) || piece.look.bold || piece.text.trim() === ''),
      boxes,
      section: childOf(properties, 'w:sectPr'),
    };
  }

  #label(properties: XmlElement | undefined, look: ParagraphLook, styleId: string | undefined): ListLabel | null {
    const own = childOf(properties, 'w:numPr');
    if (!own && !look.numbering) return null;
    const list = this.#context.lists.list(childValue(own, 'w:numId') ?? look.numbering?.id ?? '0');
    if (!list) return null;
    const byStyle = list.levels.findIndex((level) => level.styleId !== undefined && level.styleId === styleId);
    const level = childValue(own, 'w:ilvl') ?? (byStyle >= 0 ? byStyle : (look.numbering?.level ?? 0));
    return this.#context.counters.next(list, Number(level));
  }
}

const labelLook = (label: ListLabel, look: ParagraphLook) => ({
  ...look.run,
  font: label.font ?? look.run.font,
  raised: false,
});
