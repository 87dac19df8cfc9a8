import { formatOfCode } from '../docx/numbering/format-codes.ts';
import type { XmlElement } from '../docx/package/element.ts';
import { element, font, setting } from '../docx/tree.ts';
import { runProperties } from './properties.ts';
import type { WordFile } from './word-file.ts';

const LIST_BYTES = 28;
const LEVEL_BYTES = 28;
const USE_BYTES = 16;

/** The lists of a file as `w:numbering`: what a list looks like, and its uses, by which paragraphs name it. */
export function readLists(file: WordFile, fonts: readonly string[]): XmlElement {
  const children: XmlElement[] = [];
  try {
    children.push(...definitions(file.fromTable('lists'), fonts));
    children.push(...uses(file.fromTable('listUses'), fonts));
  } catch (error) {
    // A table that ends too soon: the lists before the break are still good.
    if (!(error instanceof RangeError)) throw error;
  }
  return element('w:numbering', {}, children);
}

function* definitions(table: Buffer, fonts: readonly string[]): Generator<XmlElement> {
  const count = table.length < 2 ? 0 : table.readUInt16LE(0);
  let at = 2 + count * LIST_BYTES;
  for (let i = 0; i < count; i++) {
    const id = table.readInt32LE(2 + i * LIST_BYTES);
    const isSimple = (table.readUInt8(2 + i * LIST_BYTES + 26) & 1) === 1;
    const levels: XmlElement[] = [];
    for (let level = 0; level < (isSimple ? 1 : 9); level++) {
      const read = readLevel(table, at, level, fonts);
      levels.push(read.level);
      at = read.end;
    }
    yield element('w:abstractNum', { 'w:abstractNumId': String(id) }, levels);
  }
}

function* uses(table: Buffer, fonts: readonly string[]): Generator<XmlElement> {
  const count = table.length < 4 ? 0 : table.readUInt32LE(0);
  let at = 4 + count * USE_BYTES;
  for (let i = 0; i < count; i++) {
    const definition = table.readInt32LE(4 + i * USE_BYTES);
    const overridden = table.readUInt8(4 + i * USE_BYTES + 12);
    const children = [setting('w:abstractNumId', definition)];
    // A place in the text, of no use here, stands before the overrides.
    at += 4;
    for (let j = 0; j < overridden; j++) {
      const start = table.readInt32LE(at);
      const flags = table.readUInt32LE(at + 4);
      const level = flags & 0xf;
      at += 8;
      const override: XmlElement[] = flags & 0x10 ? [setting('w:startOverride', start)] : [];
      if (flags & 0x20) {
        const read = readLevel(table, at, level, fonts);
        override.push(read.level);
        at = read.end;
      }
      children.push(element('w:lvlOverride', { 'w:ilvl': String(level) }, override));
    }
    yield element('w:num', { 'w:numId': String(i + 1) }, children);
  }
}

function readLevel(
  table: Buffer,
  at: number,
  index: number,
  fonts: readonly string[],
): { level: XmlElement; end: number } {
  const start = table.readInt32LE(at);
  const format = formatOfCode(table.readUInt8(at + 4));
  const flags = table.readUInt8(at + 5);
  const characterBytes = table.readUInt8(at + 24);
  const paragraphBytes = table.readUInt8(at + 25);
  const restart = table.readUInt8(at + 26);
  const list = at + LEVEL_BYTES + paragraphBytes;
  const text = list + characterBytes;
  const end = text + 2 + table.readUInt16LE(text) * 2;
  const properties = runProperties(table.subarray(list, text), fonts).filter(({ name }) => name === font('').name);
  const level = element('w:lvl', { 'w:ilvl': String(index) }, [
    setting('w:start', start),
    setting('w:numFmt', format),
    setting('w:lvlText', pattern(table.toString('utf16le', text + 2, end))),
    ...(table.readUInt8(at + 15) === 2 ? [setting('w:suff', 'nothing')] : []),
    ...(flags & 0x04 ? [setting('w:isLgl')] : []),
    ...(flags & 0x08 ? [setting('w:lvlRestart', restart)] : []),
    element('w:rPr', {}, properties),
  ]);
  return { level, end };
}

/** The counters of the levels stand in the text as the characters 0 to 8: `\\0.\\1.` is `%1.%2.`. */
const pattern = (text: string): string =>
  Array.from(text.replace(/%/g, ''), (char) => (char <= '\x08' ? `%${char.charCodeAt(0) + 1}` : char)).join('');
