import { DocumentBuilder, type Reading } from '../document/builder.ts';
import type { LegacyEncoding } from '../legacy/decode.ts';
import { Findings } from './findings.ts';
import { Furniture, writeComment, writeFurniture } from './furniture.ts';
import { Notes } from './notes.ts';
import { ListCounters } from './numbering/counters.ts';
import { ListDefinitions } from './numbering/definitions.ts';
import { childrenOf, type XmlElement } from './package/element.ts';
import { type DocumentContext, Story } from './story.ts';
import { Styles } from './styles.ts';

/** The parts of a document beside its body, as elements of WordprocessingML; null where it has none. */
export interface WordParts {
  styles: XmlElement | null;
  numbering: XmlElement | null;
  settings: XmlElement | null;
  footnotes: XmlElement | null;
  endnotes: XmlElement | null;
}

/**
 * Reads a document by `read`, and where its letters show that it is written in an old encoding, once more with that
 * known: its first lines are too short to show it themselves.
 */
export function readWord(parts: WordParts, read: (reader: WordReader) => void): Reading {
  const once = (legacy: LegacyEncoding | null): { reading: Reading; findings: Findings } => {
    const findings = new Findings();
    const reader = new WordReader(parts, findings, legacy);
    read(reader);
    return { reading: reader.reading(), findings };
  };
  const { reading, findings } = once(null);
  return findings.legacy === null ? reading : once(findings.legacy).reading;
}

/**
 * Makes the blocks of a document out of elements of WordprocessingML: those of a DOCX, and those into which the readers
 * of other formats translate theirs. First the body, element by element, then what stands at the edge of pages, then
 * the comments.
 */
class WordReader {
  readonly furniture: Furniture;
  readonly findings: Findings;
  readonly #context: DocumentContext;
  readonly #body: Story;

  constructor(parts: WordParts, findings: Findings, legacy: LegacyEncoding | null) {
    const { styles: sheet, numbering, settings, footnotes, endnotes } = parts;
    const styles = new Styles(sheet);
    const notes = new Notes(footnotes, endnotes, settings);
    const furniture = new Furniture(settings);
    this.furniture = furniture;
    this.findings = findings;
    this.#context = {
      builder: new DocumentBuilder(),
      styles,
      findings,
      notes,
      lists: new ListDefinitions(numbering, styles),
      counters: new ListCounters(),
      page: 0,
      legacy,
      endSection: (section) => {
        notes.endSection(section);
        furniture.addSection(section);
      },
    };
    this.#body = new Story(this.#context, 'paragraph');
  }

  /** A paragraph, a table, or the end of a section. */
  readBody(element: XmlElement): void {
    this.#body.read(element);
  }

  endBody(): void {
    this.#body.end();
    this.#context.notes.endSection(undefined);
  }

  readFurniture(root: XmlElement, kind: 'page-header' | 'page-footer'): void {
    writeFurniture(root, kind, this.#context);
  }

  readComments(root: XmlElement | null): void {
    for (const comment of childrenOf(root ?? undefined, 'w:comment')) writeComment(comment, this.#context);
  }

  reading(): Reading {
    return { blocks: this.#context.builder.blocks, diagnostics: this.#context.findings.diagnostics() };
  }
}
