import type { Reading } from '../document/builder.ts';
import { corrupt } from '../docx/package/errors.ts';
import { element } from '../docx/tree.ts';
import { readWord } from '../docx/word-reader.ts';
import { firstLook } from './look.ts';
import { type Aside, RtfStory } from './story.ts';
import { readTables } from './tables.ts';
import { groupsOf, parseRtf } from './tokens.ts';

/** Reads an RTF file by translating it into elements of WordprocessingML. Throws `ReadError` (corrupt). */
export function readRtf(bytes: Uint8Array): Reading {
  const { root, isCut } = parseRtf(bytes);
  const [document] = groupsOf(root);
  if (!document) throw corrupt();
  const tables = readTables(document);
  const aside: Aside = { footnotes: [], endnotes: [], comments: [], edges: [] };
  const look = firstLook(tables);
  const story = new RtfStory(tables, aside);
  story.read(document, look);
  const body = story.end(look);
  const { styles, numbering } = tables;
  const footnotes = element('w:footnotes', {}, aside.footnotes);
  const endnotes = element('w:endnotes', {}, aside.endnotes);
  return readWord({ styles, numbering, settings: null, footnotes, endnotes }, (reader) => {
    for (const child of body) reader.readBody(child);
    reader.endBody();
    for (const { kind, root: edge } of aside.edges) reader.readFurniture(edge, kind);
    reader.readComments(element('w:comments', {}, aside.comments));
    if (isCut) reader.findings.isCut = true;
  });
}
