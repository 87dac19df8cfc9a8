import type { XmlElement } from '../docx/package/element.ts';
import { element, font, setting } from '../docx/tree.ts';
import { type Modifier, modifiersIn } from './modifiers.ts';

/** What decides on how a run is read, as children of `w:rPr`; what only says how it looks is left out. */
export function runProperties(list: Buffer, fonts: readonly string[]): XmlElement[] {
  return modifiersIn(list).flatMap(({ code, operand }) => {
    switch (code) {
      case 0x4a4f: {
        const name = fonts[operand.readUInt16LE(0)];
        return name === undefined ? [] : [font(name)];
      }
      case 0x0835:
        return toggle('w:b', operand);
      case 0x083b:
        return toggle('w:caps', operand);
      case 0x083c:
        return toggle('w:vanish', operand);
      case 0x2a48:
        return [setting('w:vertAlign', operand[0] === 1 ? 'superscript' : 'baseline')];
      case 0x4845:
        return [setting('w:position', operand.readInt16LE(0))];
      case 0x4a30:
        return [setting('w:rStyle', operand.readUInt16LE(0))];
      default:
        return [];
    }
  });
}

/** 0 and 1 say off and on; 128 is "as the style says", 129 its opposite, which only bold text in bold styles has. */
function toggle(name: string, operand: Buffer): XmlElement[] {
  const value = operand[0] ?? 0;
  return value === 128 ? [] : [setting(name, value === 1 ? 'true' : 'false')];
}

export interface RunMarks {
  isDeleted: boolean;
  isInserted: boolean;
  /** Stands for something else: a note mark, a picture, a symbol. */
  isSpecial: boolean;
  symbol: { font: number; char: number } | null;
}

export function runMarks(list: Buffer): RunMarks {
  const marks: RunMarks = { isDeleted: false, isInserted: false, isSpecial: false, symbol: null };
  for (const { code, operand } of modifiersIn(list)) {
    if (code === 0x0800) marks.isDeleted = operand[0] === 1;
    else if (code === 0x0801) marks.isInserted = operand[0] === 1;
    else if (code === 0x0855) marks.isSpecial = operand[0] === 1;
    else if (code === 0x6a09) marks.symbol = { font: operand.readUInt16LE(0), char: operand.readUInt16LE(2) };
  }
  return marks;
}

/** Children of `w:pPr`: outline level and place in a list. */
export function paragraphProperties(list: Buffer): XmlElement[] {
  const modifiers = modifiersIn(list);
  const value = (code: number, read: (operand: Buffer) => number): number | undefined => {
    const found = modifiers.findLast((modifier) => modifier.code === code);
    return found && read(found.operand);
  };
  const outline = value(0x2640, (operand) => operand.readUInt8(0));
  const level = value(0x260a, (operand) => operand.readUInt8(0));
  const use = value(0x460b, (operand) => operand.readInt16LE(0));
  return [
    ...(outline === undefined ? [] : [setting('w:outlineLvl', outline)]),
    ...(level === undefined && use === undefined
      ? []
      : [
          element('w:numPr', {}, [
            ...(level === undefined ? [] : [setting('w:ilvl', level)]),
            // Negative: the list was taken away and only the indent stayed.
            ...(use === undefined ? [] : [setting('w:numId', Math.max(use, 0))]),
          ]),
        ]),
  ];
}

export interface TablePlace {
  /** 0 outside of tables, 2 in a table inside a cell. */
  depth: number;
  endsCell: boolean;
  endsRow: boolean;
  row: Modifier[];
}

/** Where in tables a paragraph stands, and for the mark that ends a row what that row looks like. */
export function tablePlace(list: Buffer): TablePlace {
  const place: TablePlace = { depth: 0, endsCell: false, endsRow: false, row: [] };
  for (const modifier of modifiersIn(list)) {
    const { code, operand } = modifier;
    if (code === 0x2416 && place.depth === 0) place.depth = operand[0] === 1 ? 1 : 0;
    else if (code === 0x6649) place.depth = Math.max(0, Math.min(operand.readInt32LE(0), 50));
    else if (code === 0x2417 || code === 0x244c) place.endsRow ||= operand[0] === 1;
    else if (code === 0x244b) place.endsCell = operand[0] === 1;
    else if ((code & 0x1c00) === 0x1400) place.row.push(modifier);
  }
  return place;
}
