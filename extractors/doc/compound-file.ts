import { corrupt } from '../docx/package/errors.ts';

/** The container of Office 97–2003 files, and of encrypted newer ones: streams in chains of sectors, a small file system. */
export interface CompoundFile {
  /** Names of all streams and folders. */
  names: ReadonlySet<string>;
  stream(name: string): Buffer | null;
}

interface Entry {
  type: number;
  start: number;
  size: number;
}

const STREAM = 2;
const ROOT = 5;
const ENTRY_BYTES = 128;
/** Marks in the chains: end, free, and the sectors that hold the chains themselves are all beyond this. */
const LAST_SECTOR = 0xfffffffa;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);
}

/** Chains that run in circles or out of the file end where they do so: nothing is read twice. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 1536) throw corrupt();
  const sectorBytes = 1 << file.readUInt16LE(30);
  const smallBytes = 1 << file.readUInt16LE(32);
  if (sectorBytes < 512 || sectorBytes > 4096 || smallBytes < 32 || smallBytes > 512) throw corrupt();
  const sector = (index: number): Buffer => file.subarray((index + 1) * sectorBytes, (index + 2) * sectorBytes);
  const next = sectorTable(file, sector, sectorBytes);
  const join = (start: number): Buffer => Buffer.concat(Array.from(chain(start, next), (index) => sector(index)));
  const { names, entries } = readFolder(join(file.readUInt32LE(48)));
  const root = entries.get('/');
  if (!root) throw corrupt();
  const cutOff = file.readUInt32LE(56);
  const smallNext = numbersOf(join(file.readUInt32LE(60)));
  const small = join(root.start);
  return {
    names,
    stream(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.size >= cutOff) return join(entry.start).subarray(0, entry.size);
      const pieces = Array.from(chain(entry.start, smallNext), (index) =>
        small.subarray(index * smallBytes, (index + 1) * smallBytes),
      );
      return Buffer.concat(pieces).subarray(0, entry.size);
    },
  };
}

/** Which sector follows which: 109 places of the table stand in the header, more of them in a chain of their own. */
function sectorTable(file: Buffer, sector: (index: number) => Buffer, sectorBytes: number): Uint32Array {
  const places = new Set<number>();
  for (let i = 0; i < 109; i++) places.add(file.readUInt32LE(76 + i * 4));
  const seen = new Set<number>();
  for (let at = file.readUInt32LE(68); at < LAST_SECTOR && !seen.has(at); ) {
    seen.add(at);
    const more = sector(at);
    if (more.length < sectorBytes) break;
    for (let i = 0; i < sectorBytes / 4 - 1; i++) places.add(more.readUInt32LE(i * 4));
    at = more.readUInt32LE(sectorBytes - 4);
  }
  return numbersOf(Buffer.concat(Array.from(places, (at) => (at < LAST_SECTOR ? sector(at) : Buffer.alloc(0)))));
}

function* chain(start: number, next: Uint32Array): Generator<number> {
  const seen = new Set<number>();
  for (let at = start; at < next.length && !seen.has(at); at = next[at] ?? LAST_SECTOR) {
    seen.add(at);
    yield at;
  }
}

function numbersOf(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => bytes.readUInt32LE(i * 4));
}

/** Streams by name; folders inside (embedded objects) have streams of the same names, the outermost comes first. */
function readFolder(folder: Buffer): { names: Set<string>; entries: Map<string, Entry> } {
  const names = new Set<string>();
  const entries = new Map<string, Entry>();
  for (let at = 0; at + ENTRY_BYTES <= folder.length; at += ENTRY_BYTES) {
    const length = Math.min(Math.max(folder.readUInt16LE(at + 64) - 2, 0), 62);
    const type = folder.readUInt8(at + 66);
    const name = type === ROOT ? '/' : folder.toString('utf16le', at, at + length);
    if (type === 0) continue;
    names.add(name);
    if ((type === STREAM || type === ROOT) && !entries.has(name))
      entries.set(name, { type, start: folder.readUInt32LE(at + 116), size: folder.readUInt32LE(at + 120) });
  }
  return { names, entries };
}
