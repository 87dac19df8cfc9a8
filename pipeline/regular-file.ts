import { constants, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { OutcomeCode } from './outcomes.ts';

/**
 * Opens a regular file and hands it to `use`; gives the code of the outcome where that cannot be done. Devices, pipes
 * and sockets are never read: a pipe would wait for its other end for ever, so everything is opened without blocking
 * and looked at first.
 */
export async function withRegularFile<T extends object>(
  path: string,
  maxBytes: number,
  use: (file: FileHandle, stat: Stats) => Promise<T | OutcomeCode>,
): Promise<T | OutcomeCode> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = await file.stat();
    if (!stat.isFile()) return 'not-a-file';
    if (stat.size > maxBytes) return 'file-too-large';
    return await use(file, stat);
  } catch (error) {
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
  } finally {
    await file?.close();
  }
}
