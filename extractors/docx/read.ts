import { DocumentBuilder, type Reading } from '../document/builder.ts';
import { ReadError } from '../document/read-error.ts';
import { Findings } from './findings.ts';
import { Furniture, writeComment, writeFurniture } from './furniture.ts';
import { Notes } from './notes.ts';
import { ListCounters } from './numbering/counters.ts';
import { ListDefinitions } from './numbering/definitions.ts';
import { childrenOf, type XmlElement } from './package/element.ts';
import { notADocx } from './package/errors.ts';
import { type DocxPackage, openPackage } from './package/open.ts';
import { findParts } from './package/parts.ts';
import { parseXml } from './package/xml.ts';
import { type DocumentContext, Story } from './story.ts';
import { Styles } from './styles.ts';

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
  const findings = new Findings();
  const read = (type: string): Promise<XmlElement | null> => readPart(docx, parts.byType.get(type), findings);
  const [styleSheet, numbering, settings, footnotes, endnotes, comments] = [
    await read('styles'),
    await read('numbering'),
    await read('settings'),
    await read('footnotes'),
    await read('endnotes'),
    await read('comments'),
  ];
  const styles = new Styles(styleSheet);
  const notes = new Notes(footnotes, endnotes, settings);
  const furniture = new Furniture(settings);
  const context: DocumentContext = {
    builder: new DocumentBuilder(),
    styles,
    findings,
    notes,
    lists: new ListDefinitions(numbering, styles),
    counters: new ListCounters(),
    page: 0,
    endSection: (section) => {
      notes.endSection(section);
      furniture.addSection(section);
    },
  };
  readBody(body, context);
  for (const { kind, part } of furniture.references(parts.byId)) {
    const root = await readPart(docx, part, findings);
    if (root) writeFurniture(root, kind, context);
  }
  for (const comment of childrenOf(comments ?? undefined, 'w:comment')) writeComment(comment, context);
  return { blocks: context.builder.blocks, diagnostics: findings.diagnostics() };
}

function readBody(xml: string, context: DocumentContext): void {
  const story = new Story(context, 'paragraph');
  const root = parseXml(xml, { below: 'w:body', element: (element) => story.read(element) });
  if (root.name !== 'w:document') throw notADocx();
  story.end();
  context.notes.endSection(undefined);
}

/** A part beside the body that cannot be read is told about and does not take the body with it. */
async function readPart(docx: DocxPackage, path: string | undefined, findings: Findings): Promise<XmlElement | null> {
  if (path === undefined) return null;
  const xml = await docx.read(path);
  if (xml === null) return null;
  try {
    return parseXml(xml);
  } catch (error) {
    if (!(error instanceof ReadError) || error.code !== 'corrupt') throw error;
    findings.brokenParts.push(path);
    return null;
  }
}
