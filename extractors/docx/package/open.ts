import { inflateRawSync } from 'node:zlib';
import JSZip from 'jszip';
import { corrupt, tooLarge } from './errors.ts';

const MAX_ENTRIES = 10_000;
const MAX_ENTRY_BYTES = 200_000_000;
/** Beyond this much, an archive that unpacks to more than a hundred times its size is a bomb. */
const FREE_BYTES = 100_000;
const MAX_RATIO = 100;
const CHUNK_BYTES = 131_072;

/** The parts of a Word package, unpacked one by one and never past the limits. */
export interface DocxPackage {
  /** The text of a part (UTF-8 or UTF-16), or null where the package has none of that name. */
  read(path: string): Promise<string | null>;
}

/**
 * Looks at the archive before anything unpacks it. What it says of its own sizes may be a lie, so `read` counts again
 * while unpacking. Throws `ReadError` for what is no sound archive.
 */
export async function openPackage(bytes: Uint8Array): Promise<DocxPackage> {
  if (statedEntries(bytes) > MAX_ENTRIES) throw tooLarge();
  let zip: JSZip;
  try {
    zip = await JSZip.loadAsync(bytes);
  } catch {
    throw corrupt();
  }
  const entries = Object.values(zip.files);
  const sizes = entries.map((entry) => (entry as unknown as PackedEntry)._data?.uncompressedSize ?? 0);
  const room = Math.min(MAX_ENTRY_BYTES, FREE_BYTES + bytes.length * MAX_RATIO);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (entries.length > MAX_ENTRIES || sizes.some((size) => size < 0 || size > room)) throw tooLarge();
  if (total > FREE_BYTES + bytes.length * MAX_RATIO) throw tooLarge();
  const byName = new Map(entries.filter((entry) => !entry.dir).map((entry) => [entry.name.toLowerCase(), entry]));
  return {
    async read(path) {
      const entry = byName.get(path.toLowerCase());
      return entry ? decode(unpack(entry, room)) : null;
    },
  };
}

/** What JSZip keeps of an entry and does not name in its types. */
interface PackedEntry {
  _data?: { uncompressedSize?: number; compressedContent?: Uint8Array; compression?: { magic: string } };
}

const STORED = '\u0000\u0000';

/** By Node's own zlib, at once: JSZip's streams hand over 16 kB at a turn of the event loop. */
function unpack(entry: JSZip.JSZipObject, room: number): Uint8Array {
  const { compressedContent: packed, compression, uncompressedSize } = (entry as unknown as PackedEntry)._data ?? {};
  if (packed === undefined) throw corrupt();
  const bytes = compression?.magic === STORED ? packed : inflate(packed, room);
  if (bytes.length !== uncompressedSize) throw corrupt();
  return bytes;
}

function inflate(packed: Uint8Array, room: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: room, chunkSize: CHUNK_BYTES });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : corrupt();
  }
}

function decode(bytes: Uint8Array): string {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe && 'utf-16le') || (bytes[0] === 0xfe && bytes[1] === 0xff && 'utf-16be');
  return new TextDecoder(utf16 || 'utf-8').decode(bytes);
}

/** What the end of the archive says, read before the archive is: 65,535 also stands for "too many to say". */
function statedEntries(bytes: Uint8Array): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  return end >= 0 && end + 12 <= view.length ? view.readUInt16LE(end + 10) : 0;
}
