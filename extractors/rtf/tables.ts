import { formatOfCode } from '../docx/numbering/format-codes.ts';
import type { XmlElement } from '../docx/package/element.ts';
import { element, font as fontSetting, setting } from '../docx/tree.ts';
import { legacyFont } from '../legacy/fonts.ts';
import { codePageOf, codePageOfCharset } from './code-pages.ts';
import { destinationOf, type Group, groupsOf, numberOf } from './tokens.ts';

export interface Font {
  name: string;
  codePage: string;
}

/** What stands before the text: fonts, styles and lists. */
export interface Tables {
  fonts: ReadonlyMap<number, Font>;
  defaultFont: number;
  codePage: string;
  styles: XmlElement;
  numbering: XmlElement;
}

export function readTables(document: Group): Tables {
  const codePage = codePageOf(numberOf(document, 'ansicpg'));
  const table = (name: string): Group[] => groupsOf(document).filter((group) => destinationOf(group).word === name);
  const fonts = new Map<number, Font>();
  for (const group of table('fonttbl')) readFonts(group, fonts, codePage);
  const defaultFont = numberOf(document, 'deff') ?? 0;
  const lists = table('listtable')
    .flatMap(groupsOf)
    .filter((group) => destinationOf(group).word === 'list');
  const overrides = table('listoverridetable').flatMap(groupsOf);
  return {
    fonts,
    defaultFont,
    codePage,
    styles: readStyles(table('stylesheet').flatMap(groupsOf), fonts.get(defaultFont)?.name),
    numbering: element('w:numbering', {}, [
      ...lists.map((list) => readList(list, fonts)),
      ...overrides.flatMap(readOverride),
    ]),
  };
}

/** Each font in a group of its own, or all of them one after the other. */
function readFonts(table: Group, fonts: Map<number, Font>, codePage: string): void {
  const inner = groupsOf(table).filter((group) => numberOf(group, 'f') !== undefined);
  for (const group of inner.length > 0 ? inner : [table]) {
    let number: number | null = null;
    let charset: number | undefined;
    for (const item of group.items) {
      if ('word' in item && item.word === 'f') number = item.value ?? 0;
      else if ('word' in item && item.word === 'fcharset') charset = item.value ?? 0;
      else if ('bytes' in item && number !== null) {
        const name = item.bytes.split(';')[0]?.trim() ?? '';
        if (name === '' || fonts.has(number)) continue;
        // The old encodings keep their letters as western ones, whatever character set their fonts claim.
        const own = legacyFont(name) ? 'windows-1252' : codePageOfCharset(charset);
        fonts.set(number, { name, codePage: own ?? codePage });
      }
    }
  }
}

/** Text repeats the look of its style, so of styles only the level of a heading is needed. */
function readStyles(styles: readonly Group[], standard: string | undefined): XmlElement {
  const defaults = element('w:docDefaults', {}, [
    element('w:rPrDefault', {}, [element('w:rPr', {}, standard === undefined ? [] : [fontSetting(standard)])]),
  ]);
  return element('w:styles', {}, [defaults, ...styles.flatMap(readStyle)]);
}

function readStyle(style: Group): XmlElement[] {
  const { isOptional } = destinationOf(style);
  if (isOptional) return [];
  const name = style.items.map((item) => ('bytes' in item ? item.bytes : '')).join('');
  const heading = /^\s*heading ([1-9])\b/i.exec(name)?.[1];
  const level = numberOf(style, 'outlinelevel') ?? (heading === undefined ? undefined : Number(heading) - 1);
  const properties = element('w:pPr', {}, level === undefined ? [] : [setting('w:outlineLvl', level)]);
  const id = String(numberOf(style, 's') ?? 0);
  return [
    element('w:style', { 'w:type': 'paragraph', 'w:styleId': id, ...(id === '0' && { 'w:default': '1' }) }, [
      properties,
    ]),
  ];
}

function readList(list: Group, fonts: ReadonlyMap<number, Font>): XmlElement {
  const levels = groupsOf(list).filter((group) => destinationOf(group).word === 'listlevel');
  return element(
    'w:abstractNum',
    { 'w:abstractNumId': String(numberOf(list, 'listid') ?? 0) },
    levels.map((level, i) => readLevel(level, i, fonts)),
  );
}

function readLevel(level: Group, index: number, fonts: ReadonlyMap<number, Font>): XmlElement {
  const text = groupsOf(level).find((group) => destinationOf(group).word === 'leveltext');
  const format = numberOf(level, 'levelnfcn') ?? numberOf(level, 'levelnfc') ?? 0;
  const font = fonts.get(numberOf(level, 'f') ?? -1)?.name;
  return element('w:lvl', { 'w:ilvl': String(index) }, [
    setting('w:start', numberOf(level, 'levelstartat') ?? 1),
    setting('w:numFmt', formatOfCode(format)),
    setting('w:lvlText', text ? pattern(text) : ''),
    ...(numberOf(level, 'levelfollow') === 2 ? [setting('w:suff', 'nothing')] : []),
    ...(numberOf(level, 'levellegal') === 1 ? [setting('w:isLgl')] : []),
    ...(numberOf(level, 'levelnorestart') === 1 ? [setting('w:lvlRestart', 0)] : []),
    element('w:rPr', {}, font === undefined ? [] : [fontSetting(font)]),
  ]);
}

/** First its length, then the text, in which the bytes 0 to 8 stand for the counters: `\'02\'00.` is `%1.`. */
function pattern(text: Group): string {
  let letters = '';
  for (const [i, item] of text.items.entries()) {
    if ('bytes' in item) letters += item.bytes;
    else if ('word' in item && item.word === 'u' && item.value !== null) {
      const next = text.items[i + 1];
      letters += String.fromCharCode(item.value & 0xffff);
      // The letter for readers without Unicode behind it.
      if (next && 'bytes' in next) next.bytes = next.bytes.slice(1);
    }
  }
  const end = letters.lastIndexOf(';');
  return Array.from(letters.slice(1, end < 0 ? undefined : end), (letter) =>
    letter <= '\x08' ? `%${letter.charCodeAt(0) + 1}` : letter === '%' ? '' : letter,
  ).join('');
}

function readOverride(override: Group): XmlElement[] {
  if (destinationOf(override).word !== 'listoverride') return [];
  const starts = groupsOf(override)
    .filter((group) => destinationOf(group).word === 'lfolevel')
    .map((group, i) =>
      element(
        'w:lvlOverride',
        { 'w:ilvl': String(i) },
        numberOf(group, 'levelstartat') === undefined
          ? []
          : [setting('w:startOverride', numberOf(group, 'levelstartat') ?? 1)],
      ),
    );
  const definition = setting('w:abstractNumId', numberOf(override, 'listid') ?? 0);
  return [element('w:num', { 'w:numId': String(numberOf(override, 'ls') ?? 0) }, [definition, ...starts])];
}
