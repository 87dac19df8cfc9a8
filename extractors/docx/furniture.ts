import { childOf, elementsOf, isOn, type XmlElement } from './package/element.ts';
import { type DocumentContext, Story } from './story.ts';

type Kind = 'page-header' | 'page-footer';

/** What stands at the edge of pages: told by the sections, read once each, written apart from the body. */
export class Furniture {
  readonly #ids = new Map<string, Kind>();
  readonly #hasEvenPages: boolean;

  constructor(settings: XmlElement | null) {
    this.#hasEvenPages = isOn(childOf(settings ?? undefined, 'w:evenAndOddHeaders'));
  }

  /** Word keeps headers that it no longer shows: of a first page without `titlePg`, of even pages. */
  addSection(section: XmlElement): void {
    const hasFirstPage = isOn(childOf(section, 'w:titlePg'));
    for (const { name, attributes } of elementsOf(section)) {
      const kind = name === 'w:headerReference' ? 'page-header' : name === 'w:footerReference' ? 'page-footer' : null;
      const type = attributes['w:type'] ?? 'default';
      const id = attributes['r:id'];
      const isShown = type === 'first' ? hasFirstPage : type === 'even' ? this.#hasEvenPages : true;
      if (kind && id !== undefined && isShown) this.#ids.set(id, kind);
    }
  }

  references(paths: ReadonlyMap<string, string>): { kind: Kind; part: string }[] {
    const byPart = new Map<string, Kind>();
    for (const [id, kind] of this.#ids) {
      const part = paths.get(id);
      if (part !== undefined && !byPart.has(part)) byPart.set(part, kind);
    }
    return [...byPart].map(([part, kind]) => ({ kind, part }));
  }
}

/** A page header or footer, whatever its parts, is text at the edge of a page and nothing else. */
export function writeFurniture(root: XmlElement, kind: Kind, context: DocumentContext): void {
  const story = new Story(context, kind);
  for (const element of elementsOf(root)) story.read(element);
  story.end();
}

/** Author of the comments that annotate a report with what was found in it. */
export const OWN_AUTHOR = 'đối soát';

/** What a reader of the draft wrote beside it: kept, and kept apart from what the report says. Not what we wrote ourselves. */
export function writeComment(comment: XmlElement, context: DocumentContext): void {
  if (comment.attributes['w:author'] === OWN_AUTHOR) return;
  const { text } = new Story(context, 'comment').readTogether(comment);
  if (text !== '') context.builder.add('comment', text);
}
