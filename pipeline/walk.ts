import type { Dirent } from 'node:fs';
import { lstat, opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutcomeCode } from './outcomes.ts';

/** A file to be read, or a path of which only a failure can be said. */
export type Found = { path: string; problem: OutcomeCode | null };

/** What editors and systems leave behind beside reports: Word's owner files, folder views, thumbnails. */
const LITTER = /^(~\$.*|\.~lock\..*#|\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/**
 * Every file below the paths, named as the paths are (relative stays relative), folders in name order, one at a time: a
 * million files are never held at once. Links to
 * folders are not followed (they may run in circles); devices, pipes and sockets are named as what they are.
 */
export async function* walk(paths: Iterable<string>): AsyncGenerator<Found> {
  for (const path of paths) yield* visit(path, true);
}

async function* visit(path: string, named: boolean): AsyncGenerator<Found> {
  let found: Awaited<ReturnType<typeof lstat>>;
  try {
    found = await lstat(path);
  } catch (error) {
    yield { path, problem: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable' };
    return;
  }
  if (found.isDirectory()) yield* visitFolder(path);
  // A link that somebody named is meant; what it points to is looked at when it is opened.
  else if (found.isFile() || (found.isSymbolicLink() && named)) yield { path, problem: null };
  else yield { path, problem: 'not-a-file' };
}

async function* visitFolder(path: string): AsyncGenerator<Found> {
  const entries: Dirent[] = [];
  try {
    for await (const entry of await opendir(path)) entries.push(entry);
  } catch {
    yield { path, problem: 'unreadable' };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (LITTER.test(entry.name)) continue;
    const inner = join(path, entry.name);
    if (entry.isSymbolicLink()) yield* visitLink(inner);
    else yield* visit(inner, false);
  }
}

/** A link inside a folder: to a file it stands for that file; to a folder it is left alone. */
async function* visitLink(path: string): AsyncGenerator<Found> {
  try {
    const target = await stat(path);
    if (target.isDirectory()) return;
    yield { path, problem: target.isFile() ? null : 'not-a-file' };
  } catch {
    yield { path, problem: 'not-a-file' };
  }
}
