import type { Reading } from '../document/builder.ts';
import { ReadError } from '../document/read-error.ts';
import type { XmlElement } from './package/element.ts';
import { notADocx } from './package/errors.ts';
import { type DocxPackage, openPackage } from './package/open.ts';
import { findParts } from './package/parts.ts';
import { parseXml } from './package/xml.ts';
import { readWord } from './word-reader.ts';

/**
 * Reads a Word document into blocks: one a paragraph, tables with their spans, notes after the block with their mark;
 * page headers, page footers and comments behind the body. Throws `ReadError` (encrypted, corrupt, not-a-docx,
 * too-large, unsafe-xml, unsupported-type).
 */
export async function readDocx(bytes: Uint8Array): Promise<Reading> {
  const docx = await openPackage(bytes);
  const parts = await findParts(docx);
  const body = await docx.read(parts.document);
  if (body === null) throw notADocx();
  const broken = new Set<string>();
  const read = (type: string): Promise<XmlElement | null> => readPart(docx, parts.byType.get(type), broken);
  const beside = {
    styles: await read('styles'),
    numbering: await read('numbering'),
    settings: await read('settings'),
    footnotes: await read('footnotes'),
    endnotes: await read('endnotes'),
  };
  const comments = await read('comments');
  const edges = new Map<string, XmlElement | null>();
  for (const part of parts.edges) edges.set(part, await readPart(docx, part, broken));
  return readWord(beside, (reader) => {
    const root = parseXml(body, { below: 'w:body', element: (element) => reader.readBody(element) });
    if (root.name !== 'w:document') throw notADocx();
    reader.endBody();
    for (const { kind, part } of reader.furniture.references(parts.byId)) {
      const edge = edges.get(part);
      if (edge) reader.readFurniture(edge, kind);
    }
    reader.readComments(comments);
    reader.findings.brokenParts.push(...broken);
  });
}

/** A part beside the body that cannot be read is told about and does not take the body with it. */
async function readPart(docx: DocxPackage, path: string | undefined, broken: Set<string>): Promise<XmlElement | null> {
  if (path === undefined) return null;
  const xml = await docx.read(path);
  if (xml === null) return null;
  try {
    return parseXml(xml);
  } catch (error) {
    if (!(error instanceof ReadError) || error.code !== 'corrupt') throw error;
    broken.add(path);
    return null;
  }
}
