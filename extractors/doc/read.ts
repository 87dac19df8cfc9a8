import type { Reading } from '../document/builder.ts';
import type { XmlElement } from '../docx/package/element.ts';
import { corrupt } from '../docx/package/errors.ts';
import { element } from '../docx/tree.ts';
import { readWord } from '../docx/word-reader.ts';
import { Formatting } from './formatting.ts';
import { boxRanges, edgeRanges, noteMarks, noteRanges, positionsIn, rangesIn } from './landmarks.ts';
import { readLists } from './lists.ts';
import { Stories } from './stories.ts';
import { readFonts, readStyles } from './style-sheet.ts';
import { readText } from './text.ts';
import { openWordFile, type WordFile } from './word-file.ts';

/**
 * Reads a Word 97–2003 file by translating it into elements of WordprocessingML. Throws `ReadError` (encrypted,
 * corrupt, unsupported-type).
 */
export function readDoc(bytes: Uint8Array): Reading {
  try {
    return translate(openWordFile(bytes));
  } catch (error) {
    // Every offset in the file is believed until it leads out of the file.
    if (error instanceof RangeError) throw corrupt();
    throw error;
  }
}

function translate(file: WordFile): Reading {
  const text = readText(file);
  const fonts = readFonts(file);
  const boxes = new Map<number, XmlElement[]>();
  const stories = new Stories(text, new Formatting(file), fonts, {
    notes: noteMarks(file),
    boxes,
    sectionEnds: new Set(positionsIn(file.table('sections'), 12).slice(1)),
  });
  const read = ([start, end]: [number, number]): XmlElement[] => stories.read(start, Math.min(end, text.text.length));
  const loose: XmlElement[] = [];
  for (const { at, range } of boxRanges(file)) {
    const box = element('w:txbxContent', {}, read(range));
    if (at === null) loose.push(box);
    else boxes.set(at, [...(boxes.get(at) ?? []), box]);
  }
  const notesOf = (name: 'footnote' | 'endnote'): XmlElement =>
    element(
      `w:${name}s`,
      {},
      noteRanges(file, name).map((range, i) => element(`w:${name}`, { 'w:id': String(i) }, read(range))),
    );
  const parts = {
    styles: readStyles(file, fonts),
    numbering: readLists(file, fonts),
    settings: null,
    footnotes: notesOf('footnote'),
    endnotes: notesOf('endnote'),
  };
  const body = read(file.story('body'));
  if (loose.length > 0) body.push(element('w:p', {}, [element('w:r', {}, [element('w:pict', {}, loose)])]));
  const told = new Set<string>();
  const edges = edgeRanges(file).flatMap(({ kind, range }) => {
    const words = text.text.slice(...range).trim();
    if (words === '' || told.has(words)) return [];
    told.add(words);
    return [{ kind, root: element('w:hdr', {}, read(range)) }];
  });
  const comments = rangesIn(file, 'comments', positionsIn(file.table('commentTexts'), 0)).slice(0, -1);
  const comment = element(
    'w:comments',
    {},
    comments.map((range) => element('w:comment', {}, read(range))),
  );
  return readWord(parts, (reader) => {
    for (const child of body) reader.readBody(child);
    reader.endBody();
    for (const { kind, root } of edges) reader.readFurniture(root, kind);
    reader.readComments(comment);
  });
}
