import { attribute, elementsIn, type HtmlElement, type HtmlNode, textOf } from './nodes.ts';

export interface HtmlNote {
  kind: 'footnote' | 'endnote';
  mark: string;
  body: HtmlElement;
  /** The mark as it stands again before the text of the note. */
  back: HtmlElement;
}

/**
 * Notes by the links at their marks. Word and LibreOffice write a note as two links that lead to each other: the mark in
 * the text, and the mark before the text of the note, in a block that stands at the end.
 */
export function findNotes(roots: readonly HtmlNode[]): Map<HtmlElement, HtmlNote> {
  const links: HtmlElement[] = [];
  const byName = new Map<string, HtmlElement>();
  for (const element of elementsIn(roots)) {
    if (element.tagName !== 'a') continue;
    if (attribute(element, 'href')?.startsWith('#')) links.push(element);
    for (const name of [attribute(element, 'name'), attribute(element, 'id')]) if (name) byName.set(name, element);
  }
  const notes = new Map<HtmlElement, HtmlNote>();
  const backs = new Set<HtmlElement>();
  for (const link of links) {
    const target = targetOf(link, byName);
    if (!target || backs.has(link) || target === link || targetOf(target, byName) !== link) continue;
    backs.add(target);
    const body = blockOf(target);
    const mark = textOf(link).replace(/[[\]()\s]/g, '');
    if (!body || mark === '' || mark.length > 6) continue;
    const kind = /edn|endnote/i.test(attribute(link, 'href') ?? '') ? 'endnote' : 'footnote';
    notes.set(link, { kind, mark, body, back: target });
  }
  return notes;
}

const targetOf = (link: HtmlElement, byName: ReadonlyMap<string, HtmlElement>): HtmlElement | undefined =>
  byName.get(attribute(link, 'href')?.slice(1) ?? '');

/** The nearest block with a name of its own (`<div id="ftn1">`), else the paragraph or list item. */
function blockOf(element: HtmlElement): HtmlElement | null {
  let nearest: HtmlElement | null = null;
  let at = element.parentNode;
  for (let steps = 0; at && 'tagName' in at && steps < 6; steps++) {
    if (at.tagName === 'div' && attribute(at, 'id')) return at;
    if (/^(?:p|li|dd)$/.test(at.tagName)) nearest ??= at;
    at = at.parentNode;
  }
  return nearest;
}
