import type { Block } from '../../schemas/document.ts';
import { formatNumber } from './numbering/formats.ts';
import { childOf, childrenOf, childValue, type XmlElement } from './package/element.ts';
import type { NotePiece, NoteType } from './paragraph/pieces.ts';

interface Pending {
  type: NoteType;
  page: number;
  anchor: NonNullable<Block['note']>;
}

/** The notes of a report, each handed out once, and the numbers under which Word would show them. */
export class Notes {
  readonly #bodies: Record<NoteType, Map<string, XmlElement>>;
  readonly #settings: XmlElement | null;
  readonly #used = new Set<XmlElement>();
  readonly #counts = { footnote: 0, endnote: 0 };
  /** Marks of the section that is being read: how they are numbered is said only at its end. */
  #pending: Pending[] = [];
  #lastPage = -1;

  constructor(footnotes: XmlElement | null, endnotes: XmlElement | null, settings: XmlElement | null) {
    this.#bodies = { footnote: bodiesOf(footnotes, 'w:footnote'), endnote: bodiesOf(endnotes, 'w:endnote') };
    this.#settings = settings;
  }

  /** Null for a note that was met before, undefined for one that does not exist. */
  take({ note, id }: NotePiece): XmlElement | null | undefined {
    const body = this.#bodies[note].get(id);
    if (body === undefined || this.#used.has(body)) return body && null;
    this.#used.add(body);
    return body;
  }

  /** `anchor.mark` is filled in when the section ends; a mark that the writer typed stays. */
  number(piece: NotePiece, anchor: NonNullable<Block['note']>): void {
    if (piece.typed) anchor.mark = piece.typed;
    else this.#pending.push({ type: piece.note, page: piece.page, anchor });
  }

  endSection(section: XmlElement | undefined): void {
    const rules = { footnote: this.#rules('footnote', section), endnote: this.#rules('endnote', section) };
    for (const type of ['footnote', 'endnote'] as const) {
      if (rules[type].restart === 'eachSect') this.#counts[type] = 0;
    }
    for (const { type, page, anchor } of this.#pending) {
      const { format, start, restart } = rules[type];
      if (restart === 'eachPage' && type === 'footnote' && page !== this.#lastPage) this.#counts[type] = 0;
      if (type === 'footnote') this.#lastPage = page;
      anchor.mark = formatNumber(start + this.#counts[type]++, format);
    }
    this.#pending = [];
  }

  /** Stated for a section, else for the whole document; endnotes are i, ii, iii unless something else is said. */
  #rules(type: NoteType, section: XmlElement | undefined): { format: string; start: number; restart: string } {
    const own = childOf(section, `w:${type}Pr`);
    const all = childOf(this.#settings ?? undefined, `w:${type}Pr`);
    const value = (name: string): string | undefined => childValue(own, name) ?? childValue(all, name);
    return {
      format: value('w:numFmt') ?? (type === 'endnote' ? 'lowerRoman' : 'decimal'),
      start: Number(value('w:numStart') ?? 1) || 1,
      restart: value('w:numRestart') ?? 'continuous',
    };
  }
}

/** The lines that part notes from the text are notes, too, for Word. */
function bodiesOf(root: XmlElement | null, name: string): Map<string, XmlElement> {
  const notes = childrenOf(root ?? undefined, name).filter(
    ({ attributes }) => !/eparator|Notice/.test(attributes['w:type'] ?? ''),
  );
  return new Map(notes.map((note) => [note.attributes['w:id'] ?? '', note]));
}
