import type { XmlElement } from '../docx/package/element.ts';
import { font, setting } from '../docx/tree.ts';
import { attribute, type HtmlElement, styleOf } from './nodes.ts';

/** What an element says of the text in it, as children of `w:rPr`; null where it is not shown at all. */
export function lookOf(element: HtmlElement): XmlElement[] | null {
  if (styleOf(element, 'display') === 'none' || styleOf(element, 'mso-hide') === 'all') return null;
  const look: XmlElement[] = [];
  const face = styleOf(element, 'font-family') ?? (element.tagName === 'font' ? attribute(element, 'face') : undefined);
  if (face) look.push(font(firstFont(face, element)));
  const weight = styleOf(element, 'font-weight');
  if (/^(?:b|strong|th|h[1-6])$/.test(element.tagName) || (weight && /bold|[6-9]00/.test(weight)))
    look.push(setting('w:b'));
  else if (weight) look.push(setting('w:b', 'false'));
  const position = styleOf(element, 'vertical-align');
  if (element.tagName === 'sup' || position === 'super') look.push(setting('w:vertAlign', 'superscript'));
  if (styleOf(element, 'text-transform') === 'uppercase') look.push(setting('w:caps'));
  return look;
}

/** The name as it was written: capitals tell `.VnTimeH` from `.VnTime`. */
function firstFont(face: string, element: HtmlElement): string {
  const first = (face.split(',')[0] ?? '').replace(/["']/g, '').trim();
  const written = [attribute(element, 'style'), attribute(element, 'face')].join(' ');
  const at = written.toLowerCase().indexOf(first.toLowerCase());
  return at < 0 ? first : written.slice(at, at + first.length);
}
