import type { Piece } from './text.ts';
import type { WordFile } from './word-file.ts';

/** Formatting as it lies in the file: a list of modifiers for a range of bytes of the text. */
interface Formatted {
  start: number;
  end: number;
  style: number;
  list: Buffer;
}

const PAGE = 512;
const NOTHING = Buffer.alloc(0);
/** A paragraph whose list of modifiers did not fit says only where it lies. */
const LIST_ELSEWHERE = 0x6646;

export interface ParagraphFormatting {
  style: number;
  list: Buffer;
}

/** Finds the formatting of characters and paragraphs by where their bytes lie. */
export class Formatting {
  readonly #characters: Formatted[];
  readonly #paragraphs: Formatted[];

  constructor(file: WordFile) {
    this.#characters = readPages(file, 'characterPages', characterList);
    this.#paragraphs = readPages(file, 'paragraphPages', (page, count, i) => paragraphList(page, count, i, file.data));
  }

  /** Character modifiers of one piece between two character positions, in ranges of equal formatting. */
  *runs(piece: Piece, from: number, to: number): Generator<{ start: number; end: number; list: Buffer }> {
    let at = from;
    while (at < to) {
      const offset = piece.offset + (at - piece.start) * piece.bytes;
      const found = find(this.#characters, offset);
      const limit = found.at?.end ?? found.next ?? Number.POSITIVE_INFINITY;
      const end = Math.min(to, at + Math.max(1, Math.ceil((limit - offset) / piece.bytes)));
      yield { start: at, end, list: joined(found.at?.list ?? NOTHING, piece.over) };
      at = end;
    }
  }

  /** Formatting of the paragraph whose mark this is. */
  paragraph(piece: Piece, mark: number): ParagraphFormatting {
    const { at } = find(this.#paragraphs, piece.offset + (mark - piece.start) * piece.bytes);
    return { style: at?.style ?? 0, list: joined(at?.list ?? NOTHING, piece.over) };
  }
}

const joined = (list: Buffer, over: Buffer): Buffer => (over.length === 0 ? list : Buffer.concat([list, over]));

function find(all: readonly Formatted[], offset: number): { at: Formatted | null; next: number | null } {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const found = all[low];
  if (!found) return { at: null, next: null };
  return found.start <= offset ? { at: found, next: null } : { at: null, next: found.start };
}

type ListOf = (page: Buffer, count: number, i: number) => { style: number; list: Buffer };

function readPages(file: WordFile, table: 'characterPages' | 'paragraphPages', listOf: ListOf): Formatted[] {
  const plc = file.table(table);
  const pages = Math.floor((plc.length - 4) / 8);
  const all: Formatted[] = [];
  for (let i = 0; i < pages; i++) {
    const at = (plc.readUInt32LE((pages + 1) * 4 + i * 4) & 0x3fffff) * PAGE;
    const page = file.main.subarray(at, at + PAGE);
    if (page.length < PAGE) continue;
    const count = page.readUInt8(PAGE - 1);
    if ((count + 1) * 4 > PAGE) continue;
    for (let j = 0; j < count; j++)
      all.push({ start: page.readUInt32LE(j * 4), end: page.readUInt32LE(j * 4 + 4), ...listOf(page, count, j) });
  }
  return all.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
}

function characterList(page: Buffer, count: number, i: number): { style: number; list: Buffer } {
  const at = (page[(count + 1) * 4 + i] ?? 0) * 2;
  return { style: 0, list: at === 0 ? NOTHING : page.subarray(at + 1, at + 1 + (page[at] ?? 0)) };
}

function paragraphList(page: Buffer, count: number, i: number, data: Buffer): { style: number; list: Buffer } {
  let at = (page[(count + 1) * 4 + i * 13] ?? 0) * 2;
  if (at === 0) return { style: 0, list: NOTHING };
  const words = page[at] ?? 0;
  const length = words === 0 ? (page[++at] ?? 0) * 2 : words * 2 - 1;
  const whole = page.subarray(at + 1, Math.min(at + 1 + length, PAGE - 1));
  if (whole.length < 2) return { style: 0, list: NOTHING };
  const list = whole.subarray(2);
  return { style: whole.readUInt16LE(0), list: elsewhere(list, data) ?? list };
}

function elsewhere(list: Buffer, data: Buffer): Buffer | null {
  if (list.length < 6 || list.readUInt16LE(0) !== LIST_ELSEWHERE) return null;
  const at = list.readUInt32LE(2);
  if (at + 2 > data.length) return null;
  return data.subarray(at + 2, at + 2 + data.readUInt16LE(at));
}
