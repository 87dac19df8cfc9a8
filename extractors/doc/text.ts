import { corrupt } from '../docx/package/errors.ts';
import type { WordFile } from './word-file.ts';

/** A run of characters that lie together in the file; quick saves leave a text in many pieces, out of order. */
export interface Piece {
  /** Position of its first character in the text. */
  start: number;
  end: number;
  /** Where that character lies in the main stream, and how many bytes each has. */
  offset: number;
  bytes: 1 | 2;
  /** Properties that a quick save laid over the whole piece. */
  over: Buffer;
}

export interface WordText {
  pieces: Piece[];
  /** UTF-16; one unit a character position. */
  text: string;
}

const PIECE_BYTES = 8;
const IS_8_BIT = 0x40000000;

export function readText(file: WordFile): WordText {
  const table = file.table('text');
  const laidOver: Buffer[] = [];
  let at = 0;
  while (table[at] === 1) {
    const length = table.readUInt16LE(at + 1);
    laidOver.push(table.subarray(at + 3, at + 3 + length));
    at += 3 + length;
  }
  if (table[at] !== 2) throw corrupt();
  const plc = table.subarray(at + 5, at + 5 + table.readUInt32LE(at + 1));
  const count = Math.floor((plc.length - 4) / (4 + PIECE_BYTES));
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let end = 0;
  for (let i = 0; i < count; i++) {
    const start = plc.readUInt32LE(i * 4);
    const stop = plc.readUInt32LE(i * 4 + 4);
    const place = (count + 1) * 4 + i * PIECE_BYTES;
    const packed = plc.readUInt32LE(place + 2);
    const bytes = packed & IS_8_BIT ? 1 : 2;
    const offset = bytes === 1 ? (packed & (IS_8_BIT - 1)) >>> 1 : packed & (IS_8_BIT - 1);
    if (start !== end || stop < start || offset + (stop - start) * bytes > file.main.length) throw corrupt();
    pieces.push({ start, end: stop, offset, bytes, over: overOf(plc.readUInt16LE(place + 6), laidOver) });
    texts.push(decode(file.main.subarray(offset, offset + (stop - start) * bytes), bytes));
    end = stop;
  }
  return { pieces, text: texts.join('') };
}

/** Either the number of a list of modifiers, or one short modifier: of those only the two that make tables. */
function overOf(packed: number, laidOver: readonly Buffer[]): Buffer {
  if (packed & 1) return laidOver[packed >> 1] ?? Buffer.alloc(0);
  const code = { 24: 0x2416, 25: 0x2417 }[(packed >> 1) & 0x7f];
  return code === undefined ? Buffer.alloc(0) : Buffer.from([code & 0xff, code >> 8, packed >> 8]);
}

/** 8-bit text is Windows-1252; between 0x80 and 0x9F that is not Latin-1. TCVN3 and VNI letters are its letters still. */
function decode(bytes: Buffer, width: 1 | 2): string {
  if (width === 2) return bytes.toString('utf16le');
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80]!);
}

const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
