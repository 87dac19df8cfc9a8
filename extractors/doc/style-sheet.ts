import type { XmlElement } from '../docx/package/element.ts';
import { element, font, setting } from '../docx/tree.ts';
import { paragraphProperties, runProperties } from './properties.ts';
import type { WordFile } from './word-file.ts';

const PARAGRAPH = 1;
const CHARACTER = 2;
/** Built-in styles 1 to 9 are the headings of that level. */
const LAST_HEADING = 9;

/** The style sheet as `w:styles`; styles are named by their number. */
export function readStyles(file: WordFile, fonts: readonly string[]): XmlElement {
  const sheet = file.table('styles');
  const styles: XmlElement[] = [];
  if (sheet.length < 20) return element('w:styles');
  const headBytes = sheet.readUInt16LE(0);
  const baseBytes = sheet.readUInt16LE(4);
  const standard = fonts[sheet.readUInt16LE(14)];
  if (standard !== undefined) {
    const properties = element('w:rPr', {}, [font(standard)]);
    styles.push(element('w:docDefaults', {}, [element('w:rPrDefault', {}, [properties])]));
  }
  for (let at = 2 + headBytes, id = 0; at + 2 <= sheet.length; id++) {
    const length = sheet.readUInt16LE(at);
    if (length >= baseBytes) styles.push(readStyle(sheet.subarray(at + 2, at + 2 + length), baseBytes, id, fonts));
    at += 2 + length + (length % 2);
  }
  return element('w:styles', {}, styles);
}

function readStyle(style: Buffer, baseBytes: number, id: number, fonts: readonly string[]): XmlElement {
  const builtIn = style.readUInt16LE(0) & 0xfff;
  const kind = style.readUInt16LE(2) & 0xf;
  const basedOn = style.readUInt16LE(2) >> 4;
  const parts = partsOf(style, baseBytes, style.readUInt16LE(4) & 0xf);
  const children: XmlElement[] = [];
  if (basedOn !== 0xfff) children.push(setting('w:basedOn', basedOn));
  if (kind === PARAGRAPH) {
    const outline = builtIn >= 1 && builtIn <= LAST_HEADING ? [setting('w:outlineLvl', builtIn - 1)] : [];
    const own = paragraphProperties(parts[0]?.subarray(2) ?? Buffer.alloc(0));
    // The first of two equal settings is read.
    children.push(
      element('w:pPr', {}, [...own, ...outline]),
      element('w:rPr', {}, runProperties(parts[1] ?? Buffer.alloc(0), fonts)),
    );
  } else if (kind === CHARACTER) {
    children.push(element('w:rPr', {}, runProperties(parts[0] ?? Buffer.alloc(0), fonts)));
  }
  const type = kind === PARAGRAPH ? 'paragraph' : 'character';
  const isDefault: Record<string, string> = id === 0 ? { 'w:default': '1' } : {};
  return element('w:style', { 'w:type': type, 'w:styleId': String(id), ...isDefault }, children);
}

/** Lists of modifiers behind the name, each with its length before it, each beginning at an even place. */
function partsOf(style: Buffer, baseBytes: number, count: number): Buffer[] {
  const parts: Buffer[] = [];
  if (baseBytes + 2 > style.length) return parts;
  let at = baseBytes + 2 + style.readUInt16LE(baseBytes) * 2 + 2;
  for (let i = 0; i < count && at + 2 <= style.length; i++) {
    const length = style.readUInt16LE(at);
    parts.push(style.subarray(at + 2, at + 2 + length));
    at += 2 + length + (length % 2);
  }
  return parts;
}

/** Names of the fonts by number. */
export function readFonts(file: WordFile): string[] {
  const table = file.table('fonts');
  const names: string[] = [];
  const NAME = 40;
  for (let at = 4; at < table.length; ) {
    const length = table[at] ?? 0;
    const entry = table.subarray(at, at + 1 + length);
    const name = entry.subarray(NAME, NAME + 2 * Math.floor((entry.length - NAME) / 2));
    names.push(name.length > 0 ? (name.toString('utf16le').split('\0')[0] ?? '') : '');
    at += 1 + length;
  }
  return names;
}
