import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { DamagedEntry, listArchive } from './archive/archive.ts';
import { splitInnerPath } from './archive/inner-path.ts';
import type { OutcomeCode } from './outcomes.ts';

/** The bytes of a file, or of an entry of an archive. */
export interface OpenFile {
  /** How many bytes it has, or says it has. */
  size: number;
  pieces(): AsyncIterable<Uint8Array>;
  /** Another text once somebody wrote to the file. */
  version(): Promise<string>;
}

/**
 * Opens a regular file, or an entry of an archive («a.zip › b.docx»), and hands it to `use`; gives the code of the
 * outcome where that cannot be done. Devices, pipes and sockets are never read: a pipe would wait for its other end for
 * ever, so everything is opened without blocking and looked at first.
 */
export async function withRegularFile<T extends object>(
  path: string,
  maxBytes: number,
  use: (file: OpenFile) => Promise<T | OutcomeCode>,
): Promise<T | OutcomeCode> {
  const inner = splitInnerPath(path);
  const handle = await openRegular(inner ? inner.archive : path);
  if (typeof handle === 'string') return handle;
  try {
    const file = inner ? await entryOf(handle, inner.entry) : await wholeOf(handle);
    if (typeof file === 'string') return file;
    return file.size > maxBytes ? 'file-too-large' : await use(file);
  } catch (error) {
    if (error instanceof DamagedEntry) return 'corrupt';
    throw error;
  } finally {
    await handle.close();
  }
}

/** The bytes of a file as they stood at one moment, or the code of what keeps us from them. */
export function readWhole(path: string, maxBytes: number): Promise<Uint8Array | OutcomeCode> {
  return withRegularFile(path, maxBytes, async (file) => {
    const before = await file.version();
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of file.pieces()) {
      length += piece.length;
      // It grew since its size was looked at.
      if (length > maxBytes) return 'file-too-large';
      pieces.push(piece);
    }
    const unchanged = (await file.version()) === before && length === file.size;
    return unchanged ? Buffer.concat(pieces, length) : 'changed-while-reading';
  });
}

/** A regular file, opened; or the code of what keeps us from it. */
export async function openRegular(path: string): Promise<FileHandle | OutcomeCode> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if ((await file.stat()).isFile()) return file;
    await file.close();
    return 'not-a-file';
  } catch (error) {
    await file?.close();
    switch ((error as NodeJS.ErrnoException).code) {
      case 'ENOENT':
        return 'missing';
      case 'EACCES':
      case 'EPERM':
        return 'unreadable';
      case 'ENXIO':
      case 'ELOOP':
      case 'EISDIR':
      case 'ENOTDIR':
        return 'not-a-file';
      default:
        throw error;
    }
  }
}

async function wholeOf(handle: FileHandle): Promise<OpenFile> {
  return {
    size: (await handle.stat()).size,
    pieces: () => handle.createReadStream({ autoClose: false, start: 0 }) as AsyncIterable<Uint8Array>,
    version: () => versionOf(handle),
  };
}

async function entryOf(handle: FileHandle, name: string): Promise<OpenFile | OutcomeCode> {
  const entries = await listArchive(handle.fd, (await handle.stat()).size);
  if (typeof entries === 'string') return entries;
  const entry = entries?.find((candidate) => candidate.name === name);
  if (!entry) return 'missing';
  if (entry.problem) return entry.problem;
  return { size: entry.size, pieces: entry.pieces, version: () => versionOf(handle) };
}

async function versionOf(handle: FileHandle): Promise<string> {
  const { mtimeMs, size } = await handle.stat();
  return `${mtimeMs} ${size}`;
}
