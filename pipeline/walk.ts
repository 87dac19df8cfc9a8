import type { Dirent } from 'node:fs';
import { lstat, opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listArchive } from './archive/archive.ts';
import { innerPath, isArchiveName, splitInnerPath } from './archive/inner-path.ts';
import type { OutcomeCode } from './outcomes.ts';
import { openRegular } from './regular-file.ts';

/** A file to be read, or a path of which only a failure can be said. */
export type Found = { path: string; problem: OutcomeCode | null };

/** What editors and systems leave behind beside reports: Word's owner files, folder views, thumbnails. */
const LITTER = /^(~\$.*|\.~lock\..*#|\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/** What macOS packs beside every file, on top of that. */
const ARCHIVE_LITTER = new RegExp(`${LITTER.source}|^__MACOSX$|^\\._`, 'i');

/**
 * Source code, data and settings that lie beside reports and would be read as plain text: meant only when somebody names
 * the file itself. Data that is Word's or a web page (.xml, .html) is looked at, so only what can be neither is here.
 */
const NO_REPORT =
  /\.(?:[cm]?[jt]sx?|json[lc5]?|ndjson|geojson|map|md|markdown|css|s[ac]ss|less|csv|tsv|py|rb|php|java|go|rs|c|cc|cpp|h|hpp|cs|sh|bat|cmd|ps1|sql|ya?ml|toml|ini|cfg|conf|log|lock|env)$/i;

/**
 * Every file below the paths, named as the paths are (relative stays relative), folders in name order, one at a time: a
 * million files are never held at once. Links to
 * folders are not followed (they may run in circles); devices, pipes and sockets are named as what they are. A
 * `.zip` is gone through like a folder.
 */
export async function* walk(paths: Iterable<string>): AsyncGenerator<Found> {
  for (const path of paths) yield* visit(path, true);
}

async function* visit(path: string, named: boolean): AsyncGenerator<Found> {
  const inner = splitInnerPath(path);
  if (inner) {
    yield* visitEntry(path, inner.archive);
    return;
  }
  let found: Awaited<ReturnType<typeof lstat>>;
  try {
    found = await lstat(path);
  } catch (error) {
    yield { path, problem: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable' };
    return;
  }
  if (found.isDirectory()) yield* visitFolder(path);
  // A link that somebody named is meant; what it points to is looked at when it is opened.
  else if (found.isFile() || (found.isSymbolicLink() && named)) yield* visitFile(path);
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
    const inner = join(path, entry.name);
    if (isLeftOut(entry.name, entry.isDirectory())) continue;
    if (entry.isSymbolicLink()) yield* visitLink(inner);
    else yield* visit(inner, false);
  }
}

/** What a folder holds beside reports, by its name. */
export function isLeftOut(name: string, isFolder: boolean): boolean {
  return LITTER.test(name) || (!isFolder && NO_REPORT.test(name));
}

/** A link inside a folder: to a file it stands for that file; to a folder it is left alone. */
async function* visitLink(path: string): AsyncGenerator<Found> {
  try {
    const target = await stat(path);
    if (target.isDirectory()) return;
    if (target.isFile()) yield* visitFile(path);
    else yield { path, problem: 'not-a-file' };
  } catch {
    yield { path, problem: 'not-a-file' };
  }
}

/** A file stands for itself, an archive for what it holds. */
async function* visitFile(path: string): AsyncGenerator<Found> {
  const found = isArchiveName(path) ? await entriesOf(path) : null;
  if (found) yield* found;
  else yield { path, problem: null };
}

/** One entry of an archive, named by somebody who saw it in a list. */
async function* visitEntry(path: string, archive: string): AsyncGenerator<Found> {
  const found = (await entriesOf(archive)) ?? [];
  yield found.find((entry) => entry.path === path) ??
    // The archive itself is away, or a bomb.
    (found[0]?.path === archive ? { path, problem: found[0].problem } : { path, problem: 'missing' });
}

/** What an archive holds, in name order; null where it holds no files. */
async function entriesOf(archive: string): Promise<Found[] | null> {
  const handle = await openRegular(archive);
  if (typeof handle === 'string') return [{ path: archive, problem: handle }];
  try {
    const entries = await listArchive(handle.fd, (await handle.stat()).size);
    if (typeof entries === 'string') return [{ path: archive, problem: entries }];
    const isPacked = (name: string): boolean =>
      NO_REPORT.test(name) || name.split('/').some((step) => ARCHIVE_LITTER.test(step));
    const reports = (entries ?? []).filter(({ name }) => !isPacked(name));
    if (reports.length === 0) return null;
    reports.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return reports.map(({ name, problem }) => ({ path: innerPath(archive, name), problem }));
  } finally {
    await handle.close();
  }
}
