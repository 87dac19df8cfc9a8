import type { XmlElement } from '../docx/package/element.ts';
import { NestedTables } from '../docx/table/nesting.ts';
import { element } from '../docx/tree.ts';
import { letterOf } from './code-pages.ts';
import { changeLook, type Look, paragraphProperties, runProperties } from './look.ts';
import { RowDefinition, type RowShape, tableOfRows } from './row.ts';
import type { Tables } from './tables.ts';
import { type Control, destinationOf, type Group } from './tokens.ts';

/** What stands outside of the running text, gathered while it is read. */
export interface Aside {
  footnotes: XmlElement[];
  endnotes: XmlElement[];
  comments: XmlElement[];
  edges: { kind: 'page-header' | 'page-footer'; root: XmlElement }[];
}

const LETTERS: Readonly<Record<string, string>> = {
  '~': '\u00A0',
  _: '\u2011',
  '-': '\u00AD',
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};
/** Groups that hold no text of the report, though they are not marked as optional. */
const SKIPPED =
  /^(?:fonttbl|colortbl|stylesheet|info|filetbl|listtext|nonesttables|nonshppict|pict|object|fldinst|xe|tc|txe|rxe|bkmkstart|bkmkend|shprslt|private|userprops|template|revtbl|title|author|falt|panose|sp|levelnumbers|leveltext)$/;
/** Optional groups whose content is read. */
const READ_THOUGH_OPTIONAL = /^(?:shpinst|shppict|nesttableprops|ud|txfieldtext|annotation|footnote|aftncn)$/;
const HEADERS = /^header[lrf]?$/;
const FOOTERS = /^footer[lrf]?$/;

/** Reads one story (the body, a note, a text box): its paragraphs and tables as elements of WordprocessingML. */
export class RtfStory {
  readonly #tables: Tables;
  readonly #aside: Aside;
  readonly #nesting = new NestedTables<RowShape>(tableOfRows);
  readonly #row = new RowDefinition();
  #runs: XmlElement[] = [];
  /** Bytes still to come that only repeat a letter for readers without Unicode. */
  #toSkip = 0;
  /** A note mark with Word's own number was just read: the note follows. */
  #hasNumber = false;

  constructor(tables: Tables, aside: Aside) {
    this.#tables = tables;
    this.#aside = aside;
  }

  read(group: Group, look: Look): void {
    const { word: destination } = destinationOf(group);
    const own = { ...look };
    for (const item of group.items) {
      if ('items' in item) this.#group(item, own);
      else if ('bytes' in item) this.#bytes(item.bytes, own);
      else this.#control(item, own, destination);
    }
  }

  end(look: Look): XmlElement[] {
    if (this.#runs.length > 0) this.#endParagraph(look, look.depth);
    return this.#nesting.end();
  }

  #group(group: Group, look: Look): void {
    const { word, isOptional } = destinationOf(group);
    this.#toSkip = 0;
    if (word === 'footnote') this.#note(group, look);
    else if (HEADERS.test(word) || FOOTERS.test(word)) {
      const kind = HEADERS.test(word) ? 'page-header' : 'page-footer';
      this.#aside.edges.push({ kind, root: element('w:hdr', {}, this.#apart(group, look)) });
    } else if (word === 'annotation') this.#aside.comments.push(element('w:comment', {}, this.#apart(group, look)));
    else if (word === 'shptxt' || word === 'dptxbxtext')
      this.#addRun([element('w:pict', {}, [element('w:txbxContent', {}, this.#apart(group, look))])], look);
    else if (word === 'pict' || word === 'shppict')
      this.#addRun([element('w:pict', {}, [element('v:imagedata')])], look);
    else if (word === 'object') this.#addRun([element('w:object', {}, [element('o:OLEObject')])], look);
    else if (word === 'upr') this.#unicodeHalf(group, look);
    else if (SKIPPED.test(word) || (isOptional && !READ_THOUGH_OPTIONAL.test(word))) return;
    else this.read(group, look);
  }

