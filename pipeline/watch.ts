import { type Stats, statSync } from 'node:fs';
import { basename } from 'node:path';
import { watch as watchPaths } from 'chokidar';
import { isLeftOut } from './walk.ts';

/** Whoever copies or prints a file into the folder writes on; a file is whole when it has not grown for this long. */
const STILL_MS = 3_000;
const LOOK_MS = 500;

export interface WatchOptions {
  /** A folder that is not looked into: the store's own, which may lie below one that is watched. */
  except: string;
  signal: AbortSignal;
  /** A folder that cannot be watched (any longer), and why. The others are watched on. */
  onTrouble: (error: Error) => void;
}

/**
 * Files below the folders that are new or changed, as soon as they are still: first those that are there, then each as it
 * comes, in batches of what came while the last one was worked on. Ends at the signal. Leaves out what `walk` leaves out.
 */
export async function* watch(
  folders: readonly string[],
  { except, signal, onTrouble }: WatchOptions,
): AsyncGenerator<string[]> {
  const still = new Set<string>();
  let wake = (): void => {};
  const watcher = watchPaths([...folders], {
    followSymlinks: false,
    ignored: (path, stats) => path === except || (!folders.includes(path) && isPassedOver(path, stats)),
    awaitWriteFinish: { stabilityThreshold: STILL_MS, pollInterval: LOOK_MS },
  });
  const came = (path: string): void => {
    still.add(path);
    wake();
  };
  watcher
    .on('add', came)
    .on('change', came)
    .on('unlink', (path) => still.delete(path))
    .on('error', (error) => onTrouble(error instanceof Error ? error : new Error(String(error))));
  const stopped = (): void => wake();
  signal.addEventListener('abort', stopped);
  try {
    while (!signal.aborted) {
      if (still.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const batch = [...still].sort();
      still.clear();
      yield batch;
    }
  } finally {
    signal.removeEventListener('abort', stopped);
    await watcher.close();
  }
}

/** A link to a folder may run in circles, as in `walk`. */
function isPassedOver(path: string, stats?: Stats): boolean {
  if (stats?.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isDirectory()) return true;
  return isLeftOut(basename(path), !stats || stats.isDirectory());
}
