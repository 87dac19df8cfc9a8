import type { XmlElement } from './package/element.ts';

// The readers of other formats (.doc, RTF, ODT, HTML) translate into the elements of WordprocessingML, so that one
// reader makes the blocks of them all and the same report gives the same blocks whatever it came in.

export const element = (
  name: string,
  attributes: Record<string, string> = {},
  children: XmlElement['children'] = [],
): XmlElement => ({ name, attributes, children });

/** `<w:gridSpan w:val="2"/>`; without a value a switch that is on. */
export const setting = (name: string, value?: string | number): XmlElement =>
  element(name, value === undefined ? {} : { 'w:val': String(value) });

export const font = (name: string): XmlElement => element('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name });
