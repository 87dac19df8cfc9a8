import JSZip from 'jszip';
import { corrupt, tooLarge } from './errors.ts';

const MAX_ENTRIES = 10_000;
const MAX_ENTRY_BYTES = 200_000_000;
/** Beyond this much, an archive that unpacks to more than a hundred times its size is a bomb. */
const FREE_BYTES = 100_000;
const MAX_RATIO = 100;

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
  const sizes = entries.map((entry) => (entry as unknown as SizedEntry)._data?.uncompressedSize ?? 0);
  const room = Math.min(MAX_ENTRY_BYTES, FREE_BYTES + bytes.length * MAX_RATIO);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (entries.length > MAX_ENTRIES || sizes.some((size) => size < 0 || size > room)) throw tooLarge();
  if (total > FREE_BYTES + bytes.length * MAX_RATIO) throw tooLarge();
  const byName = new Map(entries.filter((entry) => !entry.dir).map((entry) => [entry.name.toLowerCase(), entry]));
  return {
    async read(path) {
      const entry = byName.get(path.toLowerCase());
      return entry ? decode(await unpack(entry, room)) : null;
    },
  };
}

interface SizedEntry {
  _data?: { uncompressedSize?: number };
}

/** Documented by JSZip, forgotten in its types. */
interface Streamed {
  internalStream(type: 'uint8array'): {
    on(event: 'data', use: (chunk: Uint8Array) => void): void;
    on(event: 'error' | 'end', use: () => void): void;
    resume(): void;
    pause(): void;
  };
}

function unpack(entry: JSZip.JSZipObject, room: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = (entry as unknown as Streamed).internalStream('uint8array');
    stream.on('data', (chunk) => {
      size += chunk.length;
      if (size > room) {
        stream.pause();
        chunks.length = 0;
        reject(tooLarge());
      } else chunks.push(chunk);
    });
    stream.on('error', () => reject(corrupt()));
    stream.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    stream.resume();
  });
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