  /** `{\upr{…}{\*\ud{…}}}`: the same twice, the second time in Unicode. */
  #unicodeHalf(group: Group, look: Look): void {
    for (const item of group.items) if ('items' in item && destinationOf(item).word === 'ud') this.read(item, look);
  }

  #apart(group: Group, look: Look): XmlElement[] {
    const story = new RtfStory(this.#tables, this.#aside);
    const plain: Look = { ...look };
    changeLook(plain, 'pard', null, this.#tables);
    changeLook(plain, 'plain', null, this.#tables);
    story.read(group, plain);
    return story.end(plain);
  }

  /** A note stands where its mark stands: a number of Word's, or raised text right before it that the writer typed. */
  #note(group: Group, look: Look): void {
    const kind = group.items.some((item) => 'word' in item && item.word === 'ftnalt') ? 'endnote' : 'footnote';
    const notes = this.#aside[`${kind}s`];
    const id = String(notes.length);
    const typed = this.#hasNumber ? null : this.#takeTypedMark();
    this.#hasNumber = false;
    const note = element(`w:${kind}`, { 'w:id': id });
    notes.push(note);
    note.children.push(...this.#apart(group, look));
    const mark = element(`w:${kind}Reference`, { 'w:id': id, ...(typed && { 'w:customMarkFollows': '1' }) });
    this.#addRun(typed ? [mark, element('w:t', {}, [typed])] : [mark], look);
  }

  #takeTypedMark(): string | null {
    const last = this.#runs.at(-1);
    const [properties, text] = last?.children ?? [];
    const isRaised =
      typeof properties === 'object' &&
      properties.children.some((child) => typeof child === 'object' && child.name === 'w:vertAlign');
    if (!isRaised || typeof text !== 'object' || text.name !== 'w:t') return null;
    this.#runs.pop();
    return String(text.children[0] ?? '').trim();
  }

  #bytes(bytes: string, look: Look): void {
    const skipped = Math.min(this.#toSkip, bytes.length);
    this.#toSkip -= skipped;
    const codePage = this.#tables.fonts.get(look.font)?.codePage ?? this.#tables.codePage;
    let text = '';
    for (const byte of bytes.slice(skipped)) text += letterOf(byte, codePage);
    this.#addText(text, look);
  }

  #control({ word, value }: Control, look: Look, destination: string): void {
    const letter = LETTERS[word];
    if (letter !== undefined) this.#addText(letter, look);
    else if (changeLook(look, word, value, this.#tables)) return;
    else {
      switch (word) {
        case 'u':
          this.#addText(String.fromCharCode((value ?? 0) & 0xffff), look);
          this.#toSkip = look.fallback;
          break;
        case 'par':
          this.#endParagraph(look, look.depth);
          break;
        case 'sect':
          this.#endParagraph(look, look.depth);
          this.#nesting.add(element('w:sectPr'), 0);
          break;
        case 'page':
          this.#addRun([element('w:br', { 'w:type': 'page' })], look);
          break;
        case 'cell':
          this.#endParagraph(look, 1);
          this.#nesting.endCell(1);
          break;
        case 'nestcell':
          this.#endParagraph(look, Math.max(look.depth, 2));
          this.#nesting.endCell(Math.max(look.depth, 2));
          break;
        case 'row':
          this.#nesting.endRow(1, this.#row.shape());
          break;
        case 'nestrow':
          this.#nesting.endRow(Math.max(look.depth, 2), this.#row.shape());
          break;
        case 'chftn':
          this.#hasNumber = destination !== 'footnote';
          break;
        default:
          this.#row.take({ word, value });
      }
    }
  }

  #addText(text: string, look: Look): void {
    if (text !== '') this.#addRun([element('w:t', {}, [text])], look);
  }

  #addRun(content: XmlElement[], look: Look): void {
    const run = element('w:r', {}, [runProperties(look, this.#tables), ...content]);
    const wrapper = look.isDeleted ? 'w:del' : look.isInserted ? 'w:ins' : null;
    this.#runs.push(wrapper ? element(wrapper, {}, [run]) : run);
  }

  #endParagraph(look: Look, depth: number): void {
    this.#nesting.add(element('w:p', {}, [paragraphProperties(look), ...this.#runs]), depth);
    this.#runs = [];
    this.#toSkip = 0;
  }
}
