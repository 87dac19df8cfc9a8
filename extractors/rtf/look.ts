import type { XmlElement } from '../docx/package/element.ts';
import { element, font, setting } from '../docx/tree.ts';
import type { Tables } from './tables.ts';

/** What holds for the text that follows, until its group ends. */
export interface Look {
  font: number;
  bold: boolean;
  capitals: boolean;
  hidden: boolean;
  raised: boolean;
  /** Half points above the line. */
  up: number;
  isDeleted: boolean;
  isInserted: boolean;
  style: number;
  outline: number | null;
  list: number | null;
  level: number;
  /** How deep in tables the paragraph stands. */
  depth: number;
  /** Bytes that follow each letter in Unicode for readers without it. */
  fallback: number;
}

export const firstLook = (tables: Tables): Look => ({
  font: tables.defaultFont,
  bold: false,
  capitals: false,
  hidden: false,
  raised: false,
  up: 0,
  isDeleted: false,
  isInserted: false,
  style: 0,
  outline: null,
  list: null,
  level: 0,
  depth: 0,
  fallback: 1,
});

/** Changes the look as a control word says; false for words that say something else. */
export function changeLook(look: Look, word: string, value: number | null, tables: Tables): boolean {
  const on = value !== 0;
  switch (word) {
    case 'plain':
      Object.assign(look, { ...firstLook(tables), ...paragraphOf(look), fallback: look.fallback });
      return true;
    case 'pard':
      Object.assign(look, paragraphOf(firstLook(tables)));
      return true;
    case 'f':
      look.font = value ?? 0;
      return true;
    case 'b':
      look.bold = on;
      return true;
    case 'caps':
      look.capitals = on;
      return true;
    case 'v':
      look.hidden = on;
      return true;
    case 'super':
      look.raised = on;
      return true;
    case 'sub':
    case 'nosupersub':
      look.raised = false;
      return true;
    case 'up':
      look.up = value ?? 6;
      return true;
    case 'dn':
      look.up = 0;
      return true;
    case 'deleted':
      look.isDeleted = on;
      return true;
    case 'revised':
      look.isInserted = on;
      return true;
    case 'uc':
      look.fallback = value ?? 1;
      return true;
    case 's':
      look.style = value ?? 0;
      return true;
    case 'outlinelevel':
      look.outline = value ?? 0;
      return true;
    case 'ls':
      look.list = value ?? 0;
      return true;
    case 'ilvl':
      look.level = value ?? 0;
      return true;
    case 'intbl':
      look.depth = Math.max(look.depth, 1);
      return true;
    case 'itap':
      look.depth = Math.min(Math.max(value ?? 0, 0), 50);
      return true;
    default:
      return false;
  }
}

const paragraphOf = ({ style, outline, list, level, depth }: Look) => ({ style, outline, list, level, depth });

export function runProperties(look: Look, tables: Tables): XmlElement {
  const name = tables.fonts.get(look.font)?.name;
  return element('w:rPr', {}, [
    ...(name === undefined ? [] : [font(name)]),
    ...(look.bold ? [setting('w:b')] : []),
    ...(look.capitals ? [setting('w:caps')] : []),
    ...(look.hidden ? [setting('w:vanish')] : []),
    ...(look.raised ? [setting('w:vertAlign', 'superscript')] : []),
    ...(look.up > 0 ? [setting('w:position', look.up)] : []),
  ]);
}

export function paragraphProperties(look: Look): XmlElement {
  const list =
    look.list === null ? [] : [element('w:numPr', {}, [setting('w:ilvl', look.level), setting('w:numId', look.list)])];
  return element('w:pPr', {}, [
    setting('w:pStyle', look.style),
    ...(look.outline === null ? [] : [setting('w:outlineLvl', look.outline)]),
    ...list,
    ...(look.isDeleted ? [element('w:rPr', {}, [setting('w:del')])] : []),
  ]);
}
