import { corrupt } from '../docx/package/errors.ts';

export interface Control {
  word: string;
  /** Null where none is given: `\b` is on, `\b0` is off. */
  value: number | null;
}

/** Bytes of text, one character for each. */
export interface Bytes {
  bytes: string;
}

export interface Group {
  items: Item[];
}

export type Item = Control | Bytes | Group;

/** Word nests ten groups deep; a file that goes on nesting is made to break readers. */
const MAX_DEPTH = 500;
/** Pictures and other data as hexadecimal digits: nothing that is read, and most of the file. */
const DATA = /^(?:pict|objdata|themedata|datastore|colorschememapping|latentstyles|blipuid|fontemb)$/;

/**
 * The groups of an RTF file. A file that ends too soon is read to its end; `isCut` tells of it. Line ends mean nothing,
 * `\'hh` is one byte, `\binN` is followed by N bytes of data.
 */
export function parseRtf(bytes: Uint8Array): { root: Group; isCut: boolean } {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const root: Group = { items: [] };
  const open: Group[] = [root];
  const token = /[{}]|\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\([^a-zA-Z])|[^\\{}\r\n\0]+/g;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const group = open[open.length - 1]!;
    const [whole, hex, word, value, symbol] = found;
    if (whole === '{') {
      if (open.length > MAX_DEPTH) throw corrupt();
      const inner: Group = { items: [] };
      group.items.push(inner);
      open.push(inner);
    } else if (whole === '}') {
      if (open.length > 1) open.pop();
      if (open.length === 1) break;
      if (isData(group)) group.items.length = 2;
    } else if (hex !== undefined) addBytes(group, String.fromCharCode(Number.parseInt(hex, 16)));
    else if (word === 'bin') token.lastIndex += Math.max(0, Number(value ?? 0));
    else if (word !== undefined) group.items.push({ word, value: value === undefined ? null : Number(value) });
    else if (symbol !== undefined) addSymbol(group, symbol);
    else addBytes(group, whole);
  }
  return { root, isCut: open.length > 1 };
}

function isData({ items }: Group): boolean {
  return items.length > 2 && items.slice(0, 2).some((item) => 'word' in item && DATA.test(item.word));
}

function addSymbol(group: Group, symbol: string): void {
  if (symbol === '\\' || symbol === '{' || symbol === '}') addBytes(group, symbol);
  // A backslash at the end of a line ends the paragraph.
  else group.items.push({ word: symbol === '\n' || symbol === '\r' ? 'par' : symbol, value: null });
}

function addBytes(group: Group, bytes: string): void {
  const last = group.items.at(-1);
  if (last && 'bytes' in last) last.bytes += bytes;
  else group.items.push({ bytes });
}

/** The word that says what a group is for; `\*` before it: readers that do not know it skip the group. */
export function destinationOf({ items: [first, second] }: Group): { word: string; isOptional: boolean } {
  const isOptional = first !== undefined && 'word' in first && first.word === '*';
  const named = isOptional ? second : first;
  return { word: named && 'word' in named ? named.word : '', isOptional };
}

export const groupsOf = (group: Group): Group[] => group.items.filter((item) => 'items' in item);

export const numberOf = (group: Group, word: string): number | undefined => {
  const found = group.items.find((item): item is Control => 'word' in item && item.word === word);
  return found && (found.value ?? 1);
};
