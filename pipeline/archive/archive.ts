import { PassThrough } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import type { OutcomeCode } from '../outcomes.ts';
import { isArchiveName, plainEntryName } from './inner-path.ts';

const MAX_ENTRIES = 10_000;
const MAX_ENTRY_BYTES = 200_000_000;
/** Beyond this much, what unpacks to more than a hundred times its size is a bomb. */
const FREE_BYTES = 100_000;
const MAX_RATIO = 100;
/** What Word and LibreOffice packages have at their top: such a file is one document, whatever its name says. */
const DOCUMENT_PARTS = new Set(['[Content_Types].xml', 'mimetype']);

export interface ArchiveEntry {
  /** Its path inside the archive, unlike that of any other entry. */
  name: string;
  size: number;
  /** Why it cannot be read. */
  problem: OutcomeCode | null;
  /** What it unpacks to, piece by piece; throws `DamagedEntry`. */
  pieces(): AsyncGenerator<Uint8Array>;
}

export class DamagedEntry extends Error {}

/**
 * What an archive holds, by its own table: nothing is unpacked. Null where the file is no archive of files (a document
 * under a wrong name, a damaged file: its reader tells which); a code where it must not be unpacked. The open file
 * stays the caller's.
 */
export async function listArchive(fd: number, size: number): Promise<ArchiveEntry[] | OutcomeCode | null> {
  let zip: yauzl.ZipFile;
  try {
    zip = await opened(fd);
  } catch {
    return null;
  }
  if (zip.entryCount > MAX_ENTRIES) return 'too-large';
  const entries: ArchiveEntry[] = [];
  const taken = new Set<string>();
  let total = 0;
  try {
    for await (const entry of entriesOf(zip)) {
      const written = nameOf(entry);
      if (DOCUMENT_PARTS.has(written)) return null;
      total += entry.uncompressedSize;
      if (total > FREE_BYTES + size * MAX_RATIO) return 'too-large';
      if (/[/\\]$/.test(written)) continue;
      const name = untaken(plainEntryName(written), taken);
      entries.push({
        name,
        size: entry.uncompressedSize,
        problem: problemOf(entry, name),
        pieces: () => unpacked(zip, entry),
      });
    }
  } catch {
    return 'corrupt';
  }
  return entries;
}

function opened(fd: number): Promise<yauzl.ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
  return new Promise((resolve, reject) => {
    yauzl.fromFd(fd, options, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

async function* entriesOf(zip: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  for (;;) {
    const entry = await new Promise<yauzl.Entry | null>((resolve, reject) => {
      const done = (settle: () => void): void => {
        for (const event of ['entry', 'end', 'error']) zip.removeAllListeners(event);
        settle();
      };
      zip.on('entry', (found: yauzl.Entry) => done(() => resolve(found)));
      zip.on('end', () => done(() => resolve(null)));
      zip.on('error', (error: Error) => done(() => reject(error)));
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

/** Windows' own packer and many others write Vietnamese names as UTF-8 without saying so; old ones in windows-1258. */
function nameOf({ fileName }: yauzl.Entry): string {
  const bytes = fileName as unknown as Uint8Array;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
}

/** Two entries may have one name, or names that differ in «../» alone. */
function untaken(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
  taken.add(free);
  return free;
}

function problemOf(entry: yauzl.Entry, name: string): OutcomeCode | null {
  if (entry.generalPurposeBitFlag & 1) return 'encrypted';
  if (isArchiveName(name)) return 'nested-archive';
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return 'unsupported-type';
  const room = Math.min(MAX_ENTRY_BYTES, FREE_BYTES + entry.compressedSize * MAX_RATIO);
  return entry.uncompressedSize > room ? 'too-large' : null;
}

/** yauzl ends the stream with an error where more comes than the table said. */
async function* unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    const stream = await new Promise<PassThrough>((resolve, reject) => {
      zip.openReadStream(entry, (error, from) => {
        if (error) return reject(error);
        // The stream of an entry that is only stored never says that it is closed, which `for await` waits for.
        const through = new PassThrough();
        from.on('error', (damage) => through.destroy(damage));
        resolve(from.pipe(through));
      });
    });
    for await (const piece of stream) {
      sum = crc32(piece as Uint8Array, sum);
      yield piece as Uint8Array;
    }
  } catch (error) {
    throw new DamagedEntry('the entry cannot be unpacked', { cause: error });
  }
  if (sum !== entry.crc32) throw new DamagedEntry('the entry is not what was packed');
}
