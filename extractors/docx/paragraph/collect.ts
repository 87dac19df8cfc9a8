import type { LegacyEncoding } from '../../legacy/decode.ts';
import type { Findings } from '../findings.ts';
import { childOf, childValue, elementsOf, isOn, textOf, type XmlElement } from '../package/element.ts';
import { overlay, type RunLook, readRunLook, type Styles } from '../styles.ts';
import { chosenBranch, readDrawing } from './drawing.ts';
import { Fields } from './fields.ts';
import type { NoteType, Piece } from './pieces.ts';
import { symbol } from './symbols.ts';

/** What paragraphs share over a whole document. */
export interface InlineContext {
  styles: Styles;
  findings: Findings;
  /** Page breaks met so far; only those that Word left in the file, so good for restarting notes and nothing else. */
  page: number;
  /** The old encoding in which the document is written as its other lines show; null for Unicode. */
  legacy: LegacyEncoding | null;
}

/** Goes through the content of one paragraph and gathers its text in pieces, and the text boxes that hang on it. */
export class PieceCollector {
  readonly pieces: Piece[] = [];
  readonly boxes: XmlElement[] = [];
  readonly #context: InlineContext;
  readonly #base: RunLook;
  readonly #fields = new Fields();

  constructor(context: InlineContext, base: RunLook) {
    this.#context = context;
    this.#base = base;
  }

  walk(parent: XmlElement): void {
    for (const child of parent.children) if (typeof child !== 'string') this.#take(child);
  }

  #take(element: XmlElement): void {
    switch (element.name) {
      case 'w:r':
        this.#run(element);
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.#context.findings.insertions++;
        this.walk(element);
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.#context.findings.deletions++;
        break;
      case 'mc:AlternateContent':
        this.walk(chosenBranch(element));
        break;
      case 'm:r':
        this.#add(elementsOf(element).filter(isMathText).map(textOf).join(''), this.#base);
        break;
      case 'm:sup': {
        const inner = new PieceCollector(this.#context, { ...this.#base, raised: true });
        inner.walk(element);
        this.pieces.push(...inner.pieces);
        break;
      }
      case 'm:den':
        this.#add('/', this.#base);
        this.walk(element);
        break;
      case 'w:pPr':
      case 'w:sdtPr':
      case 'w:rt':
        break;
      default:
        // Links, content controls, simple fields, smart tags and whatever may come: their runs count, they do not.
        this.walk(element);
    }
  }

  #run(run: XmlElement): void {
    const look = this.#lookOf(childOf(run, 'w:rPr'));
    if (look.hidden) {
      if (elementsOf(run).some((child) => child.name === 'w:t')) this.#context.findings.hidden++;
      return;
    }
    for (const child of run.children) {
      if (typeof child === 'string') continue;
      // A mark that the writer typed himself stands behind its reference, in the same run.
      if (this.#typedMark(child)) continue;
      this.#runContent(child, look);
    }
  }

  #typedMark(child: XmlElement): boolean {
    const last = this.pieces.at(-1);
    if (child.name !== 'w:t' || !last || !('note' in last) || last.typed !== '') return false;
    last.typed = textOf(child).trim();
    return true;
  }

  #lookOf(properties: XmlElement | undefined): RunLook {
    if (!properties) return this.#base;
    const look = { ...this.#base };
    const style = childValue(properties, 'w:rStyle');
    if (style !== undefined) overlay(look, this.#context.styles.character(style));
    return overlay(look, readRunLook(properties));
  }

  #runContent(element: XmlElement, look: RunLook): void {
    switch (element.name) {
      case 'w:t':
        this.#add(textOf(element), look);
        break;
      case 'w:tab':
      case 'w:ptab':
      case 'w:cr':
        this.#add(' ', look);
        break;
      case 'w:br':
        if (element.attributes['w:type'] === 'page') this.#context.page++;
        this.#add(' ', look);
        break;
      case 'w:lastRenderedPageBreak':
        this.#context.page++;
        break;
      case 'w:noBreakHyphen':
        this.#add('-', look);
        break;
      case 'w:softHyphen':
        // In TCVN3 the letter ư has the code of the soft hyphen, and some programs save it as one.
        this.#add('\u00AD', look);
        break;
      case 'w:sym':
        this.#symbol(element, look);
        break;
      case 'w:footnoteReference':
        this.#note('footnote', element);
        break;
      case 'w:endnoteReference':
        this.#note('endnote', element);
        break;
      case 'w:fldChar':
        this.#add(this.#fields.take(element) ?? '', look);
        break;
      case 'mc:AlternateContent':
        for (const child of elementsOf(chosenBranch(element))) this.#runContent(child, look);
        break;
      case 'w:ruby':
        this.walk(element);
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.boxes.push(...readDrawing(element, this.#context.findings));
        break;
      default:
        // Properties, instructions of fields, deleted text, separators: nothing that is read.
        break;
    }
  }

  #add(text: string, look: RunLook): void {
    if (text !== '' && this.#fields.isVisible) this.pieces.push({ text, look });
  }

  #symbol({ attributes }: XmlElement, look: RunLook): void {
    const text = symbol(attributes['w:font'], attributes['w:char']);
    if (text === null) this.#context.findings.lostSymbols++;
    else this.#add(text, { ...look, font: '' });
  }

  #note(note: NoteType, { attributes }: XmlElement): void {
    const custom = attributes['w:customMarkFollows'];
    const isTyped = isOn({ name: '', attributes: { 'w:val': custom ?? '0' }, children: [] });
    if (!this.#fields.isVisible) return;
    this.pieces.push({ note, id: attributes['w:id'] ?? '', typed: isTyped ? '' : null, page: this.#context.page });
  }
}

const isMathText = (element: XmlElement): boolean => element.name === 'm:t';
