import { parse } from 'parse5';
import type { Reading } from '../document/builder.ts';
import { element } from '../docx/tree.ts';
import { readWord } from '../docx/word-reader.ts';
import { decodeText } from '../plain/decode.ts';
import { findNotes } from './notes.ts';
import { type HtmlAside, HtmlStory } from './story.ts';

/** Reads a web page, as Word, LibreOffice and portals save reports; nothing is fetched and no script is run. */
export function readHtml(bytes: Uint8Array): Reading {
  const { childNodes } = parse(decodeHtml(bytes));
  const notes = findNotes(childNodes);
  const aside: HtmlAside = { notes, footnotes: [], endnotes: [], lists: [] };
  const body = new HtmlStory(aside, new Set([...notes.values()].map((note) => note.body))).read(childNodes);
  const parts = {
    styles: null,
    numbering: element('w:numbering', {}, aside.lists),
    settings: null,
    footnotes: element('w:footnotes', {}, aside.footnotes),
    endnotes: element('w:endnotes', {}, aside.endnotes),
  };
  return readWord(parts, (reader) => {
    for (const child of body) reader.readBody(child);
    reader.endBody();
  });
}

/** What the page says of its encoding is believed unless the bytes are sound UTF-8. */
function decodeHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1');
  const label = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const guessed = decodeText(bytes);
  if (guessed !== null && (label === undefined || /utf|user-defined|1252|8859-1$/.test(label) || isSoundUtf8(bytes)))
    return guessed;
  try {
    return new TextDecoder(label ?? 'windows-1252').decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function isSoundUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
