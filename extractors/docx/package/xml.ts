import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { XmlElement } from './element.ts';
import { corrupt, unsafeXml } from './errors.ts';
import { NameTable } from './names.ts';

/** Reports nest tables three deep; a file that goes on nesting is made to break readers. */
const MAX_DEPTH = 1_000;

interface Visit {
  /** Elements right below one of this name are handed over one by one and not kept. */
  below: string;
  element: (element: XmlElement) => void;
}

/**
 * The elements of one part. With `visit` only one child of the body is held at a time, so that memory does not grow
 * with the report. No DTD, no entities but XML's own.
 */
export function parseXml(xml: string, visit?: Visit): XmlElement {
  const parser = new SaxesParser();
  const names = new NameTable(xml);
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  parser.on('error', (error) => {
    // Converters leave control characters in the text; Word's own reading is as lenient.
    if (!/disallowed character|malformed character entity|undefined entity/.test(error.message)) throw corrupt();
  });
  parser.on('doctype', () => {
    throw unsafeXml();
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (open.length > MAX_DEPTH) throw corrupt();
    open.push(names.element(tag.name, tag.attributes));
  });
  parser.on('closetag', () => {
    const element = open.pop()!;
    const parent = open[open.length - 1]!;
    if (visit && parent.name === visit.below) visit.element(element);
    else parent.children.push(element);
  });
  const addText = (text: string): void => {
    open[open.length - 1]!.children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml).close();
  const top = root.children.find((node) => typeof node !== 'string');
  if (!top) throw corrupt();
  return top;
}
